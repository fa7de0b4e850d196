import type { Locator } from 'playwright-core';
import { dayIn } from '../../backend/src/platform/clock/clock.ts';
import { plusDays } from '@samspel/shared/calendar/working-days.ts';
import { DemoTown } from './support/demo-town.ts';
import type { Visitor } from './support/visitor.ts';

/** Somebody is away with nobody to step in: their supervisor answers at once, until a named colleague has said yes. */
describe('a case whose owner is lost', () => {
  let town: DemoTown;
  let caseId: string;
  let reference: string;
  let lena: Visitor, maria: Visitor, eva: Visitor;

  beforeAll(async () => {
    town = await DemoTown.open();
    await town.startWork();
    caseId = await town.caseOf('Eva', 'Lind');
    const [row] = await town.sql<{ reference: string }>('select reference from coordination_case where id = $1', [caseId]);
    reference = row!.reference;
    [lena, maria, eva] = await Promise.all([town.staff('lena.region'), town.staff('maria.chef.fk'), town.citizen('eva')]);
  });
  afterAll(() => town.close());

  const holder = (visitor: Visitor): Locator => visitor.section('Vem håller i det nu');
  const row = (): Locator =>
    maria.page
      .locator('app-stalled-table tbody tr')
      .filter({ has: maria.page.getByRole('rowheader', { name: reference }), hasText: 'Ingen ägare', hasNotText: 'En insats' });

  it('begins in Drift, where Karin’s leave is planned from today with no deputy', async () => {
    await lena.open(`/arenden/${caseId}`, holder(lena).getByText('Karin Berg på Försäkringskassan håller i det.'));
    const admin = await town.staff('admin.drift');
    await admin.open('/drift?flik=medarbetare');
    await admin.page.getByLabel('Sök på namn').fill('Berg');
    await admin.button('Berg, Karin').click();
    await admin.button('Ledighet').click();
    const dialog = admin.dialog('Ledighet');
    await admin.button('Planera ledighet', dialog).click();
    const today = dayIn(new Date());
    await dialog.getByRole('textbox', { name: 'Första dag borta' }).fill(today);
    await dialog.getByRole('textbox', { name: 'Sista dag borta' }).fill(plusDays(today, 20));
    await admin.button('Spara ledigheten', dialog).click();
    await admin.sees(dialog.getByText('Ingen ersättare'));
  });

  it('makes her supervisor answer, and the case, Fastnat and Eva’s page say so', async () => {
    await lena.sees(holder(lena).getByText('Maria Ståhl svarar för att hitta någon ny.'));
    await maria.open('/fastnat', row());
    await maria.sees(row().getByText('Du, tills någon har tackat ja'));
    expect(await maria.text()).not.toMatch(/Eva|Lind\b/);
    await eva.open('/min-plan', 'Maria på Försäkringskassan håller i det.');
    await eva.sees(/^Maria på Försäkringskassan har frågat om en kollega kan ta över, och ingen har sagt ja än \(frågan skickades i dag\)\./);
  });

  it('gets a new owner when a colleague whom she names has said yes', async () => {
    await row().getByRole('button', { name: /^Utse mottagare/ }).click(); // prettier-ignore
    await maria.page.getByRole('radio', { name: /^David Norén/ }).check();
    await maria.sees('David får frågan direkt och klockan går vidare. Du ansvarar tills David har tackat ja.');
    await maria.button('Utse David Norén').click();
    await maria.sees(/^Du har utsett David Norén, som har fått frågan\./);

    const david = await town.staff('david.fk');
    const card = david.page.getByRole('article').filter({ hasText: `Någon ny behövs för ärende ${reference}. Frågan har gått till dig.` });
    await david.open('/', card);
    await card.getByRole('link', { name: /^Ta emot/ }).click();
    await david.page.getByLabel('En eller två meningar').fill('Jag ringer Eva och Almgården i dag.');
    await david.page.getByRole('radio', { name: /Jag kan besluta själv/ }).check();
    await david.button('Ta emot').click();
    await david.sees(david.page.getByRole('heading', { level: 1, name: /Eva Lind/ }));
    for (const visitor of [david, lena]) await visitor.sees(holder(visitor).getByText('David Norén på Försäkringskassan håller i det.'));
    await eva.open('/min-plan', 'David på Försäkringskassan håller i det.');
    await maria.open('/fastnat', maria.page.locator('app-stalled-counters'));
    expect(await row().count()).toBe(0);
    expect(town.complaints()).toEqual([]);
  });
});
