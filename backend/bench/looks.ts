import { withClient } from '../src/platform/database/provision.ts';

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  Plans?: Plan[];
}

/** Which large tables each statement, as the planner would run it now, would read from end to end. `url`: of whoever runs it
 * in use. `large`: rows from which on that is not nothing. */
export async function readWhole(url: string, large: number, statements: Record<string, { sql: string; values: unknown[] }>): Promise<string[]> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(`select relname as name from pg_class where relkind = 'r' and reltuples >= $1`, [large]);
    const watched = new Set(rows.map(({ name }) => name));
    const found: string[] = [];
    for (const [look, { sql, values }] of Object.entries(statements)) {
      const explained = await client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(`explain (format json) ${sql}`, values);
      for (const table of scanned(explained.rows[0]!['QUERY PLAN'][0].Plan)) if (watched.has(table)) found.push(`${look} reads all of ${table}`);
    }
    return found;
  });
}

/** Tables read from end to end somewhere in the plan. */
function scanned(plan: Plan): string[] {
  const here = plan['Node Type'] === 'Seq Scan' && plan['Relation Name'] ? [plan['Relation Name']] : [];
  return [...here, ...(plan.Plans ?? []).flatMap(scanned)];
}
