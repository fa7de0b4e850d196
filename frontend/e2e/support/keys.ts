import type { Locator, Page } from 'playwright-core';

const MOST_STOPS = 150;

/** Presses Tab until this has the focus. Throws when it is not among the stops of the page. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await hasFocus(target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${target.toString()}`);
}

export function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}

/** Waits until this has the focus, as after a change of page. */
export async function focusLandsOn(target: Locator): Promise<void> {
  await target.waitFor();
  const element = await target.elementHandle();
  await target.page().waitForFunction((wanted) => wanted === document.activeElement, element);
}

/** Walks every Tab stop from the top of the page: those that cannot be seen when they have the focus. Empty is right. */
export async function hiddenStops(page: Page): Promise<string[]> {
  const hidden: string[] = [];
  const seen = new Set<string>();
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press('Tab');
    const { name, first, inSight, ringed } = await page.evaluate(lookAtFocus, seen.size);
    if (!first) break;
    seen.add(name);
    if (!inSight) hidden.push(`${name} is covered or out of sight`);
    if (!ringed) hidden.push(`${name} shows no focus`);
  }
  return hidden;
}

/** Runs in the page. Marks what has been visited, since Tab starts over at the end. */
async function lookAtFocus(nth: number): Promise<{ name: string; first: boolean; inSight: boolean; ringed: boolean }> {
  // What slides into sight gets to arrive.
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined)));
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return { name: '', first: false, inSight: true, ringed: true };
  const first = element.dataset['visited'] === undefined;
  element.dataset['visited'] = String(nth);
  // A choice is drawn by its label, and the label is what one looks at.
  const shown = element.closest('label') ?? element;
  const box = shown.getBoundingClientRect();
  const at = (x: number, y: number) => {
    const top = document.elementFromPoint(x, y);
    return top !== null && (shown.contains(top) || top.contains(shown));
  };
  const middle = box.top + box.height / 2;
  const inSight = at(box.left + 3, middle) || at(box.left + box.width / 2, middle) || at(box.right - 3, middle);
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
  const ringed = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
  const name = `${nth} <${element.localName}> ${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}`;
  return { name, first, inSight, ringed };
}

/** Presses what a person presses, found by Tab and pressed with Enter, and counts: what is typed or chosen on the way is no press. */
export class KeyPresses {
  private count = 0;

  constructor(private readonly page: Page) {}

  async press(target: Locator): Promise<void> {
    await target.waitFor();
    await tabTo(this.page, target);
    await this.page.keyboard.press('Enter');
    this.count += 1;
  }

  /** How many presses something takes. */
  async spentOn(what: () => Promise<unknown>): Promise<number> {
    const before = this.count;
    await what();
    return this.count - before;
  }
}
