import { workingDayAhead } from '../../backend/src/demo/clock/clock-jump.rules.ts';
import { dayIn } from '../../backend/src/platform/clock/clock.ts';
import { longDay } from '../src/app/text/format/dates.ts';
import { DemoTown } from './support/demo-town.ts';
import { faultsOf } from './support/look.ts';

/** Time passes in the demo when an administrator says so, and every open page knows it. */
describe('the demo clock', () => {
  let town: DemoTown;
  beforeAll(async () => {
    town = await DemoTown.open();
  });
  afterAll(() => town.close());

  it('goes to the next working day by keyboard, on every open page, and keeps the focus', async () => {
    const [admin, karin] = await Promise.all([town.staff('admin.drift'), town.staff('karin.fk')]);
    const card = admin.section('Demoklocka');
    await admin.open('/drift', card);
    await karin.open('/arenden');
    const next = workingDayAhead(dayIn(new Date()), 1);
    const forward = admin.button('Hoppa fram 1 arbetsdag', card);
    await forward.focus();
    await admin.page.keyboard.press('Enter');

    const bar = `Demoklockan: ${longDay(next, 'sv')}, 1 arbetsdag framåt`;
    for (const visitor of [admin, karin]) await visitor.sees(visitor.page.getByRole('banner').getByText(bar));
    await card.getByText(`I demon är det ${longDay(next, 'sv')}`).waitFor();
    await admin.page.getByRole('status').filter({ hasText: `Demoklockan står nu på ${longDay(next, 'sv')}.` }).waitFor(); // prettier-ignore
    expect(await forward.evaluate((element) => element === document.activeElement)).toBe(true);
    for (const width of [1280, 320]) {
      await admin.page.setViewportSize({ width, height: 900 });
      expect(await faultsOf(admin.page)).toEqual([]);
    }
    await karin.open('/');
    expect((await karin.heading().innerText()).toLowerCase()).toContain(longDay(next, 'sv').replace(/ \d{4}$/, ''));
  });

  it('shows everybody what has been sent, and the text in place', async () => {
    await town.sql(`insert into demo_mail (message_id, recipient, subject, text) values
      ('<a@samspel.example>', 'per.chef.af@arbetsformedlingen.example', 'Samspel: en överlämning väntar', $1)`, [`Hej!\n\nÖppna ${town.url}/uppgifter.`]); // prettier-ignore
    const nobody = (await town.visitor({ width: 320 })).expectRefusals(401);
    await nobody.open('/logga-in', nobody.page.getByRole('link', { name: 'Visa alla mejl som har skickats i demon' }));
    await nobody.page.getByRole('link', { name: 'Visa alla mejl som har skickats i demon' }).click();
    await nobody.sees('Samspel: en överlämning väntar');
    await nobody.sees(/Till per\.chef\.af@arbetsformedlingen\.example/);
    await nobody.page.getByText('Visa texten').first().click();
    expect(await faultsOf(nobody.page)).toEqual([]);
    await nobody.page.getByRole('link', { name: `${town.url}/uppgifter` }).click();
    await nobody.page.waitForURL(`${town.url}/uppgifter`);
    expect(town.complaints()).toEqual([]);
  });
});
