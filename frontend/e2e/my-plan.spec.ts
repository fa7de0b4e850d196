import type { Locator } from 'playwright-core';
import { DemoTown } from './support/demo-town.ts';
import { about } from './support/named.ts';
import { focusLandsOn, hiddenStops, KeyPresses, tabTo } from './support/keys.ts';
import type { Visitor } from './support/visitor.ts';

const WORDS = 'Jag vill orka med helgerna också.';
const STOPPED = 'Ahmed tar reda på vilka andra jobb du kan ha.';
/** The same in the words of the team. */
const STOPPED_FOR_STAFF = 'Kartlägga andra arbetsuppgifter inom vård och omsorg.';
const TO_AF = 'Försäkringskassan får berätta för Arbetsförmedlingen';
const OWN = 'Säg nej till något en gång i veckan.';

/** Eva on a small phone, with the keyboard alone. */
describe('the person’s own pages', () => {
  let town: DemoTown;
  let caseId: string;
  let eva: Visitor, lena: Visitor, karin: Visitor, ahmed: Visitor;
  let keys: KeyPresses;

  beforeAll(async () => {
    town = await DemoTown.open();
    caseId = await town.caseOf('Eva', 'Lind');
    [eva, lena, karin, ahmed] = await Promise.all([
      town.citizen('eva', { width: 320 }),
      town.staff('lena.region'),
      town.staff('karin.fk'),
      town.staff('ahmed.af'),
    ]);
    await karin.open(`/arenden/${caseId}`, karin.section('Team'));
    await ahmed.open(`/arenden/${caseId}`, ahmed.section('Team'));
    keys = new KeyPresses(eva.page);
  });
  afterAll(() => town.close());

  const go = (name: string): Locator => eva.page.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name });
  const heading = (name: string): Locator => eva.page.getByRole('heading', { level: 1, name });
  /** The accessibility tree as a screen reader walks it, with one word for every day. */
  const treeOf = async (part: Locator): Promise<string[]> =>
    (await part.ariaSnapshot())
      .replaceAll(/\d{1,2} \p{L}+ \d{4}/gu, 'DAG')
      .split('\n')
      .filter((line) => !/^\s*- (\/url|status$)/.test(line))
      .map((line) => line.replace(/^\s*- /, ''));

  it('open on Min plan, which reads in this order', async () => {
    // Reading the plan is the page itself: no press at all.
    await eva.page.goto('/');
    await eva.sees(eva.section('Det jag har sagt').getByRole('listitem').first());
    expect(new URL(eva.page.url()).pathname).toBe('/min-plan');
    const all = await treeOf(eva.page.locator('main'));
    expect(all.filter((line) => /^heading .*\[level=[12]\]/.test(line))).toEqual(HEADINGS);
    const [first, last] = [all.indexOf('region "Det här händer nu":'), all.findIndex((line) => line.startsWith('group: "Säg något om målet'))];
    expect(all.slice(first, last)).toEqual(READS);
    expect(await treeOf(eva.section('Det här gör jag själv'))).toEqual(MINE);
    expect(await hiddenStops(eva.page)).toEqual([]);
  });

  it('take her own words, which the team reads at once', async () => {
    await lena.open(`/arenden/${caseId}/plan`, lena.section('Viktigt för Eva'));
    await eva.open('/min-plan', eva.section('Viktigt för mig'));
    const change = eva.button(/^Ändra/, eva.section('Viktigt för mig'));
    await keys.press(change);
    const field = eva.dialog('Viktigt för mig').getByLabel('Det här är viktigt för mig');
    await focusLandsOn(field);
    await eva.page.keyboard.press('Control+a');
    await eva.page.keyboard.type(WORDS);
    await keys.press(eva.button('Spara', eva.dialog('Viktigt för mig')));
    await eva.sees(eva.section('Viktigt för mig').getByText(WORDS));
    await focusLandsOn(change);
    await lena.sees(lena.section('Viktigt för Eva').getByText(WORDS));
  });

  it('say that a step has stopped, and Lena hears it at once', async () => {
    await lena.open('/', lena.page.locator('app-day-rail'));
    const step = eva.page.locator('app-activity-line').filter({ hasText: STOPPED });
    await keys.press(step.locator('summary'));
    await keys.press(eva.button('Här tar det stopp', step));
    const dialog = eva.dialog('Här tar det stopp');
    await tabTo(eva.page, dialog.getByRole('radio').first());
    await eva.page.keyboard.press('Space');
    await eva.sees(dialog.getByText('Alla i ditt team får veta det direkt.'));
    await keys.press(eva.button('Säg till teamet', dialog));
    await eva.sees(dialog.getByText(/^Vi har sagt det till teamet\. .+ svarar senast /));
    await keys.press(eva.button('Stäng', dialog).last());
    await eva.sees(eva.section('Det jag har sagt').getByText('Här tar det stopp: Jag får inget svar', { exact: true }));

    await lena.button(/nya? ändring.* visa/).click();
    await lena.sees(lena.page.locator('app-day-alerts li').filter({ hasText: 'personen säger att det har stannat' }).first());
    await karin.sees(karin.section('Eva säger').getByRole('article', { name: `Eva säger att det har stannat: ${STOPPED_FOR_STAFF}` }));
  });

  it('show in one press that Karin has looked, from where and why', async () => {
    expect(await keys.spentOn(() => keys.press(go('Vem har tittat')))).toBe(1);
    await focusLandsOn(heading('Vem har tittat'));
    const look = eva.page.locator('app-look-row').filter({ hasText: 'Karin Berg' }).filter({ hasText: 'Läste ditt ärende.' }).first();
    await eva.sees(look);
    const text = await look.innerText();
    for (const words of ['Personlig handläggare', 'Försäkringskassan, Försäkringskassan Sjöstad']) expect(text).toContain(words);
    expect(text).toMatch(/\d{4} kl\. \d\d\.\d\d/);
    await keys.press(eva.button(/^Jag undrar över detta/, look));
    const dialog = eva.dialog('Jag undrar över detta');
    await eva.sees(dialog.getByText(/^Bara Försäkringskassan läser frågan\./));
    await keys.press(eva.button('Skicka frågan', dialog));
    await eva.sees(dialog.getByText(/svarar senast/));
    await keys.press(eva.button('Stäng', dialog).last());
    await eva.sees(eva.section('Mina frågor om det här').getByText('Varför tittade ni på mina uppgifter?'));
  });

  it('let her take back her yes in three presses, and see at once what changed', async () => {
    await keys.press(go('Min plan'));
    await eva.sees(eva.section('De som hjälper mig').getByText('Ahmed Haddad'));
    ahmed.expectRefusals(404);
    const spent = await keys.spentOn(async () => {
      await keys.press(go('Samtycke'));
      await focusLandsOn(heading('Mitt samtycke'));
      await keys.press(eva.button(about('Ta tillbaka mitt ja', TO_AF)));
      const dialog = eva.dialog('Ta tillbaka ditt ja?');
      await eva.sees(dialog.getByText('Den som inte längre har ditt ja kan inte öppna ditt ärende.'));
      await keys.press(eva.button('Ta tillbaka mitt ja', dialog));
    });
    expect(spent).toBe(3);
    await eva.sees('Du har tagit tillbaka ditt ja. Det gäller nu.');
    await eva.button(about('Ta tillbaka mitt ja', TO_AF)).waitFor({ state: 'detached' });
    await ahmed.page.getByRole('heading', { name: 'Du har inte längre tillgång till det här ärendet.' }).last().waitFor();
    await keys.press(go('Min plan'));
    await eva.sees(eva.section('De som hjälper mig').getByText('Karin Berg'));
    expect(await eva.section('De som hjälper mig').innerText()).not.toContain('Ahmed');
  });

  it('report what she does herself in one press, and take it back in one', async () => {
    const mine = eva.section('Det här gör jag själv').getByRole('listitem').filter({ hasText: OWN });
    const stateOf = async () => (await town.sql<{ state: string }>(STATE, [OWN]))[0]!.state;
    expect(await keys.spentOn(() => keys.press(eva.button(/^Gjort/, mine)))).toBe(1);
    await eva.sees(mine.getByText('Bra. Det är gjort.'));
    expect(await stateOf()).toBe('COMPLETED');
    await keys.press(eva.button('Ångra', mine));
    await eva.sees(eva.button(/^Gjort/, mine));
    expect(await stateOf()).toBe('IN_PROGRESS');
  });

  it('go one thing at a time in simple Swedish, and are left in a hurry', async () => {
    const { page } = (eva = await town.citizen('eva', { width: 320, language: 'sv-enkel' }));
    const title = page.locator('#simple-heading');
    await eva.open('/min-plan', title);
    const titles = [await title.innerText()];
    for (let next = eva.button('Nästa'); (await next.count()) > 0;) {
      const before = page.url();
      await tabTo(page, next);
      await page.keyboard.press('Enter');
      await page.waitForURL((address) => address.href !== before);
      await page.waitForFunction(() => document.activeElement?.id === 'simple-heading');
      titles.push(await title.innerText());
    }
    expect(titles).toEqual(SCREENS);

    await page.route('https://www.smhi.se/**', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: '<h1>Väder</h1>' }));
    await tabTo(page, page.getByRole('link', { name: 'Lämna sidan snabbt' }));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Väder' }).waitFor();
    const left = page.url();
    await page.goBack();
    expect([left, new URL(page.url()).search]).toEqual(['https://www.smhi.se/', `?sida=${SCREENS.length - 1}`]);
  });

  it('left no error in any console', () => {
    expect(town.complaints()).toEqual([]);
  });
});

const STATE = `select a.state from plan_activity a join plan_item i on i.id = a.id where i.content ->> 'plain' = $1`;
const HEADINGS = [
  'heading "Min plan" [level=1]',
  'heading "Det här händer nu" [level=2]',
  'heading "Vem håller i det nu" [level=2]',
  'heading "Viktigt för mig" [level=2]',
  'heading "Mina mål" [level=2]',
  'heading "Det här gör jag själv" [level=2]',
  'heading "Mer i planen" [level=2]',
  'heading "Om planen" [level=2]',
  'heading "Hör av er till mig" [level=2]',
  'heading "Hjälper planen?" [level=2]',
  'heading "Det jag har sagt" [level=2]',
  'heading "De som hjälper mig" [level=2]',
  'heading "Mitt samtycke" [level=2]',
  'heading "Det här har hänt" [level=2]',
  'heading "Planen på papper" [level=2]',
];
const READS = [
  'region "Det här händer nu":',
  'heading "Det här händer nu" [level=2]',
  'paragraph: Karin ringer Gunilla på Almgården om tunga lyft.',
  'paragraph: Senast DAG.',
  'paragraph: Karin på Försäkringskassan gör det.',
  'paragraph: Du har 1 fråga att svara på. Den finns under Samtycke.',
  'region "Vem håller i det nu":',
  'heading "Vem håller i det nu" [level=2]',
  'paragraph: Karin på Försäkringskassan håller i det.',
  'paragraph: Undrar du något är det Karin du frågar först.',
  'paragraph: Sedan DAG.',
  'link "Ring Karin, 0980-319 202":',
  'button "Här tar det stopp"',
  'region "Viktigt för mig":',
  'heading "Viktigt för mig" [level=2]',
  '\'button "Ändra : Viktigt för mig"\'',
  'paragraph: ”Jag vill jobba med mina gamla på Almgården igen. Och orka skratta med barnen när jag kommer hem.”',
  'region "Mina mål":',
  'heading "Mina mål" [level=2]',
  'heading "Du ska tillbaka till jobbet, i din takt." [level=3]',
  'paragraph: "Med dina ord: Jag vill tillbaka till mitt jobb och mina arbetskamrater."',
  'paragraph: Det går åt rätt håll.',
  'list:',
  'listitem:',
  'paragraph: "Du gör själv: Du hälsar på jobbet och berättar det du vill."',
  'listitem:',
  'paragraph: Karin bjuder in till ett möte om jobbet.',
  'paragraph: Karin på Försäkringskassan gör det.',
  'text: Klart',
  'listitem:',
  'paragraph: Du slipper tunga lyft på jobbet.',
  'paragraph: Gunilla Rask, Almgården gör det. Karin på Försäkringskassan följer upp.',
  'paragraph: Klart senast DAG.',
  'text: Pågår',
  'group: "Säg något om det här : Du slipper tunga lyft på jobbet."',
  'listitem:',
  'paragraph: Du får pengar från Försäkringskassan medan du börjar jobba.',
  'paragraph: Karin på Försäkringskassan gör det.',
  'text: Klart',
];
const MINE = [
  'region "Det här gör jag själv":',
  'heading "Det här gör jag själv" [level=2]',
  'list:',
  'listitem:',
  'paragraph: Du hälsar på jobbet och berättar det du vill.',
  'paragraph: Det gör du själv. Lena i Region Sjölandet hjälper dig om det behövs.',
  'text: Klart',
  '\'button "Inte klart än : Du hälsar på jobbet och berättar det du vill."\'',
  'listitem:',
  'paragraph: Säg nej till något en gång i veckan.',
  'paragraph: Det gör du själv. Lena i Region Sjölandet hjälper dig om det behövs.',
  'paragraph: Klart senast DAG.',
  'text: Pågår',
  'group: "Säg något om det här : Säg nej till något en gång i veckan."',
  '\'button "Gjort : Säg nej till något en gång i veckan."\'',
];
const SCREENS = [
  'Vad händer nu?',
  'Vem hjälper mig nu?',
  'Viktigt för mig',
  'Du ska tillbaka till jobbet, i din takt.',
  'Du ska våga säga nej.',
  'Du ska veta vad du kan jobba med annars.',
  'Du ska ha mindre ont och må bättre.',
  'Din rygg ska bli starkare.',
  'Du ska sova bättre och känna dig lugnare.',
  'Din familj får stöd.',
  'Gå till badhuset med barnen på lördagar.',
  'Det här gör jag',
  'När det blir svårt',
  'Är du med på planen?',
  'Mina egna mål',
  'Vill du prata med oss?',
  'Hjälper planen dig?',
  'Det jag har sagt',
  'De som hjälper mig',
  'Vad har hänt?',
  'Planen på papper',
];
