import { ConfigurationError } from './environment.ts';

/** Runs a process's start; what the operator must mend ends it with 78 and one plain line, everything else with 1 and a stack. */
export async function orExit(start: () => Promise<void>): Promise<void> {
  try {
    await start();
  } catch (error) {
    const wrongSettings = error instanceof ConfigurationError;
    process.stderr.write(`${wrongSettings ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(wrongSettings ? ConfigurationError.exitCode : 1);
  }
}
