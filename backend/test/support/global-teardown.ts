/** Stops and deletes the throw-away server. */
export default async function globalTeardown(): Promise<void> {
  await globalThis.samspelTestServer?.stop();
}
