// Server and client, both rebuilt at every save; the server restarts, the page is reloaded by hand. Ctrl-C stops all of it.
import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { endedFromOutside, endGroup, node, root, run, tool, toolEnvironment } from './toolbox.mjs';

const BUILD = 'dist-dev';
const STOP_MS = 20_000;
const ended = endedFromOutside();
const children = new Map();

const installed = await run(process.execPath, ['scripts/ensure-install.mjs'], { signal: ended });
if (installed.code !== 0) process.exit(1);
// The first build of each side is complete before anything watches it: the server must find both at its start.
const browser = join(root, 'frontend', '.angular', 'dev', 'browser');
await build('backend');
if (!existsSync(join(browser, 'index.html'))) {
  await build('frontend');
  linkClient(join(root, 'frontend', BUILD));
}

start(
  'swc',
  tool('swc'),
  ['src', '-d', BUILD, '--strip-leading-paths', '--copy-files', '--quiet', '--ignore', '**/*.spec.ts,**/*.sample.ts', '--watch'],
  'backend',
);
start('client', tool('ng'), ['build', '--watch', '--configuration', 'development', '--output-path', '.angular/dev'], 'frontend');
start('server', node(), ['--watch', '--watch-preserve-output', `backend/${BUILD}/demo/main.js`], '.');
ended.addEventListener('abort', () => void stopAll());

async function build(side) {
  const { code } = await run(node(), ['scripts/build.mjs', '--only', side, '--into', BUILD], { signal: ended });
  if (code !== 0) process.exit(1);
}

/** The Angular builder writes into a folder `browser` of its own; a link makes that the client's half of the build. */
function linkClient(target) {
  mkdirSync(browser, { recursive: true });
  cpSync(target, browser, { recursive: true });
  rmSync(target, { recursive: true });
  symlinkSync(browser, target);
}

function start(name, command, args, folder) {
  const child = spawn(command, args, {
    cwd: join(root, folder),
    env: toolEnvironment({ SAMSPEL_BUILD: BUILD }),
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  });
  children.set(name, child);
  child.once('error', (error) => console.error(`${name}: ${error.message}`));
  child.once('exit', (code) => {
    children.delete(name);
    if (ended.aborted) return;
    console.error(`${name} ended (${code}); stopping the rest.`);
    process.exitCode = 1;
    void stopAll();
  });
}

/** The server stops its database, which takes a moment; what is still there past the limit is cut off. */
async function stopAll() {
  for (const child of children.values()) endGroup(child.pid);
  const deadline = Date.now() + STOP_MS;
  while (children.size > 0 && Date.now() < deadline) await pause(50);
  for (const child of children.values()) endGroup(child.pid, 'SIGKILL');
}
