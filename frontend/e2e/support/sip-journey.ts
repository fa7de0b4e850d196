import type { Locator } from 'playwright-core';
import { signIn } from '../../../backend/test/support/sign-in.ts';
import type { DemoTown } from './demo-town.ts';
import { about } from './named.ts';
import type { Visitor } from './visitor.ts';

const CARE = 'Samtal en gång i veckan på vårdcentralen.';
const REASON = 'Den första planen, när alla har sagt ja.';
/** What the person's own page and what staff see beforehand have in common, in the order it is read. */
const PARTS = ['Det här händer nu', 'Viktigt för mig', 'Mina mål', 'Annat som görs', 'Mer i planen', 'Om planen'];

/** Olle's SIP: it may not be published before the statute's four items are answered, and what he reads is what Sofia saw. */
export function publishingASip(open: () => DemoTown): void {
  let town: DemoTown;
  let path: string;
  let due: string;
  let sofia: Visitor, lena: Visitor, olle: Visitor;
  let seen: string[];

  beforeAll(async () => {
    town = open();
    const caseId = await town.caseOf('Olle', 'Nyström');
    path = `/arenden/${caseId}/plan`;
    due = (await town.sql<{ day: string }>(`select (app.domain_today() + 30)::text as day`))[0]!.day;
    await bringInTheRegion(caseId);
    [sofia, lena, olle] = await Promise.all([town.staff('sofia.kommun'), town.staff('lena.region'), town.citizen('olle', { width: 320 })]);
  });

  /** Olle says yes to it, and vårdcentralen to joining, with Lena. */
  async function bringInTheRegion(caseId: string): Promise<void> {
    const [found] = await town.sql<{ social: string; region: string; unit: string; lena: string; until: string }>(
      `select (select id from organisation where short_name = 'Socialtjänsten') as social,
              (select id from organisation where short_name = 'Region Sjölandet') as region,
              (select id from unit where name = 'Vårdcentralen Sjöstad') as unit,
              (select a.id from assignment a join staff_member s on s.id = a.staff_member_id where s.family_name = 'Forsman') as lena,
              (app.domain_today() + 200)::text as until`,
    );
    const { social, region, unit, lena: assignmentId, until } = found!;
    const [today] = await town.sql<{ day: string }>('select app.domain_today()::text as day');
    const terms = { givenBy: 'SELF', purpose: 'Att planera stöd och vård ihop.', exclusions: '', form: 'WRITTEN', informedWithText: '2026-11' };
    const consent = (disclosingOrganisationId: string, to: string) => ({
      ...{ ...terms, disclosingOrganisationId, validFrom: today!.day, validTo: until },
      ...{ informationCategories: ['CONTACT', 'SITUATION', 'PLAN'], recipients: { organisationIds: [to], contactIds: [] } },
    });
    const [sofias, ullas, lenas] = [
      await signIn(town.url, 'sofia.kommun'),
      await signIn(town.url, 'ulla.region'),
      await signIn(town.url, 'lena.region'),
    ];
    expect(await sofias.post(`cases/${caseId}/consents`, consent(social, region))).toMatchObject({ status: 201 });
    const { body } = await sofias.post(`cases/${caseId}/invitations`, { unitId: unit, reason: 'Olle vill prata med någon hos er.' });
    const role = { role: 'Kurator', mandate: 'MAY_DECIDE', questionArea: 'Samtal' };
    expect(await ullas.put(`invitations/${body.id}/acceptance`, { assignmentId, ...role })).toMatchObject({ status: 200 });
    expect(await lenas.post(`cases/${caseId}/consents`, consent(region, social))).toMatchObject({ status: 201 });
  }

  const missing = (): Locator => sofia.section('Det här saknas').getByRole('link');
  const publish = (): Locator => sofia.button('Publicera till Olle');
  const atPublication = (): Promise<void> => sofia.open(`${path}/publicera`, publish());

  it('is refused, and says what is missing, as links to where it is put right', async () => {
    await atPublication();
    expect(await missing().allInnerTexts()).toEqual([
      'Det saknas en insats som regionen har sagt ja till',
      'Skriv åtgärder av andra, eller att ingen behövs',
      'Välj vem som har det övergripande ansvaret',
    ]);
    await sofia.expectRefusals(409).page.getByLabel('Varför en ny version?').fill(REASON);
    await publish().click();
    await sofia.sees('En samordnad individuell plan ska svara på lagens fyra punkter. Något av dem saknas.');
    await olle.open('/min-plan', /^Planen är inte klar att läsa än\./);
  });

  it('asks the region, which says yes', async () => {
    await missing().first().click();
    await sofia.sees(sofia.page.getByRole('heading', { level: 1, name: 'Plan (SIP)' }));
    await sofia.button('Lägg till insats utan mål').click();
    const form = sofia.page.locator('app-activity-form');
    await form.getByLabel('Vad ska göras?').fill(CARE);
    await form.getByRole('radio', { name: /^Fråga Region Sjölandet/ }).check();
    await form.getByRole('textbox', { name: 'Klart senast' }).fill(due);
    await form.getByRole('checkbox', { name: /^Dela med teamet direkt/ }).check();
    await sofia.button('Spara', form).click();
    await sofia.sees(/^Region Sjölandet har inte svarat än\./);

    // A question is no answer: the activity that waits is what is missing.
    await atPublication();
    expect(await missing().first().innerText()).toBe('En insats väntar på att någon säger ja');
    const row = lena.page.locator('.acts > li').filter({ hasText: CARE });
    await lena.open(path, row);
    await lena.button(about('Mer', CARE)).click();
    await lena.button('Säg ja', row).click();
    await lena.button('Säg ja', row.locator('form')).click();
    await lena.sees(row.getByText('Planerad'));
  });

  it('follows the links to the rest, until nothing is missing', async () => {
    await atPublication();
    await sofia.sees(missing().first());
    expect(await missing().count()).toBe(2);
    await missing().first().click();
    const form = sofia.page.locator('app-plan-settings-form');
    await form.getByLabel('Övergripande ansvar').selectOption({ label: 'Sjöstads kommun' });
    await form.getByRole('checkbox', { name: /^Ingen åtgärd behövs av någon annan/ }).check();
    await sofia.button('Spara', form).click();
    await form.waitFor({ state: 'detached' });
    const four = sofia.section('Om planen').locator('app-four-items li');
    await sofia.sees(four.getByText('Övergripande ansvar: Sjöstads kommun'));
    expect(await four.allInnerTexts()).toEqual([
      'Insatser som behövs: 3',
      'Kommun och region har var sina',
      'Åtgärder av andra: 0',
      'Övergripande ansvar: Sjöstads kommun',
    ]);
  });

  it('offers simple words where they are missing, and shows Sofia exactly what Olle will read', async () => {
    await atPublication();
    expect(await missing().count()).toBe(0);
    const plain = sofia.section('Med enkla ord').locator('app-plain-words-form, .plan-part').filter({ hasText: 'Handledare i cykelverkstaden.' });
    await plain.getByLabel('Med enkla ord').fill('Någon visar dig hur man gör.');
    await sofia.button('Spara de enkla orden', plain).click();
    const sight = sofia.section('Så här ser Olle det');
    await sofia.sees(sight.getByText('Någon visar dig hur man gör.', { exact: true }));
    expect(await sight.getByRole('button', { disabled: false }).count()).toBe(0);
    seen = await readingOf(sight);
    expect(seen.join('\n')).toContain(CARE);
  });

  it('is what Olle then reads, word for word, and says yes to in one press', async () => {
    await sofia.page.getByLabel('Varför en ny version?').fill(REASON);
    await publish().click();
    await sofia.sees(sofia.page.getByRole('heading', { name: /^Version 1/ }));
    await sofia.sees(REASON);

    await olle.open('/min-plan', olle.section('Mina mål'));
    await olle.sees(olle.section('Om planen'));
    expect(await readingOf(olle.page.locator('app-person-plan'))).toEqual(seen);
    await olle.button('Jag är med på planen').click();
    await olle.sees(/^Du är med på planen sedan /);
    await sofia.open(`${path}/versioner`, /^Olle.* står bakom den sedan /);
  });

  /** The accessibility tree of what both read, without what only says that a button is shut. */
  function readingOf(within: Locator): Promise<string[]> {
    return Promise.all(
      PARTS.map(async (name) => {
        const part = within.getByRole('region', { name, exact: true });
        return (await part.ariaSnapshot()).replaceAll(' [disabled]', '');
      }),
    );
  }
}
