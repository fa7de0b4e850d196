import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';

/**
 * The bare limit: node:http + pg, the same prepared SQL as the app's, no framework, no session, no row security (superuser), no audit.
 * Started by the benchmark with the statement on standard input; prints its port.
 */
const { url, sql, pool: size } = JSON.parse(await text(process.stdin)) as { url: string; sql: string; pool: number };
const pool = new pg.Pool({ connectionString: url, max: size });

const server = createServer((request, response) => {
  const [, caseId, actorId] = request.url!.split('/');
  pool.query({ name: 'case-view', text: sql, values: [caseId, actorId] }).then(
    ({ rows }) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify((rows[0] as { view: unknown }).view));
    },
    () => response.writeHead(500).end(),
  );
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));

async function text(stream: NodeJS.ReadStream): Promise<string> {
  let whole = '';
  for await (const chunk of stream) whole += String(chunk);
  return whole;
}
