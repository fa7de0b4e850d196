import type { ConsentsView } from '../../src/consent/consent.dto.ts';
import type { MyProposalsView, ProposalListView } from '../../src/consent/proposal/proposal.dto.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { type Answer, type Client, signIn } from '../support/sign-in.ts';
import { makeCase, makeTown, type Town, type TownCase } from '../support/town.ts';

describe('a consent put before the person', () => {
  let running: RunningApp;
  let town: Town;
  let eva: TownCase;
  let olle: TownCase;
  const clients: Record<string, Client> = {};

  beforeAll(async () => {
    running = await startApp();
    town = await makeTown(running);
    for (const hint of ['karin.fk', 'lena.region', 'sofia.kommun', 'ahmed.af', 'per.chef.af', 'admin.drift'])
      clients[hint] = await signIn(running.url, hint);
    eva = await makeCase(running, town, { coordinator: 'lena.region' });
    olle = await makeCase(running, town, { person: 'olle', owner: 'sofia.kommun', team: ['sofia.kommun'] });
    for (const hint of ['eva', 'olle']) clients[hint] = await signIn(running.url, hint, 'citizen');
  });
  afterAll(() => running.close());

  const as = (hint: string): Client => clients[hint]!;
  const propose = (more: object = {}, by = 'karin.fk', caseId = eva.caseId): Promise<Answer<{ id: string }>> =>
    as(by).post<{ id: string }>(`cases/${caseId}/consent-proposals`, {
      purpose: 'Att hitta andra arbetsuppgifter.',
      informationCategories: ['WORK', 'PLAN'],
      exclusions: 'Inte min hälsa.',
      recipientOrganisationIds: [town.organisation.work],
      validTo: '2027-03-31',
      ...more,
    });
  const waiting = async (hint = 'eva'): Promise<MyProposalsView['items']> => (await as(hint).get<MyProposalsView>('me/consent-proposals')).body.items;
  const standing = async (): Promise<ConsentsView['items']> => (await as('eva').get<ConsentsView>('me/consents')).body.items;

  it('says who would see what before any answer, opens nothing until the yes, and is a consent after it', async () => {
    const before = (await standing()).length;
    const { body } = await propose();
    expect(await waiting()).toMatchObject([
      {
        id: body.id,
        askedBy: 'Karin Berg',
        exclusions: 'Inte min hälsa.',
        recipients: [{ name: 'Arbetsmarknad' }],
        sees: [{ organisation: { name: 'Arbetsmarknad' }, people: [], categories: ['WORK', 'PLAN'] }],
      },
    ]);
    expect((await waiting())[0]!.notSeenCategories).toContain('HEALTH');
    expect(await standing()).toHaveLength(before);
    expect((await as('eva').put(`me/consent-proposals/${body.id}/approval`)).status).toBe(204);
    expect((await as('eva').put(`me/consent-proposals/${body.id}/approval`)).status).toBe(204);
    const [given] = await standing();
    expect(await standing()).toHaveLength(before + 1);
    expect(given).toMatchObject({ form: 'DIGITALLY_SIGNED', givenBy: 'SELF', informationCategories: ['WORK', 'PLAN'], validTo: '2027-03-31' });
    expect(await waiting()).toEqual([]);
    const told = await behindTheLocks(
      running.database,
      `select params from notice where recipient_assignment_id = $1 and kind = 'consent.answered'`,
      [town.staff['karin.fk']!.assignmentId],
    );
    expect(told).toEqual([{ params: { answer: 'GIVEN' } }]);
    expect((await as('eva').put(`me/consent-proposals/${body.id}/refusal`)).status).toBe(409);
  });

  it('shares nothing after a no', async () => {
    const before = (await standing()).length;
    const { body } = await propose();
    expect((await as('eva').put(`me/consent-proposals/${body.id}/refusal`)).status).toBe(204);
    expect((await as('eva').put(`me/consent-proposals/${body.id}/approval`)).status).toBe(409);
    expect(await standing()).toHaveLength(before);
    const { items } = (await as('lena.region').get<ProposalListView>(`cases/${eva.caseId}/consent-proposals`)).body;
    expect(items.find(({ id }) => id === body.id)).toMatchObject({ state: 'DECLINED', blocked: [{ because: 'not_own_organisation' }] });
  });

  it('is taken back by the organisation that asked, and by no other', async () => {
    const { body } = await propose();
    const withdrawal = (by: string, etag = '"1"'): Promise<Answer> =>
      as(by).put(`consent-proposals/${body.id}/withdrawal`, {}, { headers: { 'if-match': etag } });
    expect(await withdrawal('lena.region')).toMatchObject({ status: 403, body: { because: 'not_own_organisation' } });
    expect((await withdrawal('karin.fk', '"7"')).status).toBe(412);
    expect((await withdrawal('karin.fk')).status).toBe(204);
    expect((await as('eva').put(`me/consent-proposals/${body.id}/approval`)).status).toBe(409);
  });

  it('cannot be answered after its last day, nor in a closed case', async () => {
    const { body } = await propose();
    await behindTheLocks(running.database, `update consent_proposal set valid_to = '2020-01-01' where id = $1`, [body.id]);
    expect(await waiting()).toEqual([]);
    expect((await as('eva').put(`me/consent-proposals/${body.id}/approval`)).status).toBe(409);
  });

  it('given and withdrawn at the same time is one of the two', async () => {
    for (let round = 0; round < 5; round++) {
      const { body } = await propose();
      const [yes, back] = await Promise.all([
        as('eva').put(`me/consent-proposals/${body.id}/approval`),
        as('karin.fk').put(`consent-proposals/${body.id}/withdrawal`, {}, { headers: { 'if-match': '"1"' } }),
      ]);
      const [row] = await behindTheLocks<{ state: string; given: boolean }>(
        running.database,
        'select state, consent_id is not null as given from consent_proposal where id = $1',
        [body.id],
      );
      expect([
        { yes: 204, state: 'GIVEN', given: true },
        { yes: 409, state: 'WITHDRAWN', given: false },
      ]).toContainEqual({ yes: yes.status, ...row });
      expect(back.status === 204).toBe(row!.state === 'WITHDRAWN');
    }
  });

  it.each([
    ['to oneself', () => ({ recipientOrganisationIds: [town.organisation.fk] }), 422],
    ['to a samordningsförbund', () => ({ recipientOrganisationIds: [town.organisation.federation] }), 422],
    ['beyond a year', () => ({ validTo: '2031-01-01' }), 422],
    ['with an unknown property', () => ({ sure: true }), 400],
    ['without categories', () => ({ informationCategories: [] }), 422],
  ])('is not asked %s', async (_, more, status) => {
    expect((await propose(more())).status).toBe(status);
  });

  it('is another person’s and another team’s to nobody', async () => {
    const { body } = await propose();
    expect(await waiting('olle')).toEqual([]);
    expect((await as('olle').put(`me/consent-proposals/${body.id}/approval`)).status).toBe(404);
    expect((await propose({}, 'per.chef.af')).status).toBe(404);
    expect((await propose({}, 'karin.fk', olle.caseId)).status).toBe(404);
    expect((await propose({}, 'admin.drift')).status).toBe(403);
    expect((await as('per.chef.af').put(`consent-proposals/${body.id}/withdrawal`, {}, { headers: { 'if-match': '"1"' } })).status).toBe(404);
  });
});
