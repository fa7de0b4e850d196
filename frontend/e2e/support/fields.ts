import type { Locator } from 'playwright-core';

/** Waits until a field holds this text, as when a kept draft has been read. */
export async function holds(field: Locator, text: string): Promise<void> {
  const element = await field.elementHandle();
  await field.page().waitForFunction(([input, wanted]) => (input as HTMLTextAreaElement).value === wanted, [element, text] as const);
}
