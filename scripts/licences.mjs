// Holds every installed package against the licences the project accepts: a stricter list for what runs in production.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, tool } from './toolbox.mjs';

const RUN_TIME = ['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'MPL-2.0', 'BlueOak-1.0.0', 'PostgreSQL', 'OFL-1.1'];
// Data and interpreters' grammars that never reach a user's machine or the server.
const BUILD_TIME = [...RUN_TIME, 'CC-BY-3.0', 'CC-BY-4.0', 'CC0-1.0', 'Python-2.0', 'PSF-2.0', 'Zlib'];

// Kept for its licence at build time alone: only the command-line program of js-yaml loads it, and the image leaves it out.
const NOT_LOADED = ['argparse'];

const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
const { code, output } = await run(tool('license-checker-rseidelsohn'), ['--json', '--excludePackagesStartingWith', '@samspel/'], { quiet: true });
if (code !== 0) {
  console.error(output);
  process.exit(1);
}
const found = Object.entries(JSON.parse(output)).filter(([name]) => !name.startsWith('@samspel/') && !name.startsWith('samspel@'));
const runTime = runTimePackages();
const refused = found.filter(([name, { licenses }]) => !accepted(licenses, runTime.has(name) ? RUN_TIME : BUILD_TIME));
for (const [name, { licenses }] of refused) console.error(`${name} (${runTime.has(name) ? 'run time' : 'build time'}): ${licenses} is not accepted`);
const covered = found.filter(([name]) => runTime.has(name)).length;
console.log(`${found.length} packages, ${covered} of them at run time, ${refused.length} refused.`);
process.exitCode = refused.length > 0 || covered === 0 ? 1 : 0;

/** `A OR B` needs one of them, `A AND B` all of them. A licence guessed from a text file ends in `*` and is never accepted. */
function accepted(licences, list) {
  const expression = [licences].flat().join(' AND ').replaceAll(/[()]/g, '');
  return expression.split(' OR ').some((choice) => choice.split(' AND ').every((licence) => list.includes(licence.trim())));
}

/** `name@version` of everything the server and the client need in production, by Node's own way of finding a package. */
function runTimePackages() {
  const seen = new Set();
  const waiting = ['backend', 'frontend', 'shared'];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const { dependencies = {}, optionalDependencies = {}, peerDependencies = {} } = lock[path];
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies }).filter(
      (needed) => !NOT_LOADED.includes(needed),
    )) {
      const next = resolved(path, name);
      if (next !== undefined) waiting.push(next);
    }
  }
  return new Set([...seen].map((path) => `${path.slice(path.lastIndexOf('node_modules/') + 13)}@${lock[path].version}`));
}

function resolved(from, name) {
  for (let base = from; ; base = base.slice(0, Math.max(0, base.lastIndexOf('/')))) {
    const path = `${base === '' ? '' : `${base}/`}node_modules/${name}`;
    if (lock[path]) return lock[path].link ? lock[path].resolved : path;
    if (base === '') return undefined;
  }
}
