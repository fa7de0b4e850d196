import { DemoTown } from './support/demo-town.ts';
import type { Visitor } from './support/visitor.ts';

const NOTE = 'Det här hann jag skriva innan något gick fel.';

/** What happens around typed text when sign-in, network or a colleague comes between. Nothing typed is ever lost. */
describe('typed text outlives', () => {
  let town: DemoTown;
  let caseId: string;

  beforeAll(async () => {
    town = await DemoTown.open();
    caseId = await town.caseOf('Eva', 'Lind');
  });
  afterAll(() => town.close());

  async function atEva(hint: string): Promise<Visitor> {
    const visitor = await town.staff(hint);
    await visitor.open(`/arenden/${caseId}`, visitor.section('Anteckningar'));
    return visitor;
  }
  const field = (visitor: Visitor) => visitor.page.getByLabel('Ny anteckning');
  const notesWith = (visitor: Visitor, text: string) => visitor.page.getByRole('article').filter({ hasText: text });
  const sessionOf = async ({ page }: Visitor) => ((await (await page.request.get('/api/v1/session')).json()) as { sessionId: string }).sessionId;
  /** As a tab does when somebody has signed in there: this one asks the server how its own sign-in stands. */
  const askAgain = ({ page }: Visitor) => page.evaluate(() => new BroadcastChannel('samspel.sign-in').postMessage('signed-in'));

  it('the warning before an idle end, and one click goes on', async () => {
    const karin = await atEva('karin.fk');
    await field(karin).fill(NOTE);
    await karin.sees(/Utkastet sparat/);
    const id = await sessionOf(karin);
    await town.sql(`update session set last_seen_at = clock_timestamp() - interval '28 minutes 30 seconds' where id = $1`, [id]);
    await askAgain(karin);

    const warning = karin.dialog('Är du kvar?');
    await karin.sees(warning);
    await karin.page.keyboard.press('Escape');
    expect(await warning.isVisible()).toBe(true);
    await karin.button('Fortsätt arbeta', warning).click();
    await warning.waitFor({ state: 'hidden' });
    expect(await field(karin).inputValue()).toBe(NOTE);
    const [{ idle }] = (await town.sql<{ idle: number }>(
      'select extract(epoch from clock_timestamp() - last_seen_at)::float as idle from session where id = $1',
      [id],
    )) as [{ idle: number }];
    expect(idle).toBeLessThan(60);
    await karin.leave();
  });

  it('a sign-in that is ended from another browser, and a new sign-in beside it', async () => {
    const here = (await atEva('karin.fk')).expectRefusals(401);
    const there = await town.staff('karin.fk');
    const text = 'Skrivet vid en dator som någon annan stänger.';
    await field(here).fill(text);
    await here.sees(/Utkastet sparat/);

    await there.open('/sessioner', there.page.getByText('Den här'));
    // Typed after the draft was kept; the page says by itself that the sign-in has ended.
    await field(here).pressSequentially(' Och lite till.');
    const others = there.page.getByRole('listitem').filter({ has: there.button('Avsluta') });
    // Her earlier sign-ins of this file are there too; all but the one in use end.
    for (let left = await others.count(); left > 0; left--) {
      await there.button('Avsluta', others.first()).click();
      await others.nth(left - 1).waitFor({ state: 'detached' });
    }
    expect(await here.statusOf('my-day')).toBe(401);

    const ended = here.dialog('Du är utloggad');
    await here.sees(ended);
    const [tab] = await Promise.all([here.context.waitForEvent('page'), here.page.getByRole('link', { name: 'Logga in igen i en ny flik' }).click()]);
    await tab.goto('/auth/login?audience=staff&login_hint=karin.fk&returnTo=/inloggad');
    await tab.getByRole('heading', { name: 'Du är inloggad igen' }).waitFor();
    await ended.waitFor({ state: 'hidden' });
    expect(await field(here).inputValue()).toBe(`${text} Och lite till.`);
    await here.button('Spara anteckningen').click();
    await here.sees(notesWith(here, 'Och lite till.'));
    await Promise.all([here.leave(), there.leave()]);
  });

  it('a colleague who was first: both texts stand until one is saved', async () => {
    const [karin, lena] = [(await atEva('karin.fk')).expectRefusals(412), await atEva('lena.region')];
    const [hers, lenas, both] = ['Karin ringer Gunilla på onsdag.', 'Lena ringer Gunilla i dag.', 'Lena ringer Gunilla i dag, Karin på onsdag.'];
    await karin.button('Ändra nästa steg').click();
    const dialog = karin.dialog('Vad händer härnäst?');
    await dialog.getByLabel('Nästa steg').fill(hers);
    await lena.button('Ändra nästa steg').click();
    await lena.dialog('Vad händer härnäst?').getByLabel('Nästa steg').fill(lenas);
    await lena.button('Spara', lena.dialog('Vad händer härnäst?')).click();
    await lena.sees(lena.section('Vem håller i det nu').getByText(lenas));

    await karin.button('Spara', dialog).click();
    const together = dialog.getByLabel('Din text, att skriva ihop');
    await karin.sees(together);
    expect(await together.inputValue()).toBe(hers);
    expect(await dialog.getByLabel('Texten från någon annan').inputValue()).toBe(lenas);
    await together.fill(both);
    await karin.button('Spara den här texten', dialog).click();
    await karin.sees(karin.section('Vem håller i det nu').getByText(both));
    await lena.sees(lena.section('Vem håller i det nu').getByText(both));
    await Promise.all([karin.leave(), lena.leave()]);
  });

  it('a network that is gone', async () => {
    const karin = (await atEva('karin.fk')).expectRefusals(0);
    const text = 'Skrivet på tåget.';
    await field(karin).fill(text);
    await karin.context.setOffline(true);
    await karin.button('Spara anteckningen').click();
    await karin.sees('Ingen kontakt med servern.');
    expect(await field(karin).inputValue()).toBe(text);

    await karin.context.setOffline(false);
    await karin.button('Spara anteckningen').click();
    await karin.sees(notesWith(karin, text));
    expect(await field(karin).inputValue()).toBe('');
    await karin.leave();
  });

  it('an answer that never came, and the second try is the same act', async () => {
    const karin = (await atEva('karin.fk')).expectRefusals(503);
    const text = 'Sparat en gång, inte två.';
    const lost: number[] = [];
    await karin.page.route(
      (address) => address.pathname.endsWith('/notes'),
      async (route) => {
        lost.push((await route.fetch()).status());
        await route.fulfill({ status: 503 });
      },
      { times: 1 },
    );
    await field(karin).fill(text);
    await karin.button('Spara anteckningen').click();
    await karin.sees('Tjänsten svarar inte just nu.');
    expect(lost).toEqual([201]);
    expect(await field(karin).inputValue()).toBe(text);

    await karin.button('Spara anteckningen').click();
    await karin.page.getByText('Anteckningen är sparad.').waitFor({ state: 'attached' });
    await karin.sees(notesWith(karin, text));
    expect(await notesWith(karin, text).count()).toBe(1);
    await karin.leave();
  });

  it('and leaves no error in any console', () => {
    expect(town.complaints()).toEqual([]);
  });
});
