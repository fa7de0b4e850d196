import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { act, ANSWERS, done, draft, offer, read, WORDS } from '../support/handover-acts.ts';
import { type Client, signInAll } from '../support/sign-in.ts';
import { makeCase, makeTown, type Town, type TownCase } from '../support/town.ts';

const NO_CASES = 'truncate coordination_case cascade; delete from leave; delete from person_identifier; delete from person';
const type = (code: string): object => ({ type: `urn:samspel:${code}` });

describe('a handover that must not happen', () => {
  let running: RunningApp, town: Town, eva: TownCase;
  let karin: Client, sara: Client, ahmed: Client, per: Client, lena: Client, fatima: Client;

  beforeAll(async () => {
    running = await startApp();
    town = await makeTown(running);
    [karin, sara, ahmed, per, lena, fatima] = await signInAll(running.url, [
      'karin.fk',
      'sara.af',
      'ahmed.af',
      'per.chef.af',
      'lena.region',
      'fatima.kommun',
    ]);
  }, 60_000);
  afterAll(() => running?.close());
  beforeEach(async () => {
    await running.clock.moveTo(new Date('2026-11-23T08:40:00Z'));
    await behindTheLocks(running.database, NO_CASES);
    eva = await makeCase(running, town, { team: ['karin.fk', 'lena.region'], alsoTo: ['af'] });
  });

  const rows = <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> => behindTheLocks(running.database, sql, values);
  const id = (hint: string): string => town.staff[hint]!.assignmentId;
  const toAf = (): { toUnitId: string; answerBy: string } => ({ toUnitId: town.unit.af, answerBy: '2026-11-27' });
  const accept = (client: Client, handoverId: string, more: object = {}, version = 2) =>
    act(client, handoverId, 'acceptance', { ...ANSWERS, firstContactOn: '2026-11-25', ...more }, version);
  const start = (client: Client, more: object = {}) =>
    client.post(`cases/${eva.caseId}/handovers`, { scope: 'CASE_OWNERSHIP', ...WORDS, ...toAf(), ...more });
  /** What stands afterwards: state, owner's hint is Karin's, nobody from AF in the team, and only what was sent is disclosed. */
  const stands = async (state: string): Promise<void> => {
    const [row] = await rows(
      `select h.state, c.owner_assignment_id as owner, (select count(*)::int from participation p where p.case_id = c.id and p.organisation_id = $1) as joined,
         (select count(*)::int from disclosure d where d.subject_kind = 'HANDOVER') as disclosed from handover h join coordination_case c on c.id = h.case_id`,
      [town.organisation.af],
    );
    expect(row).toEqual({ state, owner: id('karin.fk'), joined: 0, disclosed: state === 'DRAFT' ? 0 : 1 });
  };

  it('is begun only by whoever answers for it', async () => {
    expect((await start(lena)).body).toMatchObject({ status: 403, because: 'not_accountable' });
    expect((await start(sara)).status).toBe(404);
  });

  it('has a day that lies ahead, a unit that exists, a checklist of its link and a colleague of one’s own', async () => {
    const wrong = async (more: object): Promise<string> => {
      const { errors } = (await start(karin, more)).body as { errors: { pointer: string; code: string }[] };
      return errors.map(({ pointer, code }) => `${pointer} ${code}`).join();
    };
    expect(await wrong({ answerBy: '2026-11-22' })).toBe('/answerBy past');
    expect(await wrong({ answerBy: '2026-12-24' })).toBe('/answerBy tooFar');
    expect(await wrong({ toUnitId: eva.caseId })).toBe('/toUnitId unknown');
    expect(await wrong({ checklist: ['Påhittat'] })).toBe('/checklist unknownLine');
    expect(await wrong({ nomineeId: id('ahmed.af') })).toBe('/nomineeId notYourColleague');
    expect(await wrong({ toUnitId: town.unit.fk, nomineeId: id('karin.fk') })).toBe('/nomineeId notYourColleague');
    expect(await wrong({ direction: 'BACK' })).toBe('/toUnitId notWhereItCameFrom');
    expect(await wrong({ direction: 'FORWARD' })).toBe('/direction nothingBefore');
    expect(await rows('select 1 from handover')).toEqual([]);
  });

  it('is not sent without words', async () => {
    const handoverId = await draft(karin, eva.caseId, { ...toAf(), asked: '', reason: '' } as never);
    expect((await act(karin, handoverId, 'offer', {}, 1)).body).toMatchObject({ errors: [{ pointer: '/asked' }, { pointer: '/reason' }] });
    await stands('DRAFT');
  });

  it('is not sent where no consent reaches, and nothing is said to have been', async () => {
    const handoverId = await draft(karin, eva.caseId, { ...toAf(), toUnitId: town.unit.work });
    expect((await act(karin, handoverId, 'offer', {}, 1)).body).toMatchObject({
      ...type('consent.missing'),
      organisations: [town.organisation.work],
    });
    await stands('DRAFT');
    expect((await fatima.get('handovers')).body.items).toEqual([]);
  });

  it.each([
    ['is closed', `update unit set closed_on = '2026-11-23' where id = $1`, 'unit.closed', `update unit set closed_on = null where id = $1`],
    ['takes no intake', `update unit set takes_intake = false where id = $1`, 'unit.closed', `update unit set takes_intake = true where id = $1`],
  ])('is not sent to a unit that %s', async (_, change, code, back) => {
    const handoverId = await draft(karin, eva.caseId, toAf());
    await rows(change, [town.unit.af]);
    expect((await act(karin, handoverId, 'offer', {}, 1)).body).toMatchObject({ status: 409, ...type(code) });
    await rows(back, [town.unit.af]);
    await stands('DRAFT');
  });

  it('is not sent where nobody receives and no address is read', async () => {
    const [lonely] = await rows<{ id: string }>(`insert into unit (organisation_id, name) values ($1, 'Öde') returning id`, [town.organisation.af]);
    const handoverId = await draft(karin, eva.caseId, { ...toAf(), toUnitId: lonely!.id });
    expect((await act(karin, handoverId, 'offer', {}, 1)).body).toMatchObject({ status: 409, ...type('unit.no_receiver') });
    await rows(NO_CASES);
    await rows('delete from unit where id = $1', [lonely!.id]);
  });

  it('is begun and sent once at a time', async () => {
    const first = await offer(karin, eva.caseId, toAf());
    const second = await draft(karin, eva.caseId, toAf());
    expect((await start(karin)).body).toMatchObject({ status: 409, ...type('handover.draft_exists'), id: second });
    expect((await act(karin, second, 'offer', {}, 1)).body).toMatchObject({ status: 409, ...type('handover.pending') });
    // The other kind goes its own way.
    await offer(karin, eva.caseId, { ...toAf(), scope: 'COORDINATOR_ROLE' });
    expect(await rows(`select 1 from handover where state = 'OFFERED'`)).toHaveLength(2);
    await done(act(karin, first, 'revocation'));
    await done(act(karin, second, 'offer', {}, 1));
  });

  it('is not changed on a stale page', async () => {
    const handoverId = await draft(karin, eva.caseId, toAf());
    const edit = (version: number) => karin.put(`handovers/${handoverId}`, { ...WORDS, ...toAf() }, { headers: { 'if-match': `"${version}"` } });
    expect((await edit(1)).status).toBe(204);
    expect((await edit(1)).body).toMatchObject({ status: 412, currentEtag: '"2"' });
    expect((await act(karin, handoverId, 'offer', {}, 1)).status).toBe(412);
    expect((await karin.put(`handovers/${handoverId}/offer`)).status).toBe(428);
    await done(act(karin, handoverId, 'offer', {}, 2));
    expect((await accept(sara, handoverId, {}, 2)).status).toBe(412);
    expect((await edit(3)).body).toMatchObject({ status: 409, ...type('handover.state'), state: 'OFFERED' });
  });

  describe('and is not accepted', () => {
    let handoverId: string;
    beforeEach(async () => void (handoverId = await offer(karin, eva.caseId, toAf())));

    it('by the sender, by a supervisor for somebody else, or by anybody who was not asked', async () => {
      expect((await accept(karin, handoverId)).body).toMatchObject({ status: 403, because: 'own_handover' });
      expect((await accept(per, handoverId)).body).toMatchObject({ status: 403, because: 'not_receiver' });
      expect((await accept(lena, handoverId)).body).toMatchObject({ status: 403, because: 'not_receiver' });
      expect((await accept(ahmed, handoverId)).status).toBe(404);
      expect((await accept(fatima, handoverId)).status).toBe(404);
      await stands('OFFERED');
    });

    it('once the consent has run out, which also hides what was sent', async () => {
      await rows(`update consent set valid_to = '2026-11-22' where disclosing_organisation_id = $1`, [town.organisation.fk]);
      expect((await sara.get('handovers')).body.items).toEqual([]);
      expect(await read(sara, handoverId)).toMatchObject({ content: null, personName: null });
      expect((await accept(sara, handoverId)).body).toMatchObject({ status: 409, ...type('consent.missing') });
      await stands('OFFERED');
    });

    it('by somebody on leave without a deputy', async () => {
      const away = `insert into leave (assignment_id, first_day, last_day, deputy_assignment_id) values ($1, '2026-11-20', '2026-11-30', $2)`;
      await rows(away, [id('sara.af'), null]);
      expect((await accept(sara, handoverId)).body).toMatchObject({ status: 409, ...type('handover.away') });
      await stands('OFFERED');
      await rows('delete from leave');
      await rows(away, [id('sara.af'), id('ahmed.af')]);
      expect((await accept(sara, handoverId)).status).toBe(200);
    });

    it('by whoever is no longer the one named', async () => {
      await done(act(per, handoverId, 'nomination', { assignmentId: id('ahmed.af') }));
      await done(act(per, handoverId, 'nomination', { assignmentId: id('sara.af') }));
      expect((await accept(ahmed, handoverId, {}, 4)).status).toBe(404);
      await stands('RECEIVED');
    });

    it('without a yes to what is asked, or with a first contact in the past', async () => {
      expect((await accept(sara, handoverId, { understood: false })).status).toBe(422);
      expect((await accept(sara, handoverId, { possible: false })).status).toBe(422);
      expect((await accept(sara, handoverId, { how: '' })).status).toBe(422);
      expect((await accept(sara, handoverId, { firstContactOn: '2026-11-22' })).body).toMatchObject({
        errors: [{ pointer: '/firstContactOn', code: 'past' }],
      });
      await stands('OFFERED');
    });

    it('when the sender does not hold it any more', async () => {
      await rows(`update coordination_case set owner_assignment_id = $1`, [id('lena.region')]);
      expect((await accept(sara, handoverId)).body).toMatchObject({ status: 409, ...type('handover.not_holder') });
    });

    it('by somebody whom the case is about', async () => {
      await rows(`update staff_member set personal_index = (select blind_index from person_identifier limit 1) where id = $1`, [
        town.staff['sara.af']!.staffMemberId,
      ]);
      expect((await accept(sara, handoverId)).body).toMatchObject({ status: 409, ...type('participant.own_case') });
      await rows('update staff_member set personal_index = null');
      await stands('OFFERED');
    });
  });

  it('asks no twice, and answers what was asked', async () => {
    const handoverId = await offer(karin, eva.caseId, toAf());
    expect((await act(karin, handoverId, 'information', { answer: 'x' })).body).toMatchObject({ status: 409, ...type('handover.state') });
    await done(act(sara, handoverId, 'information-request', { question: 'Ett?' }));
    expect((await act(sara, handoverId, 'information-request', { question: 'Två?' })).body).toMatchObject({ status: 409, state: 'NEEDS_INFO' });
    // Asking closes no door: whoever has understood may accept.
    expect((await accept(sara, handoverId, {}, 3)).status).toBe(200);
  });

  it('neither asks for nor gives the coordinator role twice over', async () => {
    const handoverId = await offer(karin, eva.caseId, { ...toAf(), scope: 'COORDINATOR_ROLE' });
    const ask = () => karin.put(`cases/${eva.caseId}/coordinator-request`, { assignmentId: id('lena.region'), message: '' });
    expect((await ask()).body).toMatchObject({ status: 409, ...type('handover.pending') });
    await done(act(karin, handoverId, 'revocation'));
    await done(ask());
    const again = await offer(karin, eva.caseId, { ...toAf(), scope: 'COORDINATOR_ROLE' });
    const { body } = await lena.get(`cases/${eva.caseId}`);
    expect((await lena.put(`coordinator-requests/${body.coordinatorRequest.id}/acceptance`)).body).toMatchObject({
      status: 409,
      ...type('handover.pending'),
    });
    await done(accept(sara, again));
    expect(await rows('select state from coordinator_request')).toEqual([{ state: 'WITHDRAWN' }]);
  });

  it('is not contacted ahead of time, held too long, or finished by halves', async () => {
    const handoverId = await offer(karin, eva.caseId, toAf());
    await done(accept(sara, handoverId));
    const codes = async (name: string, body: object): Promise<string> => (await act(sara, handoverId, name, body)).body.errors[0].code;
    expect(await codes('first-contact', { on: '2026-11-24', present: [] })).toBe('inTheFuture');
    expect(await codes('first-contact', { on: '2026-11-22', present: [] })).toBe('beforeOffered');
    expect(await codes('hold', { reason: 'x', until: '2026-11-23' })).toBe('past');
    expect(await codes('hold', { reason: 'x', until: '2026-12-24' })).toBe('tooFar');
    expect((await act(sara, handoverId, 'completion', { outcome: 'x' })).body).toMatchObject({ status: 409, state: 'ACCEPTED' });
    expect((await act(karin, handoverId, 'acknowledgement')).body).toMatchObject({ status: 409, state: 'ACCEPTED' });
  });
});
