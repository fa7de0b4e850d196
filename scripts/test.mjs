// Every check of the project, one program after another: node scripts/test.mjs [--fast | --deep]
// A failing program does not stop the next one. The last line is the sum over all programs: `N passed, N failed`.
import { mkdtempSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { endedFromOutside, node, run, seconds, tool } from './toolbox.mjs';

const fast = process.argv.includes('--fast');
const deep = process.argv.includes('--deep');
// Builds of their own: a running `npm start` keeps the files it serves.
const BUILD = 'dist-test';
const LIMIT_MS = (deep ? 120 : 14) * 60_000;
const results = mkdtempSync(join(tmpdir(), 'samspel-results-'));
const ended = endedFromOutside();
const total = { passed: 0, failed: 0 };
const failures = [];

const check = (name, command, args) => ({ name, checks: (quiet) => oneCheck(command, args, quiet) });

// They read the sources alone, so two of them may run at a time.
const readings = [
  check('Types: shared', tool('tsc'), ['-p', 'shared']),
  check('Types: backend, migrations and browser journeys', tool('tsc'), ['-p', 'backend']),
  check('Types: demo identity provider', tool('tsc'), ['-p', 'dev-idp']),
  check('Types: frontend and its templates', tool('ngc'), ['-p', 'frontend/tsconfig.json', '--noEmit']),
  check('Lint: ESLint', tool('eslint'), ['.', '--max-warnings', '0']),
  check('Lint: formatting', tool('prettier'), ['--check', '--log-level', 'warn', '.']),
  check('Lint: dependencies between modules', tool('depcruise'), [
    '--config',
    '.dependency-cruiser.mjs',
    'backend/src',
    'shared/src',
    'frontend/src',
    'dev-idp/src',
  ]),
  ...(fast ? [] : [check('Licences', node(), ['scripts/licences.mjs'])]),
];

const programs = [
  ...(fast
    ? [jest('Unit specs', 'backend/jest.config.js', ['--selectProjects', 'unit'])]
    : [
        check('Build', node(), ['scripts/build.mjs', '--into', BUILD]),
        check('Production build', node(), ['scripts/production-check.mjs']),
        jest('Specs on the server side: units, database, journeys', 'backend/jest.config.js', ['--selectProjects', 'unit', 'database']),
      ]),
  jest('Specs of the client', 'frontend/jest.config.js', []),
  ...(fast ? [] : [jest('Journeys in the browser', 'backend/jest.config.js', ['--selectProjects', 'e2e', '--runInBand'])]),
];

const started = Date.now();
const waiting = [...readings];
await Promise.all(
  [1, 2].map(async () => {
    for (let next = waiting.shift(); next && !ended.aborted; next = waiting.shift()) await runOne(next, true);
  }),
);
for (const program of programs) {
  if (!ended.aborted) await runOne(program, false);
}
rmSync(results, { recursive: true, force: true });
if (ended.aborted) total.failed += 1;
console.log(`\nAll programs took ${seconds(started)}.`);
for (const name of failures) console.log(`Failed: ${name}`);
if (ended.aborted) console.log('Ended from outside before everything had run.');
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** `quiet`: what it says is said when it has ended, and not between the lines of another. */
async function runOne(program, quiet) {
  if (!quiet) console.log(`\n=== ${program.name}`);
  const since = Date.now();
  const { passed, failed, output = '' } = await program.checks(quiet);
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) failures.push(program.name);
  if (quiet) console.log(`\n=== ${program.name}`);
  if (failed > 0 && output) console.log(output);
  console.log(`--- ${passed} passed, ${failed} failed, ${seconds(since)}`);
}

async function oneCheck(command, args, quiet) {
  let output;
  const code = await within(LIMIT_MS, async (signal) => {
    const ran = await run(command, args, { quiet, signal });
    output = ran.output;
    return ran;
  });
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
}

function jest(name, config, more) {
  return { name, checks: () => jestChecks(name, config, more) };
}

async function jestChecks(name, config, more) {
  const file = join(results, `${name.replaceAll(/\W+/g, '-')}.json`);
  const args = [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
    '-c',
    config,
    '--json',
    `--outputFile=${file}`,
  ];
  const workers = more.includes('--runInBand') ? [] : [`--maxWorkers=${Math.max(2, Math.floor(availableParallelism() / 2))}`];
  const env = { SAMSPEL_BUILD: BUILD, ...(deep ? { DEEP: '1' } : {}) };
  const code = await within(LIMIT_MS, (signal) => run(node(), [...args, ...workers, ...more], { env, signal }));
  if (!existsSync(file)) return fail(`Jest ended with ${code} and left no result.`);
  const { numPassedTests: passed, numFailedTests, numRuntimeErrorTestSuites, numPendingTests, numTodoTests } = JSON.parse(readFileSync(file, 'utf8'));
  // A file that could not be loaded has no tests to count, and a skipped test proves nothing.
  const failed = numFailedTests + numRuntimeErrorTestSuites + numPendingTests + numTodoTests;
  if (numPendingTests + numTodoTests > 0) console.log(`${numPendingTests + numTodoTests} skipped tests count as failed.`);
  if (passed + failed === 0) return fail('No test has run.');
  return code !== 0 && failed === 0 ? { passed, failed: fail(`Jest ended with ${code} although every test passed.`).failed } : { passed, failed };
}

function fail(reason) {
  console.log(reason);
  return { passed: 0, failed: 1 };
}

/** A program that hangs is ended and counts as failed; the rest still runs. */
async function within(ms, start) {
  const limit = new AbortController();
  const timer = setTimeout(() => {
    console.log(`Ended after ${ms / 60_000} minutes.`);
    limit.abort();
  }, ms);
  const { code } = await start(AbortSignal.any([limit.signal, ended]));
  clearTimeout(timer);
  return code;
}
