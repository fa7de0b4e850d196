import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

const root = join(import.meta.dirname, '..', '..', '..');
const KNOWN_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The machine's own Chromium (CHROME_PATH first), or else the one that comes as a package. The caller closes it. */
export async function openBrowser(): Promise<Browser> {
  const own = process.env['CHROME_PATH'] ?? KNOWN_PLACES.find((place) => existsSync(place));
  if (own !== undefined) return chromium.launch({ executablePath: own });
  const folder = await unpacked();
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    // A machine without fonts of its own has no font settings either, and Chromium does not start without any.
    ...(!existsSync('/etc/fonts') && { env: { ...process.env, FONTCONFIG_PATH: join(folder, 'fonts') } }),
  });
}

/** Folder of the packed browser, unpacked once per version. Complete before it gets its name, so that runs side by side share it. */
async function unpacked(): Promise<string> {
  const cache = join(root, 'node_modules', '.cache');
  const target = join(cache, `chromium-${packageVersion()}`);
  if (existsSync(target)) return target;
  mkdirSync(cache, { recursive: true });
  const staging = mkdtempSync(join(cache, 'unpacking-'));
  try {
    await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'unpack-chromium.mjs')], { env: { ...process.env, TMPDIR: staging } });
    renameSync(staging, target);
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    // Another run was first.
    if (!existsSync(target)) throw error;
  }
  return target;
}

function packageVersion(): string {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const { version } = JSON.parse(readFileSync(join(entry, '..', '..', 'package.json'), 'utf8')) as { version: string };
  return version;
}
