import { setTimeout as pause } from 'node:timers/promises';

/** Asks again and again until `look` answers something that is not undefined or false. Throws when the deadline has passed. */
export async function eventually<T>(look: () => Promise<T | undefined | false> | T | undefined | false, withinMs = 20_000): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const answer = await look();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > deadline) throw new Error(`did not happen within ${withinMs} ms: ${look.toString()}`);
    await pause(25);
  }
}
