import { DemoTown } from './support/demo-town.ts';
import { focusLandsOn, hasFocus, hiddenStops, tabTo } from './support/keys.ts';
import type { Visitor } from './support/visitor.ts';

describe('with the keyboard alone', () => {
  let town: DemoTown;
  let karin: Visitor;

  beforeAll(async () => {
    town = await DemoTown.open();
    karin = await town.staff('karin.fk');
  });
  afterAll(() => town.close());

  const press = (key: string) => karin.page.keyboard.press(key);
  const h1 = (name: string | RegExp) => karin.page.getByRole('heading', { level: 1, name });
  const palette = () => karin.dialog('Gå till');

  it('the first stop skips to the content', async () => {
    await karin.open('/', karin.page.locator('app-day-rail'));
    await press('Tab');
    const skip = karin.page.getByRole('link', { name: 'Hoppa till innehållet' });
    expect(await hasFocus(skip)).toBe(true);
    await press('Enter');
    await focusLandsOn(karin.page.locator('main'));
  });

  it('opens Eva from Min dag and writes a note', async () => {
    const text = 'Skrivet utan mus.';
    await tabTo(karin.page, karin.page.getByRole('listitem').filter({ hasText: 'Eva Lind' }).getByRole('link').first());
    await press('Enter');
    await focusLandsOn(h1(/Eva Lind/));

    await tabTo(karin.page, karin.page.getByLabel('Ny anteckning'));
    await karin.page.keyboard.type(text);
    await press('Tab');
    expect(await hasFocus(karin.page.getByRole('radio', { name: /Organisationens/ }))).toBe(true);
    await press('ArrowDown');
    expect(await karin.page.getByRole('radio', { name: /Personlig/ }).isChecked()).toBe(true);
    await press('Shift+Tab');
    await press('Control+Enter');
    await karin.sees(karin.page.getByRole('article').filter({ hasText: text }).getByText('Personlig'));
    expect(await karin.page.getByLabel('Ny anteckning').inputValue()).toBe('');
    await karin.page.getByText('Anteckningen är sparad.').waitFor({ state: 'attached' });
  });

  it('gives the focus back to what opened a dialog', async () => {
    const opener = karin.button('Ändra nästa steg');
    await opener.focus();
    await press('Enter');
    await karin.sees(karin.dialog('Vad händer härnäst?'));
    await press('Escape');
    await focusLandsOn(opener);
    expect(await karin.page.locator('dialog[open]').count()).toBe(0);
  });

  it('goes anywhere with Ctrl+K, and Esc goes back to where one was', async () => {
    const before = karin.button('Ändra nästa steg');
    await before.focus();
    await press('Control+k');
    await focusLandsOn(palette().getByRole('combobox'));
    await press('Escape');
    await focusLandsOn(before);

    await press('Control+k');
    await focusLandsOn(palette().getByRole('combobox'));
    await karin.page.keyboard.type('ärend');
    await press('Enter');
    await focusLandsOn(h1('Ärenden'));
    expect(new URL(karin.page.url()).pathname).toBe('/arenden');
  });

  it('finds a person in the palette too', async () => {
    await press('Control+k');
    await focusLandsOn(palette().getByRole('combobox'));
    await karin.page.keyboard.type('eva');
    await karin.sees(palette().getByRole('option', { name: 'Eva Lind' }));
    await press('Enter');
    await focusLandsOn(h1(/Eva Lind/));
  });

  it('hands a case over, and comes back to it with the focus on its heading', async () => {
    const mirja = `/arenden/${await town.caseOf('Mirja', 'Salo')}`;
    await karin.open(mirja, karin.page.locator('app-holder-acts'));
    await tabTo(karin.page, karin.page.getByRole('link', { name: 'Lämna över', exact: true }));
    await press('Enter');
    await focusLandsOn(h1('Lämna över'));
    const units = karin.page.getByRole('group', { name: 'Till vilken enhet?' });
    await karin.sees(units);
    await tabTo(karin.page, units.getByRole('radio').first());
    for (let stop = 0; stop < 20 && !(await units.getByRole('radio', { name: /^Vårdcentralen Sjöstad/ }).isChecked()); stop++)
      await press('ArrowDown');
    await tabTo(karin.page, karin.page.getByLabel('Varför just nu?'));
    await karin.page.keyboard.type('Mirja tränar hos er varje vecka.');
    await press('Control+Enter');
    await focusLandsOn(h1(/Mirja Salo/));
    await karin.sees(karin.section('Vem håller i det nu').getByText(/^Region Sjölandet har inte tagit emot än/));
    await focusLandsOn(h1(/Mirja Salo/));
  });

  it('names a receiver on Fastnat, and stays in the row', async () => {
    const per = await town.staff('per.chef.af');
    const { page } = per;
    await per.open('/fastnat', page.locator('app-stalled-table'));
    await tabTo(page, per.button(/^Utse mottagare/).first());
    await page.keyboard.press('Enter');
    await per.sees(page.getByRole('group', { name: 'Vem ska få frågan?' }));
    await tabTo(page, page.locator('app-nominate input[type=radio]:not(:disabled)').first());
    await page.keyboard.press('Space');
    const name = per.button(/^Utse (?!mottagare)/);
    await tabTo(page, name);
    await page.keyboard.press('Enter');
    await per.sees(/^Du har utsett .+, som har fått frågan\. Klockan går vidare/);
    expect(await page.evaluate(() => document.activeElement?.closest('app-row-panel') !== null)).toBe(true);
    expect(await hiddenStops(page)).toEqual([]);
  });

  it.each([1280, 320])('every stop of the case is in sight at %i px', async (width) => {
    await karin.page.setViewportSize({ width, height: 800 });
    await karin.open(`/arenden/${await town.caseOf('Eva', 'Lind')}`, karin.page.locator('app-note-card').first());
    expect(await hiddenStops(karin.page)).toEqual([]);
  });

  it('left no error in the console', () => {
    expect(town.complaints()).toEqual([]);
  });
});
