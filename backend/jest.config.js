import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** Native ESM: run with node --experimental-vm-modules. Jest must see the `.ts` specifiers, so nothing is rewritten here. */
const swc = {
  swcrc: false,
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    target: 'es2023',
    keepClassNames: true,
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};

const base = {
  testEnvironment: 'node',
  rootDir: root,
  roots: ['<rootDir>/backend/src', '<rootDir>/backend/test', '<rootDir>/shared/src', '<rootDir>/dev-idp/src', '<rootDir>/frontend/e2e'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', swc] },
  setupFiles: ['<rootDir>/backend/test/support/setup.ts'],
  modulePathIgnorePatterns: ['/dist/', '/dist-[^/]+/'],
};
const withServer = {
  ...base,
  globalSetup: '<rootDir>/backend/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/backend/test/support/global-teardown.ts',
};

// Only what backend/test offers knows the way to a database, so a spec that imports nothing from there is a unit spec.
const beside = globSync('{backend,shared,dev-idp}/src/**/*.spec.ts', { cwd: root });
const needsServer = (file) => /from '[^']*\/test\/[^']*'/.test(readFileSync(join(root, file), 'utf8'));
const matching = (files) => (files.length === 0 ? ['<rootDir>/none'] : files.map((file) => `<rootDir>/${file}`));

/** Three projects: `unit` needs nothing, `database` and `e2e` share one throw-away PostgreSQL. @type {import('jest').Config} */
export default {
  rootDir: root,
  projects: [
    { ...base, displayName: 'unit', testMatch: matching(beside.filter((file) => !needsServer(file))) },
    { ...withServer, displayName: 'database', testMatch: [...matching(beside.filter(needsServer)), '<rootDir>/backend/test/**/*.spec.ts'] },
    { ...withServer, displayName: 'e2e', testMatch: ['<rootDir>/frontend/e2e/**/*.spec.ts'] },
  ],
  workerIdleMemoryLimit: '512MB',
};
