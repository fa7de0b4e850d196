// Writes docs/openapi.json and docs/permissions.md from the backend's code and the client's types from that document. Needs a build (npm run build).
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const run = (args) => {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};

run(['backend/dist/openapi.js']);
run([
  'backend/node_modules/openapi-typescript/bin/cli.js',
  'docs/openapi.json',
  '--output',
  'shared/src/api.ts',
  '--alphabetize',
  '--root-types',
  '--root-types-no-schema-prefix',
]);
run(['node_modules/prettier/bin/prettier.cjs', '--write', '--log-level', 'warn', 'docs/openapi.json', 'docs/permissions.md', 'shared/src/api.ts']);
