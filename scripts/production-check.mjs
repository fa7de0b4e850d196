// Makes the production build of the server and proves that nothing of the demo is in it: neither files, nor imports, nor words.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { node, root, run } from './toolbox.mjs';

const BUILD = 'dist-production';
const folder = join(root, 'backend', BUILD);
const ENTRIES = ['main.js', 'migrate.js'];
const DEMO_WORDS = ['@samspel/dev-idp', 'oidc-provider', '/demo/'];

const { code } = await run(node(), ['scripts/build.mjs', '--production', '--only', 'backend', '--into', BUILD]);
if (code !== 0) process.exit(1);

const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.js'));
const findings = [...ENTRIES.filter((entry) => !files.includes(entry)).map((entry) => `${entry} is missing`), ...files.flatMap(findingsIn)];
for (const finding of findings) console.error(finding);
console.log(`${files.length} files in the production build, ${findings.length} findings.`);
process.exitCode = findings.length > 0 ? 1 : 0;

function findingsIn(file) {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  const words = DEMO_WORDS.filter(
    (word) => imports(text).some((specifier) => specifier.includes(word)) || (word !== '/demo/' && text.includes(word)),
  );
  const dangling = imports(text).filter((specifier) => specifier.startsWith('.') && !existsSync(join(dirname(path), specifier)));
  const demo = /(^|[/\\])demo[/\\]/.test(file) ? [`${file} belongs to the demo`] : [];
  return [
    ...demo,
    ...words.map((word) => `${file} names ${word}`),
    ...dangling.map((specifier) => `${file} imports ${relative(folder, join(dirname(path), specifier))}, which is not there`),
  ];
}

function imports(text) {
  return [...text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)['"]([^'"]+)['"]/g)].map((match) => match[1]);
}
