// What the scripts share. Runs on the machine's own Node too: before the first install there is no other.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = join(root, 'node_modules', '.bin');

/** The Node that comes with the dependencies; where the platform has none, the one that runs this. */
export const node = () => (existsSync(join(bin, 'node')) ? join(bin, 'node') : process.execPath);

/** Environment in which tools with `#!/usr/bin/env node` run on that Node as well. */
export const toolEnvironment = (more = {}) => ({
  ...process.env,
  PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
  NG_CLI_ANALYTICS: 'false',
  ...more,
});

/** Path of an installed tool. */
export const tool = (name) => join(bin, name);

export const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/**
 * Runs a program to its end. `signal` ends the program and everything it has started, which is why it leads a process group of its own.
 * @returns exit code; 1 when it could not start or was ended by a signal. With `quiet` its output comes back instead of being shown.
 */
export function run(command, args, { cwd = root, env, quiet = false, signal } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: toolEnvironment(env),
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      detached: true,
    });
    const output = [];
    child.stdout?.on('data', (chunk) => output.push(chunk));
    child.stderr?.on('data', (chunk) => output.push(chunk));
    const end = () => endGroup(child.pid);
    signal?.addEventListener('abort', end, { once: true });
    if (signal?.aborted) end();
    child.once('error', (error) => resolve({ code: 1, output: String(error) }));
    child.once('close', (code) => {
      signal?.removeEventListener('abort', end);
      resolve({ code: code ?? 1, output: Buffer.concat(output).toString('utf8') });
    });
  });
}

/** Asks a process group to end. */
export function endGroup(pid, name = 'SIGTERM') {
  try {
    if (pid !== undefined) process.kill(-pid, name);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** A signal that fires when a person or a supervisor ends this script. */
export function endedFromOutside() {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(name, () => controller.abort(name));
  return controller.signal;
}
