import { DemoTown } from './support/demo-town.ts';
import type { Visitor } from './support/visitor.ts';

/** The whole way of one shared case, through real pages: each step goes on from the one before it. */
describe('the shared case', () => {
  const NOTE = 'Almgården har bokat om hissen, så lyften går att undvika hela veckan.';
  const INVITING = 'Vi vill prova en plats där det inte är tunga lyft.';
  /** Product promise: a lost consent empties an open page within this time. */
  const LOST_WITHIN_MS = 20_000;

  let town: DemoTown;
  let caseId: string;
  let karin: Visitor;
  let ahmed: Visitor;
  let loadedAt: number;

  beforeAll(async () => {
    town = await DemoTown.open();
    caseId = await town.caseOf('Eva', 'Lind');
  });
  afterAll(() => town.close());

  const noteOf = (visitor: Visitor) => visitor.page.getByRole('article').filter({ hasText: NOTE });
  const loadTime = ({ page }: Visitor) => page.evaluate(() => performance.timeOrigin);
  const readCase = ({ page }: Visitor) =>
    page.evaluate(async (id) => {
      const response = await fetch(`/api/v1/cases/${id}`);
      return { status: response.status, body: await response.text() };
    }, caseId);

  it('lets Karin in by the sign-in page, to her day', async () => {
    karin = (await town.visitor()).expectRefusals(401);
    await karin.page.goto('/');
    await karin.sees('Logga in i Samspel');
    await karin.page.getByRole('link', { name: 'Karin Berg', exact: true }).click();
    await karin.sees(/väntar på dig, Karin/);
    expect(new URL(karin.page.url()).pathname).toBe('/');
  });

  it('takes her from the day to Eva, and says who holds it now', async () => {
    await karin.page.getByRole('listitem').filter({ hasText: 'Eva Lind' }).getByRole('link').first().click();
    await karin.sees(karin.page.getByRole('heading', { level: 1, name: /Eva Lind/ }));
    expect(new URL(karin.page.url()).pathname).toBe(`/arenden/${caseId}`);
    await karin.sees(karin.section('Vem håller i det nu').getByText('Karin Berg på Försäkringskassan håller i det.'));
  });

  it('keeps an organisation note within the organisation', async () => {
    ahmed = await town.staff('ahmed.af');
    await ahmed.open(`/arenden/${caseId}`, ahmed.section('Anteckningar'));
    loadedAt = await loadTime(ahmed);

    await karin.page.getByLabel('Ny anteckning').fill(NOTE);
    await karin.button('Spara anteckningen').click();
    await karin.sees(noteOf(karin));

    const seen = await readCase(ahmed);
    expect(seen.status).toBe(200);
    expect(seen.body).not.toContain(NOTE);
    expect(await ahmed.text()).not.toContain(NOTE);
  });

  it('shows Ahmed the note when it is shared, on the page he has open', async () => {
    await karin.button('Dela', noteOf(karin)).click();
    const dialog = karin.dialog('Dela anteckningen');
    await dialog.getByRole('checkbox', { name: /Arbetsförmedlingen/ }).check();
    await karin.sees(dialog.getByText('Läses av Ahmed Haddad (Arbetsförmedlingen).'));
    await karin.button('Dela', dialog).click();

    await ahmed.sees(noteOf(ahmed).getByText('Delad av Försäkringskassan'));
    expect(await loadTime(ahmed)).toBe(loadedAt);
  });

  it('lets Lena invite an organisation, whose intake sees a limited preview and says yes', async () => {
    const [lena, fatima] = await Promise.all([town.staff('lena.region'), town.staff('fatima.kommun')]);
    await lena.open(`/arenden/${caseId}`, lena.section('Team'));
    await lena.button('Bjud in', lena.section('Team')).click();
    const dialog = lena.dialog('Bjud in en organisation');
    await dialog.getByLabel('Vilken organisation?').selectOption({ label: 'Sjöstads kommun, arbetsmarknad' });
    await dialog.getByLabel('Varför behövs de?').fill(INVITING);
    await lena.button('Skicka inbjudan', dialog).click();
    await lena.sees(lena.section('Team').getByText('Väntar på svar'));

    expect(await fatima.expectRefusals(404).statusOf(`cases/${caseId}`)).toBe(404);
    await fatima.page.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name: 'Inflöde' }).click();
    await fatima.page.getByRole('row').filter({ hasText: 'Lena Forsman' }).getByRole('link', { name: /Öppna/ }).click();
    await fatima.sees(INVITING);
    expect(await fatima.text()).toContain('Eva Lind');
    expect(await fatima.text()).not.toMatch(/Almgården|Karin Berg/);
    await fatima.page.getByRole('radio', { name: /Får föreslå/ }).check();
    await fatima.button('Tacka ja och gå med').click();

    await fatima.sees(fatima.page.getByRole('heading', { level: 1, name: /Eva Lind/ }));
    await lena.sees(lena.section('Team').getByText('Fatima Yusuf', { exact: true }));
  });

  it('takes the case from the page Ahmed has open when the consent is withdrawn', async () => {
    const card = karin.section('Samtycke').locator('.consent-card').filter({ hasText: 'Försäkringskassan får berätta för Arbetsförmedlingen' });
    await karin.button('Återkalla', card).click();
    const dialog = karin.dialog('Återkalla samtycket?');
    await karin.sees(dialog.getByText('Arbetsförmedlingen kommer inte längre åt ärendet.'));
    ahmed.expectRefusals(404);
    const started = Date.now();
    await karin.button('Återkalla samtycket', dialog).click();

    await ahmed.page.getByRole('heading', { name: 'Du har inte längre tillgång till det här ärendet.' }).last().waitFor({ timeout: LOST_WITHIN_MS });
    expect(Date.now() - started).toBeLessThan(LOST_WITHIN_MS);
    expect(await ahmed.text()).not.toMatch(/Eva|Almgården/);
    expect(await ahmed.page.title()).not.toContain('Eva');
    expect(await loadTime(ahmed)).toBe(loadedAt);
    expect((await readCase(ahmed)).status).toBe(404);
    await ahmed.open(`/arenden/${caseId}`, 'Det du söker finns inte');
    expect(await ahmed.text()).not.toContain('Eva');
  });

  it('shows Eva her own plan, and nothing that is for staff', async () => {
    const eva = (await town.visitor()).expectRefusals(401, 403);
    await eva.open('/logga-in');
    await eva.page.getByRole('link', { name: 'Eva Lind', exact: true }).click();
    await eva.sees('Karin på Försäkringskassan håller i det.');
    expect(new URL(eva.page.url()).pathname).toBe('/min-plan');
    expect(await eva.text()).not.toContain(NOTE);

    for (const path of ['/arenden', `/arenden/${caseId}`, '/drift', '/']) {
      await eva.page.goto(path);
      await eva.sees(path === '/' ? 'Karin på Försäkringskassan håller i det.' : 'Den här sidan är för medarbetare');
      expect(await eva.text()).not.toContain('Almgården har bokat om');
    }
    for (const path of [`cases/${caseId}`, 'cases', 'my-day', `cases/${caseId}/notes`, 'organisations']) {
      expect([path, await eva.statusOf(path)]).toEqual([path, 401]);
    }
  });

  it('makes two sign-ins in one browser two different people', async () => {
    const one = (await town.visitor()).expectRefusals(401);
    for (const name of ['Sofia Åkesson', 'Johan Nyberg']) {
      await one.open('/logga-in');
      await one.page.getByRole('link', { name, exact: true }).click();
      await one.sees(one.page.getByRole('banner').getByText(name));
      const { name: signedIn } = (await (await one.page.request.get('/api/v1/session')).json()) as { name: string };
      expect(signedIn).toBe(name);
    }
  });

  it('left no page with an error in its console', () => {
    expect(town.complaints()).toEqual([]);
  });
});
