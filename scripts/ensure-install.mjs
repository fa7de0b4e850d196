// Installs the dependencies when they are missing or older than the lock file, so that one command is enough in a fresh clone.
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endedFromOutside, root, run, seconds } from './toolbox.mjs';

const lock = join(root, 'package-lock.json');
const installed = join(root, 'node_modules', '.package-lock.json');
const mark = join(root, 'node_modules', '.samspel-lock');
const wanted = createHash('sha256').update(readFileSync(lock)).digest('hex');

/** The mark says exactly which lock file was installed; an install by hand leaves none and is judged by its age. */
function upToDate() {
  if (!existsSync(installed)) return false;
  if (existsSync(mark)) return readFileSync(mark, 'utf8') === wanted;
  return statSync(installed).mtimeMs >= statSync(lock).mtimeMs;
}

if (!upToDate()) {
  // npm ci empties the folder behind a link first: dependencies borrowed from another clone would be gone there.
  if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) {
    console.error('node_modules is a link and does not fit package-lock.json. Remove the link, then start again.');
    process.exit(1);
  }
  const started = Date.now();
  console.log('Installing the dependencies with npm ci (about a minute) …');
  // npm names the script that runs it; without npm in front, the one in PATH serves.
  const npm = process.env.npm_execpath;
  const [command, args] = npm && /\.c?js$/.test(npm) ? [process.execPath, [npm]] : ['npm', []];
  const { code, output } = await run(command, [...args, 'ci', '--no-fund', '--no-audit'], { quiet: true, signal: endedFromOutside() });
  if (code !== 0) {
    console.error(output);
    console.error(`The dependencies could not be installed (npm ci ended with ${code} after ${seconds(started)}).`);
    process.exit(1);
  }
  writeFileSync(mark, wanted);
  console.log(`Dependencies installed in ${seconds(started)}.`);
}
