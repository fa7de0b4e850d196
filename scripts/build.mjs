// Builds server and client: node scripts/build.mjs [--production] [--into dist-test] [--only backend|frontend]
// A folder of that name in backend/ and one in frontend/ make one build; sources that have not changed are not built again.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { endedFromOutside, root, run, seconds, tool } from './toolbox.mjs';

const { values } = parseArgs({
  options: { production: { type: 'boolean', default: false }, into: { type: 'string', default: 'dist' }, only: { type: 'string' } },
});
const signal = endedFromOutside();

const sides = {
  backend: {
    what: 'the server',
    sources: ['backend/src', 'backend/.swcrc', 'backend/package.json'],
    // The production build has no demo town and no demo sign-in in it.
    variant: values.production ? 'production' : 'demo',
    build: (into) =>
      run(tool('swc'), ['src', '-d', into, '--strip-leading-paths', '--copy-files', '--quiet', '--ignore', ignored()], {
        cwd: join(root, 'backend'),
        quiet: true,
        signal,
      }),
  },
  frontend: {
    what: 'the client',
    sources: ['frontend/src', 'frontend/public', 'frontend/angular.json', 'frontend/tsconfig.json', 'frontend/tsconfig.app.json', 'shared/src'],
    variant: 'production',
    build: (into) => run(tool('ng'), ['build', '--output-path', into], { cwd: join(root, 'frontend'), quiet: true, signal }),
  },
};

const ignored = () => ['**/*.spec.ts', '**/*.sample.ts', ...(values.production ? ['**/demo/**'] : [])].join(',');

for (const [name, side] of Object.entries(sides)) {
  if (values.only === undefined || values.only === name) await buildSide(name, side);
}

async function buildSide(name, side) {
  const target = join(root, name, values.into);
  const mark = fingerprint(side);
  if (markOf(target) === mark) return;
  const started = Date.now();
  const staging = join(root, name, `dist-building-${process.pid}`);
  removeAbandoned(name);
  mkdirSync(staging, { recursive: true });
  const twin = join(root, name, 'dist');
  if (markOf(twin) === mark) {
    cpSync(twin, staging, { recursive: true });
  } else {
    console.log(`Building ${side.what} …`);
    const { code, output } = await side.build(staging);
    if (code !== 0) {
      rmSync(staging, { recursive: true, force: true });
      console.error(output);
      console.error(`Building ${side.what} failed.`);
      process.exit(1);
    }
    writeFileSync(join(contentOf(staging), '.build'), mark);
    console.log(`Built ${side.what} in ${seconds(started)}.`);
  }
  swap(staging, target);
}

/** A build is complete before it gets its name: whoever reads the folder meanwhile sees the old one or the new one. */
function swap(staging, target) {
  const old = `${staging}-old`;
  if (existsSync(target)) renameSync(target, old);
  renameSync(contentOf(staging), target);
  rmSync(old, { recursive: true, force: true });
  rmSync(staging, { recursive: true, force: true });
}

/** Given a path on its command line, the Angular builder puts the client in a folder `browser` below it. */
function contentOf(staging) {
  const browser = join(staging, 'browser');
  return existsSync(browser) ? browser : staging;
}

function removeAbandoned(name) {
  for (const entry of readdirSync(join(root, name))) {
    const pid = /^dist-building-(\d+)/.exec(entry)?.[1];
    if (pid !== undefined && !alive(Number(pid))) rmSync(join(root, name, entry), { recursive: true, force: true });
  }
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function markOf(folder) {
  const file = join(folder, '.build');
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function fingerprint({ sources, variant }) {
  const hash = createHash('sha256').update(variant);
  for (const file of [...sources, 'package-lock.json', 'scripts/build.mjs'].flatMap(filesOf))
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

function filesOf(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return path.endsWith('.spec.ts') ? [] : [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesOf(`${path}/${name}`));
}
