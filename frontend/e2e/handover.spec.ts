import { type Locator } from 'playwright-core';
import { jumpOneDay } from './support/clock.ts';
import { DemoTown } from './support/demo-town.ts';
import type { Visitor } from './support/visitor.ts';

const REASON = 'Hamids sjukpenning tar slut i vinter. Han vill söka arbete redan nu.';
const HOW = 'Jag ringer Hamid på torsdag och går igenom inskrivningen med tolk.';
const OUTCOME = 'Hamid är inskriven och har en plan för de första veckorna.';
/** Both supervisors have been alerted after six working days; a day on which nobody works is one more to begin with. */
const MOST_JUMPS = 8;

/** Nobody answers, the ladder climbs, a supervisor names somebody, and the case gets a new owner: each step goes on from the one before it. */
describe('a handover that nobody answers', () => {
  let town: DemoTown;
  let caseId: string;
  let reference: string;
  let handoverId: string;
  let karin: Visitor, ahmed: Visitor, admin: Visitor, per: Visitor, maria: Visitor;

  beforeAll(async () => {
    town = await DemoTown.open();
    await town.startWork();
    caseId = await town.caseOf('Hamid', 'Rezai');
    [{ reference }] = (await town.sql<{ reference: string }>('select reference from coordination_case where id = $1', [caseId])) as [
      { reference: string },
    ];
  });
  afterAll(() => town.close());

  const rowOf = ({ page }: Visitor): Locator =>
    page.locator('app-stalled-table tbody tr').filter({ has: page.getByRole('rowheader', { name: reference }) });
  const alertOf = ({ page }: Visitor, why: string): Locator => page.getByRole('listitem').filter({ hasText: `${reference}: ${why}` });
  const climbed = ({ page }: Visitor): Promise<string[]> => page.locator('app-ladder li.is-done').allInnerTexts();
  const badge = ({ page }: Visitor): Locator => page.getByRole('banner').getByRole('link', { name: /^Larm/ });
  const openAlerts = async (visitor: Visitor): Promise<number> =>
    Number(/\d+/.exec((await badge(visitor).getAttribute('aria-label')) ?? '')?.[0] ?? 0);
  const dueAt = async (): Promise<Date> =>
    (await town.sql<{ due: Date }>('select owner_due_at as due from handover where id = $1', [handoverId]))[0]!.due;

  it('begins with Ahmed in Hamid’s team, by the invitation that waits at Arbetsförmedlingen', async () => {
    const sara = await town.staff('sara.af');
    await sara.open('/inbjudningar', sara.page.getByRole('row').filter({ hasText: 'Karin Berg' }).first());
    await sara.page.getByRole('link', { name: /inbjudan från Karin Berg/ }).click();
    await sara.page.getByRole('radio', { name: 'En kollega på enheten' }).check();
    await sara.page.getByLabel('Sök kollega').fill('Ahmed');
    await sara.page.getByRole('radio', { name: /Ahmed Haddad/ }).check();
    await sara.page.getByRole('radio', { name: /Får besluta/ }).check();
    await sara.button('Tacka ja och gå med').click();
    await sara.sees(/Ahmed Haddad är nu med i teamet/);
    await sara.leave();
  });

  it('is offered from the case, with what the receiver and Hamid will read beside it', async () => {
    karin = await town.staff('karin.fk');
    await karin.open(`/arenden/${caseId}`, karin.section('Vem håller i det nu').getByText('Karin Berg på Försäkringskassan håller i det.'));
    await karin.page.getByRole('link', { name: 'Lämna över', exact: true }).click();
    await karin.sees('Brådskar det? Ring. En överlämning här ersätter inte anmälan eller ansökan.');
    // Karin had begun yesterday: unit and task stand there, only the reason is missing.
    const send = karin.button('Lämna över till Arbetsförmedlingen Sjöstad');
    await send.click();
    await karin.sees('Skriv varför.');
    await karin.page.getByLabel('Varför just nu?').fill(REASON);
    const sight = karin.page.getByRole('region', { name: 'Så ser mottagaren det' });
    await karin.sees(sight.getByText(REASON));
    await karin.sees(sight.getByText(/Hamid får läsa: ”Arbetsförmedlingen har inte tagit emot än/));
    await send.click();

    await karin.page.waitForURL(`${town.url}/arenden/${caseId}`);
    const holder = karin.section('Vem håller i det nu');
    await karin.sees(holder.getByText('Karin Berg på Försäkringskassan håller i det.'));
    await karin.sees(
      holder.getByText(/^Arbetsförmedlingen har inte tagit emot än \(skickad i dag\)\. Karin Berg ansvarar tills någon där har sagt ja\./),
    );
    const [row] = await town.sql<{ id: string }>(`select id from handover where case_id = $1 and state = 'OFFERED'`, [caseId]);
    handoverId = row!.id;
  });

  it('climbs the ladder day by day until both supervisors see it', async () => {
    [admin, per, maria] = await Promise.all([town.staff('admin.drift'), town.staff('per.chef.af'), town.staff('maria.chef.fk')]);
    await Promise.all([admin.open('/drift', admin.section('Demoklocka')), per.open('/fastnat'), maria.open('/fastnat')]);
    await per.sees(badge(per));
    expect(await rowOf(per).count()).toBe(0);
    const before = await openAlerts(per);

    const days: string[][] = [];
    while (!days.at(-1)?.some((step) => step.endsWith('Du och chefen på Försäkringskassan Sjöstad fick ett larm'))) {
      expect(days.length).toBeLessThan(MOST_JUMPS);
      await jumpOneDay(town, admin);
      await per.open(`/fastnat?rad=${handoverId}`, per.page.locator('app-stalled-counters'));
      const open = (await rowOf(per).count()) > 0;
      if (open) await per.sees(per.page.locator('app-ladder'));
      days.push(open ? await climbed(per) : []);
    }
    const counts = days.map((steps) => steps.length);
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    expect(days.at(-1)!.map((step) => step.split('\n').at(-1))).toEqual(
      expect.arrayContaining(['Arbetsförmedlingen Sjöstad och Karin fick ett larm', 'Du fick ett larm']),
    );
    expect(await openAlerts(per)).toBeGreaterThan(before);
    await per.sees(rowOf(per).first().getByText('Ej mottagen'));

    await maria.open(`/fastnat?rad=${handoverId}`, maria.page.locator('app-ladder'));
    expect((await climbed(maria)).at(-1)).toMatch(/Chefen på Arbetsförmedlingen Sjöstad och du fick ett larm$/);
    expect(await maria.text()).not.toMatch(/Hamid|Rezai/);
    for (const chief of [per, maria]) {
      await chief.open('/larm', alertOf(chief, 'tre arbetsdagar över gränsen, och ingen på Arbetsförmedlingen Sjöstad har tackat ja.'));
      expect(await chief.text()).not.toMatch(/Hamid|Rezai/);
    }
    await per.sees(alertOf(per, 'en arbetsdag över gränsen, och ingen på Arbetsförmedlingen Sjöstad har tackat ja.'));
  });

  it('has told them by mail, which says nothing of the case', async () => {
    // What was written at night leaves in the morning.
    await jumpOneDay(town, admin);
    for (const to of ['per.lindqvist@', 'maria.stahl@']) {
      await town.until(`select exists (select from demo_mail where recipient like $1 || '%' and sent_at > clock_timestamp() + interval '1 day') as holds`, [to]); // prettier-ignore
    }
    await maria.page.goto('/utskick');
    await maria.sees(/Till per\.lindqvist@/);
    await maria.sees(/Till maria\.stahl@/);
    for (const { subject, text } of await town.sql<{ subject: string; text: string }>('select subject, text from demo_mail')) {
      expect(`${subject}\n${text}`).not.toMatch(/Hamid|Rezai|sjukpenning/);
    }
  });

  it('is given to Ahmed by Per in two clicks from Fastnat, and the clock runs on', async () => {
    const due = await dueAt();
    await per.open('/fastnat', rowOf(per).first());
    let clicks = 0;
    const click = async (target: Locator): Promise<void> => {
      clicks += 1;
      await target.click();
    };
    await click(
      rowOf(per)
        .first()
        .getByRole('button', { name: /^Utse mottagare/ }),
    );
    await per.sees(per.page.getByRole('radio', { name: /Ahmed Haddad Redan med i teamet/ }));
    await click(per.button('Utse Ahmed Haddad'));
    await per.sees('Du har utsett Ahmed Haddad, som har fått frågan. Klockan går vidare tills Ahmed Haddad har tackat ja.');
    expect(clicks).toBe(2);
    await per.sees(rowOf(per).first().getByText('Ej mottagen'));
    await per.sees(rowOf(per).first().getByText('Karin Berg, FK'));
    expect(await dueAt()).toEqual(due);
    await karin.open(`/arenden/${caseId}`, karin.section('Vem håller i det nu').getByText(/^Ahmed Haddad på Arbetsförmedlingen Sjöstad är föreslagen men har inte svarat än \(dag \d+, över tiden\)\. Karin Berg ansvarar tills svaret är ja\./)); // prettier-ignore
  });

  it('is taken by Ahmed from Min dag, with four answers and a day for the first contact', async () => {
    ahmed = await town.staff('ahmed.af');
    const card = ahmed.page.getByRole('article').filter({ hasText: 'Karin Berg vill lämna över Hamid Rezai till dig' });
    await ahmed.open('/', card);
    await card.getByRole('link', { name: /^Ta emot/ }).click();
    await ahmed.sees(ahmed.page.getByRole('heading', { level: 1, name: 'Ta emot Hamid Rezai från Försäkringskassan' }));
    await ahmed.sees(REASON);
    await ahmed.button('Ta emot').click();
    await ahmed.sees('Skriv hur det ska gå till.');
    const answer = (question: string, name: string): Locator =>
      ahmed.page.getByRole('group', { name: question }).getByRole('radio', { name }).first();
    expect(await answer('Förstår du uppdraget?', 'Ja').isChecked()).toBe(true);
    expect(await answer('Går det att lösa?', 'Ja').isChecked()).toBe(true);
    await ahmed.page.getByLabel('En eller två meningar').fill(HOW);
    await answer('Vilket mandat har du?', 'Jag kan besluta själv').check();
    expect(await ahmed.page.getByRole('textbox', { name: 'Första kontakt med personen' }).inputValue()).toMatch(/^\d{4}-\d\d-\d\d$/);
    await ahmed.button('Ta emot').click();

    await ahmed.sees(ahmed.page.getByRole('heading', { level: 1, name: /Hamid Rezai/ }));
    await ahmed.sees(ahmed.section('Vem håller i det nu').getByText('Ahmed Haddad på Arbetsförmedlingen håller i det.'));
    await karin.sees(karin.section('Vem håller i det nu').getByText('Ahmed Haddad på Arbetsförmedlingen håller i det.'));
    await per.open('/larm');
    await alertOf(per, '').first().waitFor({ state: 'detached' });
  });

  it('is closed when Ahmed has met Hamid and finished, and Karin has acknowledged', async () => {
    await ahmed.page.getByRole('link', { name: /^Se överlämningen/ }).first().click(); // prettier-ignore
    await ahmed.button('Skriv in första kontakten').click();
    const meeting = ahmed.dialog('Skriv in första kontakten');
    await meeting.getByRole('checkbox', { name: 'Hamid Rezai' }).check();
    await meeting.getByRole('checkbox', { name: 'Karin Berg, som lämnade över' }).check();
    await ahmed.sees(meeting.getByText('Varm överlämning: alla tre var med.'));
    await ahmed.button('Skriv in', meeting).click();
    await ahmed.sees('Första kontakten är inskriven.');
    await ahmed.button('Gör klart').click();
    const ending = ahmed.dialog('Gör klart');
    await ending.getByLabel('Hur blev det?').fill(OUTCOME);
    await ahmed.button('Gör klart', ending).click();
    await ahmed.sees('Klart. Karin kan nu kvittera.');

    const card = karin.page.getByRole('article').filter({ hasText: 'Överlämningen av Hamid Rezai är avslutad. Kvittera att du har sett det.' });
    await karin.open('/', card);
    await karin.button('Kvittera', card).click();
    await card.waitFor({ state: 'detached' });
    const [row] = await town.sql('select state, closed_at is not null as closed from handover where id = $1', [handoverId]);
    expect(row).toEqual({ state: 'COMPLETED', closed: true });
    await karin.open(`/overlamningar/${handoverId}`, 'Överlämningen är klar.');
    await karin.sees('Varm: alla var med');
    await karin.sees(OUTCOME);
    expect(town.complaints()).toEqual([]);
  });
});
