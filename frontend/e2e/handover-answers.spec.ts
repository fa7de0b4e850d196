import type { Locator } from 'playwright-core';
import { DemoTown } from './support/demo-town.ts';
import type { Visitor } from './support/visitor.ts';

const REASON = 'Eva arbetar halvtid igen och vill veta vad som finns om tiden inte går att öka.';
const QUESTION = 'Är Almgården med på att Eva söker annat arbete?';
const ANSWER = 'Ja, det är de. Gunilla och Eva har pratat om det.';
const DUTIES = 'Varje myndighet ansvarar som vanligt för sina egna beslut.';

/** No, a question, and yes in the end; the sender answers all the while, and the person reads what is true at each moment. */
describe('the answers to a handover', () => {
  let town: DemoTown;
  let caseId: string;
  let karin: Visitor, sara: Visitor, eva: Visitor;

  beforeAll(async () => {
    town = await DemoTown.open();
    caseId = await town.caseOf('Eva', 'Lind');
    [karin, sara, eva] = await Promise.all([town.staff('karin.fk'), town.staff('sara.af'), town.citizen('eva')]);
  });
  afterAll(() => town.close());

  const holder = (): Locator => karin.section('Vem håller i det nu');
  const waiting = ({ page }: Visitor, words: RegExp): Locator => page.getByRole('article').filter({ hasText: words });
  const sent = async (): Promise<string> => {
    const [row] = await town.sql<{ id: string }>('select id from handover where case_id = $1 order by created_at desc, id desc limit 1', [caseId]);
    return row!.id;
  };

  async function offer(): Promise<void> {
    await karin.open(`/arenden/${caseId}/lamna-over`, karin.page.getByRole('group', { name: 'Till vilken enhet?' }));
    await karin.page.getByRole('radio', { name: /^Arbetsförmedlingen Sjöstad/ }).check();
    await karin.page.getByLabel('Varför just nu?').fill(REASON);
    await karin.button('Lämna över till Arbetsförmedlingen Sjöstad').click();
    await karin.page.waitForURL(`${town.url}/arenden/${caseId}`);
    await karin.sees(holder().getByText(/^Arbetsförmedlingen har inte tagit emot än/));
  }

  it('tells Eva that nobody has received it, and who holds it meanwhile', async () => {
    await eva.open('/min-plan', 'Karin på Försäkringskassan håller i det.');
    expect(await eva.text()).not.toContain('har inte tagit emot än');
    await offer();
    await eva.open(
      '/min-plan',
      /^Arbetsförmedlingen har inte tagit emot än \(.+\)\. Karin på Försäkringskassan håller i samordningen tills de har gjort det\./,
    );
    await eva.sees('Karin på Försäkringskassan håller i det.');
    expect(await eva.text()).toContain(DUTIES);
  });

  it('is declined from the queue with a coded reason, and Karin knows at once', async () => {
    const id = await sent();
    await karin.open(`/arenden/${caseId}`, holder().getByText(/^Arbetsförmedlingen har inte tagit emot än/));
    await sara.page.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name: 'Inflöde' }).click();
    await sara.page.locator(`a[href="/overlamningar/${id}"]`).click();
    await sara.sees(REASON);
    expect(await sara.text()).not.toMatch(/Almgården|Lena Forsman/);
    await sara.button('Tacka nej').click();
    const no = sara.section('Tacka nej');
    await sara.button('Tacka nej', no).click();
    await sara.sees('Välj varför.');
    await no.getByRole('radio', { name: 'Vi har inte tid nu' }).check();
    await no.getByLabel(/Några ord till avsändaren/).fill('Hör av er efter den 15.');
    await sara.button('Tacka nej', no).click();
    await sara.sees('Du har tackat nej. Karin har fått veta det.');
    // That she has answered it is hers to know; what it said is not any more.
    await sara.open(`/overlamningar/${id}`, /^Arbetsförmedlingen tackade nej\./);
    expect(await sara.text()).not.toMatch(/Eva|Gunilla/);
    expect(await sara.text()).not.toContain(REASON);

    await holder()
      .getByText(/har inte tagit emot än/)
      .waitFor({ state: 'detached' });
    await karin.sees(holder().getByText('Karin Berg på Försäkringskassan håller i det.'));
    await karin.open('/', /^Arbetsförmedlingen Sjöstad har tackat nej till överlämningen i ärende S-\d+: de har inte tid nu\./);
    await karin.open(`/overlamningar/${id}`, 'Arbetsförmedlingen tackade nej. Ansvaret stannade hos den som lämnade över.');
    await karin.sees('Hör av er efter den 15.');
    await eva.open('/min-plan', 'Karin på Försäkringskassan håller i det.');
    expect(await eva.text()).not.toContain('har inte tagit emot än');
  });

  it('is offered again and asked about from Min dag in two clicks', async () => {
    await offer();
    await sara.open('/', waiting(sara, /Karin Berg vill lämna över .* till Arbetsförmedlingen Sjöstad/).first());
    const id = await sent();
    await sara.page.locator(`article a[href="/overlamningar/${id}?svar=fraga"]`).click();
    await sara.page.getByLabel('Vad behöver du veta?').fill(QUESTION);
    await sara.button('Skicka frågan').click();
    await sara.sees('Frågan är skickad till Karin. Klockan går under tiden.');
    await eva.open('/min-plan', /^Arbetsförmedlingen vill veta mer innan de svarar \(.+\)\. Karin på Försäkringskassan håller i samordningen/);
  });

  it('is answered by Karin from Min dag', async () => {
    const card = waiting(karin, /Arbetsförmedlingen Sjöstad har frågat om Eva Lind/);
    await karin.open('/', card);
    await card.getByRole('link', { name: 'Svara på frågan' }).click();
    await karin.sees(QUESTION);
    await karin.button('Svara på frågan').click();
    const dialog = karin.dialog('Svara på frågan');
    await dialog.getByLabel('Ditt svar').fill(ANSWER);
    await karin.button('Skicka svaret', dialog).click();
    await karin.sees(/^Svaret är skickat till Sara\./);
    await karin.open('/');
    await karin.sees(karin.page.locator('app-day-rail'));
    expect(await card.count()).toBe(0);
  });

  it('is taken when the answer is there, and everybody says the same', async () => {
    await sara.open(`/overlamningar/${await sent()}`, ANSWER);
    await sara.page.getByLabel('En eller två meningar').fill('Jag ringer Eva i morgon.');
    await sara.page.getByRole('radio', { name: /Jag kan föreslå/ }).check();
    await karin.open(`/arenden/${caseId}`, holder());
    await sara.button('Ta emot').click();
    await sara.sees(sara.page.getByRole('heading', { level: 1, name: /Eva Lind/ }));
    for (const visitor of [sara, karin]) {
      await visitor.sees(visitor.section('Vem håller i det nu').getByText('Sara Lundgren på Arbetsförmedlingen håller i det.'));
    }
    await eva.open('/min-plan', 'Sara på Arbetsförmedlingen håller i det.');
    expect(await eva.text()).not.toContain(REASON);
    expect(town.complaints()).toEqual([]);
  });
});
