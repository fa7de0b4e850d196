import type { Locator } from 'playwright-core';
import { DemoTown } from './support/demo-town.ts';
import { faultsOf } from './support/look.ts';
import { about } from './support/named.ts';
import { publishingASip } from './support/sip-journey.ts';
import { holds } from './support/fields.ts';
import type { Visitor } from './support/visitor.ts';

const OWN = 'Jag vill lära mig mer om datorer.';
const GOAL = 'Kunna använda journalsystemet på Almgården utan hjälp.';
const COURSE = 'Datakurs på dagtid under åtta veckor.';
const ADVICE = 'Ge råd om vilka kurser som passar bredvid arbetet.';
const WHY_NOT = 'Eva är anställd. Då är det arbetsgivaren som betalar kursen.';
const KARINS = 'Kunna använda journalsystemet på Almgården, med stöd av en kollega.';
const LENAS = 'Kunna använda journalsystemet på Almgården utan hjälp, före sommaren.';

/** One plan written by several: a draft, what is shared, what is asked and answered, and two who write the same thing at once. */
describe('writing a plan together', () => {
  let town: DemoTown;
  let plan: string;
  let due: string;
  let lena: Visitor, karin: Visitor, ahmed: Visitor, eva: Visitor;

  beforeAll(async () => {
    town = await DemoTown.open();
    plan = `/arenden/${await town.caseOf('Eva', 'Lind')}/plan`;
    due = (await town.sql<{ day: string }>(`select (app.domain_today() + 20)::text as day`))[0]!.day;
    [lena, karin, ahmed, eva] = await Promise.all([
      town.staff('lena.region'),
      town.staff('karin.fk'),
      town.staff('ahmed.af'),
      town.citizen('eva', { width: 390 }),
    ]);
  });
  afterAll(() => town.close());

  const goals = (visitor: Visitor): Locator => visitor.section('Mål och insatser');
  const goal = (visitor: Visitor): Locator => goals(visitor).getByRole('article').filter({ hasText: OWN });
  const row = (visitor: Visitor, text: string): Locator => visitor.page.locator('.acts > li').filter({ hasText: text });
  const atPlan = (visitor: Visitor): Promise<void> => visitor.open(plan, goals(visitor));

  /** Lena asks Arbetsförmedlingen under the goal, shared at once. */
  async function ask(text: string): Promise<void> {
    await lena.button(about('Lägg till insats', OWN), goal(lena)).click();
    const form = goal(lena).locator('app-activity-form');
    await form.getByLabel('Vad ska göras?').fill(text);
    await form.getByRole('radio', { name: /^Fråga Arbetsförmedlingen/ }).check();
    await form.getByRole('textbox', { name: 'Klart senast' }).fill(due);
    await form.getByRole('checkbox', { name: /^Dela med teamet direkt/ }).check();
    await lena.sees(form.getByText('Arbetsförmedlingen läser det: Ahmed Haddad'));
    await lena.button('Spara', form).click();
    await lena.sees(row(lena, text).getByText('Arbetsförmedlingen har inte svarat än. Lena ansvarar tills någon där har sagt ja.'));
  }

  async function stateOf(text: string): Promise<string> {
    const sql = `select a.state from plan_activity a join plan_item i on i.id = a.id where i.content ->> 'text' = $1`;
    return (await town.sql<{ state: string }>(sql, [text]))[0]!.state;
  }

  /** Ahmed follows the question from Min dag to where it is answered. */
  async function openRequest(text: string): Promise<Locator> {
    await ahmed.open('/', ahmed.page.getByRole('listitem').filter({ hasText: text }).first());
    await ahmed.page.getByRole('link', { name: new RegExp(`^Svara.*${text}`) }).click();
    await ahmed.sees(row(ahmed, text));
    await ahmed.button(about('Mer', text)).click();
    return row(ahmed, text);
  }

  it('keeps what Lena has typed over a reload, as a draft that only her organisation sees', async () => {
    await atPlan(lena);
    await lena.button('Skriv ett mål').click();
    await lena.page.getByLabel('Med Evas egna ord').fill(OWN);
    await lena.page.getByLabel('Målet, så som teamet skriver det').fill(GOAL);
    await lena.sees(/Utkastet sparat/);

    await atPlan(lena);
    await lena.button('Skriv ett mål').click();
    await holds(lena.page.getByLabel('Med Evas egna ord'), OWN);
    await holds(lena.page.getByLabel('Målet, så som teamet skriver det'), GOAL);
    await lena.button('Spara', lena.page.locator('app-goal-form')).click();
    await lena.sees(goal(lena).getByText('Utkast, bara Region Sjölandet ser det'));
    await atPlan(karin);
    expect(await karin.text()).not.toContain(OWN);
  });

  it('lets Eva say yes to what Lena asks, which reaches Arbetsförmedlingen from then on', async () => {
    await atPlan(lena);
    await lena.button('Dela', goal(lena)).click();
    await lena.sees(goal(lena).getByText(/^Når inte Arbetsförmedlingen\. Eva har inte sagt ja/));
    await eva.open('/samtycke', 'Arbetsförmedlingen (Ahmed Haddad) får veta om kontaktuppgifter, din situation och planen.');
    await eva.button(about('Ja', 'Får Region Sjölandet dela om dig')).click();
    await eva.sees('Du har sagt ja. Det gäller nu.');
  });

  it('shares the goal, and says beforehand exactly who will read it', async () => {
    await atPlan(lena);
    await lena.button('Dela', goal(lena)).click();
    const sharing = goal(lena).locator('app-share-item-form');
    for (const reader of ['Försäkringskassan läser det: Karin Berg', 'Arbetsförmedlingen läser det: Ahmed Haddad'])
      await lena.sees(sharing.getByText(reader));
    await lena.sees(sharing.getByText('Eva läser det först när planen publiceras.'));
    await lena.button('Dela', sharing).click();
    await lena.sees(goal(lena).getByText(/Läses av [^.]*Arbetsförmedlingen/));
    // Karin has the plan open since before.
    await karin.sees(goal(karin));
  });

  it('is declined by Ahmed with a reason, and Lena sees at once that it is hers again', async () => {
    await ask(COURSE);
    const asked = await openRequest(COURSE);
    await ahmed.button('Tacka nej', asked).click();
    const form = asked.locator('app-reason-form');
    await ahmed.button('Tacka nej', form).click();
    await ahmed.sees(form.getByText('Välj ett skäl.').first());
    await form.getByRole('radio', { name: 'det är inte deras uppdrag' }).check();
    await form.getByLabel('Några ord till den som frågade').fill(WHY_NOT);
    await ahmed.button('Tacka nej', form).click();

    await lena.sees(row(lena, COURSE).getByText(/^Arbetsförmedlingen sa nej: det är inte deras uppdrag\. Lena ansvarar/));
    await lena.button(about('Mer', COURSE)).click();
    await lena.sees(row(lena, COURSE).getByText(WHY_NOT));
  });

  it('is accepted when Lena asks for something else: Ahmed answers for it from then on', async () => {
    await ask(ADVICE);
    const asked = await openRequest(ADVICE);
    await ahmed.button('Säg ja', asked).click();
    await ahmed.button('Säg ja', asked.locator('form')).click();
    await lena.sees(row(lena, ADVICE).getByText('Ahmed Haddad', { exact: false }));
    await lena.sees(row(lena, ADVICE).getByText('Planerad'));
  });

  it('is done in one click, and undone in one', async () => {
    await ahmed.button(`Markera klart: ${ADVICE}`).click();
    await ahmed.sees(row(ahmed, ADVICE).getByText('Klart.'));
    await ahmed.button('Ångra', row(ahmed, ADVICE)).click();
    await ahmed.sees(ahmed.button(`Markera klart: ${ADVICE}`));
    expect(await stateOf(ADVICE)).toBe('PLANNED');

    await ahmed.button(`Markera klart: ${ADVICE}`).click();
    await ahmed.sees(row(ahmed, ADVICE).getByText('Klart.'));
    // Whoever goes on with something else has not regretted it.
    await ahmed.page.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name: 'Min dag' }).click();
    await ahmed.sees(ahmed.page.locator('app-day-rail'));
    await lena.sees(row(lena, ADVICE).getByText('Klart', { exact: true }));
    expect(await stateOf(ADVICE)).toBe('COMPLETED');
  });

  it('keeps both texts when Lena and Karin change the same goal at the same time', async () => {
    const [lenasForm, karinsForm] = [goals(lena).locator('app-goal-form'), goals(karin).locator('app-goal-form')];
    await Promise.all([atPlan(lena), atPlan(karin)]);
    await lena.button(about('Ändra', GOAL)).click();
    await lenasForm.getByLabel('Målet, så som teamet skriver det').fill(LENAS);
    await karin.button(about('Ändra', GOAL)).click();
    await karin.sees(karinsForm.getByText('Lena skriver här just nu'));
    await karinsForm.getByLabel('Målet, så som teamet skriver det').fill(KARINS);
    await karin.button('Spara', karinsForm).click();
    await karin.sees(goal(karin).getByText(KARINS, { exact: true }));

    await lena.expectRefusals(412).button('Spara', lenasForm).click();
    const merge = goals(lena).locator('app-merge');
    await lena.sees(merge.getByText('Karin hann ändra samma sak.'));
    for (const text of [KARINS, LENAS]) await lena.sees(merge.locator('.preview').getByText(text, { exact: true }));
    for (const width of [320, 1280]) {
      await lena.page.setViewportSize({ width, height: 900 });
      expect(await faultsOf(lena.page)).toEqual([]);
    }
    await merge.getByRole('radio', { name: 'Båda, under varandra' }).check();
    await holds(merge.getByLabel('Så blir det'), `${KARINS}\n\n${LENAS}`);
    await lena.button('Spara så här', merge).click();
    for (const visitor of [lena, karin]) for (const text of [KARINS, LENAS]) await visitor.sees(goal(visitor).getByText(text).first());
  });

  describe('publishing a SIP', () => publishingASip(() => town));

  it('left no page with an error in its console', () => {
    expect(town.complaints()).toEqual([]);
  });
});
