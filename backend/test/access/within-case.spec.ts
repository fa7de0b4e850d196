import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks, switchOffRowSecurity } from '../support/database.ts';
import { type Answer, type Client, signInAll } from '../support/sign-in.ts';
import { makeCase, makeTown, type Town, type TownCase } from '../support/town.ts';

const LOCKS = ['both locks', 'only row security (the gate held open)', 'only the gate (row security off)'] as const;

/** Organisations of one team are secret to each other (OSL 8:1–2): what is not shared with mine is not there for me. */
describe.each(LOCKS)('between organisations of one team, with %s', (locks) => {
  let running: RunningApp, town: Town, eva: TownCase;
  let karin: Client, maria: Client, lena: Client, ahmed: Client;
  let noteId: string, personalId: string, noticeId: string;

  beforeAll(async () => {
    running = await startApp({ gateOpen: locks.includes('held open') });
    town = await makeTown(running);
    eva = await makeCase(running, town, { team: ['karin.fk', 'maria.chef.fk', 'lena.region', 'ahmed.af'] });
    [karin, maria, lena, ahmed] = await signInAll(running.url, ['karin.fk', 'maria.chef.fk', 'lena.region', 'ahmed.af']);
    const write = async (text: string, kind: string): Promise<string> => (await karin.post(`cases/${eva.caseId}/notes`, { text, kind })).body.id;
    noteId = await write('Hemmatext', 'ORGANISATION');
    personalId = await write('Egentext', 'PERSONAL');
    const toRegion = { recipients: [town.organisation.region], category: 'WORK' };
    await karin.post(`notes/${await write('Delattext', 'ORGANISATION')}/disclosures`, toRegion);
    await karin.post(`cases/${eva.caseId}/timeline`, { ...toRegion, text: 'Sagttext', occurredOn: running.clock.today() });
    await karin.put('drafts/note', { text: 'Utkasttext' });
    const [notice] = await behindTheLocks<{ id: string }>(
      running.database,
      `insert into notice (case_id, recipient_assignment_id, kind) values ($1, $2, 'note.disclosed') returning id`,
      [eva.caseId, town.staff['karin.fk']!.assignmentId],
    );
    noticeId = notice!.id;
    if (locks.includes('row security off')) await switchOffRowSecurity(running.database);
  }, 60_000);
  afterAll(() => running?.close());

  /** Which of the five texts stand anywhere in what the reader gets. */
  async function seenBy(client: Client): Promise<string[]> {
    const paths = [...['', '/notes', '/timeline', '/journal-text'].map((part) => `cases/${eva.caseId}${part}`), 'my-day', 'drafts/note'];
    const answers = await Promise.all(paths.map((path) => client.get(path)));
    expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 200));
    return [...new Set(JSON.stringify(answers.map(({ body }) => body)).match(/\w+text\b/g) ?? [])]
      .filter((text) => /^(Hemma|Egen|Delat|Sagt|Utkast)text$/.test(text))
      .toSorted();
  }

  it('everybody reads what is theirs and what was shared with them, and nothing else', async () => {
    expect(await seenBy(karin)).toEqual(['Delattext', 'Egentext', 'Hemmatext', 'Sagttext', 'Utkasttext']);
    expect(await seenBy(maria)).toEqual(['Delattext', 'Hemmatext', 'Sagttext']);
    expect(await seenBy(lena)).toEqual(['Delattext', 'Sagttext']);
    expect(await seenBy(ahmed)).toEqual([]);
  });

  it('nor does the timeline say that something was written or shared elsewhere', async () => {
    const kindsFor = async (client: Client): Promise<string[]> => {
      const { body } = await client.get<{ items: { kind: string }[] }>(`cases/${eva.caseId}/timeline`);
      return [...new Set(body.items.map(({ kind }) => kind))].toSorted();
    };
    expect(await kindsFor(maria)).toEqual(['note.disclosed', 'note.written', 'told']);
    expect(await kindsFor(lena)).toEqual(['note.disclosed', 'told']);
    expect(await kindsFor(ahmed)).toEqual([]);
  });

  it.each([
    ['changes no note', (id: string) => ahmed.put(`notes/${id}`, { text: 'x' }, { headers: { 'if-match': '"1"' } })],
    ['takes no note away', (id: string) => ahmed.put(`notes/${id}/removal`)],
    ['shares no note', (id: string) => ahmed.post(`notes/${id}/disclosures`, { recipients: [town.organisation.region], category: 'WORK' })],
  ] as [string, (id: string) => Promise<Answer>][])('another organisation %s', async (_, act) => {
    for (const id of [noteId, personalId]) expect((await act(id)).status).toBe(404);
  });

  it('nobody takes consent for another organisation', async () => {
    const answer = await ahmed.post(`cases/${eva.caseId}/consents`, {
      disclosingOrganisationId: town.organisation.fk,
      informationCategories: ['WORK'],
      exclusions: '',
      recipients: { organisationIds: [town.organisation.region], contactIds: [] },
      givenBy: 'SELF',
      purpose: 'x',
      validFrom: running.clock.today(),
      validTo: running.clock.today(),
      form: 'ORAL',
      informedWithText: '2026-11',
    });
    // With the gate held open it is written for one's own organisation, which is the only one the service ever writes for.
    const taken = await behindTheLocks(running.database, 'select 1 from consent where disclosing_organisation_id = $1', [town.organisation.fk]);
    expect(taken).toHaveLength(1);
    if (!locks.includes('held open')) expect(answer.status).toBe(403);
  });

  it('nobody reads another’s news away', async () => {
    expect((await ahmed.put(`notices/${noticeId}/reading`)).status).toBe(404);
    expect((await maria.put(`notices/${noticeId}/reading`)).status).toBe(404);
    expect(await behindTheLocks(running.database, 'select read_at from notice where id = $1', [noticeId])).toEqual([{ read_at: null }]);
  });
});
