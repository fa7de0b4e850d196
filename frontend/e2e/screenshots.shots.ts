import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DemoTown } from './support/demo-town.ts';
import type { Visitor } from './support/visitor.ts';

// Not a check of the project: `npm run screenshots` takes the pictures that the documents show.
const folder = join(import.meta.dirname, '..', '..', 'docs', 'screenshots');
const LARGEST_BYTES = 400_000;

describe('pictures of the demo town', () => {
  let town: DemoTown;

  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    town = await DemoTown.open();
  });
  afterAll(() => town.close());

  async function take({ page }: Visitor, name: string): Promise<void> {
    const path = join(folder, `${name}.png`);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path, animations: 'disabled' });
    expect(statSync(path).size).toBeLessThan(LARGEST_BYTES);
  }

  it.each([
    ['case-1280', 1280, 1500],
    ['case-320', 320, 1200],
  ])('%s', async (name, width, height) => {
    const karin = await town.staff('karin.fk', { width });
    await karin.page.setViewportSize({ width, height });
    await karin.open(`/arenden/${await town.caseOf('Eva', 'Lind')}`, karin.section('Anteckningar'));
    await take(karin, name);
  });

  it('my-day-1280', async () => {
    const karin = await town.staff('karin.fk');
    await karin.page.setViewportSize({ width: 1280, height: 1100 });
    await karin.open('/', karin.page.locator('app-day-rail'));
    await take(karin, 'my-day-1280');
  });

  it('stalled-1280', async () => {
    const per = await town.staff('per.chef.af');
    await per.page.setViewportSize({ width: 1280, height: 1250 });
    await per.open('/fastnat', per.page.locator('app-stalled-table tbody tr').first());
    await take(per, 'stalled-1280');
  });

  it('hand-over-1280', async () => {
    const karin = await town.staff('karin.fk');
    await karin.page.setViewportSize({ width: 1280, height: 1250 });
    await karin.open(`/arenden/${await town.caseOf('Hamid', 'Rezai')}/lamna-over`, karin.page.locator('main .preview').first());
    await take(karin, 'hand-over-1280');
  });

  it('publish-1280', async () => {
    const lena = await town.staff('lena.region');
    await lena.page.setViewportSize({ width: 1280, height: 1250 });
    await lena.open(`/arenden/${await town.caseOf('Eva', 'Lind')}/plan/publicera`, lena.page.locator('app-person-plan').first());
    await take(lena, 'publish-1280');
  });

  it('simple-320', async () => {
    const eva = await town.citizen('eva', { width: 320 });
    await eva.page.setViewportSize({ width: 320, height: 900 });
    await eva.open('/min-plan', eva.page.locator('main .holder'));
    await eva.page.getByText('Enkel svenska', { exact: true }).click();
    await eva.page.locator('#simple-heading').waitFor();
    await take(eva, 'simple-320');
  });

  it('my-plan-320', async () => {
    const eva = await town.citizen('eva', { width: 320 });
    await eva.page.setViewportSize({ width: 320, height: 1200 });
    await eva.open('/min-plan', eva.page.locator('main .holder'));
    await take(eva, 'my-plan-320');
  });
});
