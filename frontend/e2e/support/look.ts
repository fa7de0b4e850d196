import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What is wrong with the page as it stands: rules of WCAG 2.2 AA, sideways scroll, and the one heading a page begins with. Empty is right. */
export async function faultsOf(page: Page): Promise<string[]> {
  // Legacy mode stays in this one page: there are no frames, and a second page would take the focus from it.
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG_22_AA).setLegacyMode().analyze();
  const rules = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} – ${node.failureSummary ?? ''}`));
  const shape = await page.evaluate(() => {
    const { scrollWidth, clientWidth, lang } = document.documentElement;
    const headings = document.querySelectorAll('main h1').length;
    return [
      ...(scrollWidth > clientWidth ? [`scrolls sideways: ${scrollWidth} px in a window of ${clientWidth}`] : []),
      ...(headings === 1 ? [] : [`${headings} h1`]),
      ...(lang === '' ? ['no language'] : []),
    ];
  });
  return [...rules, ...shape];
}
