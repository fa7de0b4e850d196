import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { type Client, signIn } from '../support/sign-in.ts';
import { makeCase, makeTown, type Town, type TownCase } from '../support/town.ts';

const ROLE = { role: 'Arbetsförmedlare', mandate: 'MAY_PROPOSE', questionArea: 'Vägen till arbete' };
const version = (number: number) => ({ headers: { 'if-match': `"${number}"` } });
/** Not `truncate person cascade`: sessions refer to persons, and everybody would be signed out. */
const NO_CASES = 'truncate coordination_case cascade; delete from person_identifier; delete from person';

interface Member {
  id: string;
  isYou: boolean;
  version: number;
  staff: { name: string };
  blocked: object[];
}

describe('the care team', () => {
  let running: RunningApp;
  let town: Town;
  let karin: Client;
  let lena: Client;
  let david: Client;
  let ahmed: Client;
  let sara: Client;
  let made: TownCase;

  beforeAll(async () => {
    running = await startApp();
    const as = (hint: string): Promise<Client> => signIn(running.url, hint);
    town = await makeTown(running);
    [karin, lena, david, ahmed, sara] = await Promise.all([as('karin.fk'), as('lena.region'), as('david.fk'), as('ahmed.af'), as('sara.af')]);
  });

  beforeEach(async () => {
    made = await makeCase(running, town, { coordinator: 'lena.region', team: ['sofia.kommun'], alsoTo: ['af'] });
  });

  afterEach(() => behindTheLocks(running.database, NO_CASES));
  afterAll(() => running.close());

  const idOf = (hint: string): string => town.staff[hint]!.assignmentId;
  const inviteAf = (client = karin, unitId = town.unit.af) =>
    client.post(`cases/${made.caseId}/invitations`, { unitId, reason: 'Vi behöver er om arbete.' });
  const rows = <Row extends object>(sql: string, values: unknown[] = [made.caseId]): Promise<Row[]> => behindTheLocks(running.database, sql, values);
  const team = async (client = karin): Promise<Member[]> =>
    (await client.get<{ items: Member[] }>(`cases/${made.caseId}/care-team/participants`)).body.items;
  const mine = async (client: Client): Promise<Member> => (await team(client)).find((each) => each.isYou)!;
  const kinds = async (): Promise<string[]> =>
    (await karin.get<{ items: { kind: string }[] }>(`cases/${made.caseId}/timeline`)).body.items.map((item) => item.kind);
  const noticesFor = async (hint: string) =>
    (await rows<{ kind: string }>('select kind from notice where recipient_assignment_id = $1 order by created_at', [idOf(hint)])).map(
      (notice) => notice.kind,
    );

  it('shows who is in it, who owns, who leads, and what each may receive', async () => {
    const items = await team();
    expect(items.map((each) => each.staff.name)).toEqual(['karin.fk', 'lena.region', 'sofia.kommun'].map((hint) => town.staff[hint]!.name));
    expect(items[0]).toMatchObject({
      isOwner: true,
      isYou: true,
      isCoordinator: false,
      phone: '0980-319 202',
      mayReceive: expect.arrayContaining(['HEALTH']),
    });
    expect(items[0]!.blocked).toEqual([{ action: 'participant.leave', because: 'accountable' }]);
    expect(items[2]).toMatchObject({ actions: [], blocked: [{ action: 'participant.change', because: 'other_organisation' }] });
    const logged = await rows(`select 1 from audit_event where case_id = $1 and action = 'participant.list' and actor_id = $2`, [
      made.caseId,
      idOf('karin.fk'),
    ]);
    expect(logged).toHaveLength(1);
  });

  describe('inviting an organisation', () => {
    it('shows the intake a limited preview, logs the look, and opens the case to whom it names', async () => {
      const sent = await inviteAf();
      expect(sent.status).toBe(201);
      const { id } = sent.body;
      expect(sent.headers.get('location')).toBe(`/api/v1/invitations/${id}`);

      expect((await sara.get('invitations')).body.items).toMatchObject([
        { id, unit: { id: town.unit.af }, invitedBy: { name: town.staff['karin.fk']!.name } },
      ]);
      expect((await ahmed.get('invitations')).body.items).toEqual([]);
      const preview = await sara.get(`invitations/${id}`);
      expect(preview.body).toMatchObject({ state: 'PENDING', actions: ['invitation.accept', 'invitation.decline'], blocked: [] });
      expect(Object.keys(preview.body.content).sort()).toEqual(['asked', 'date', 'personName', 'sender', 'why']);
      expect(preview.body.content).toMatchObject({
        personName: 'Eva Lind',
        why: 'Vi behöver er om arbete.',
        sender: { organisation: 'Försäkringskassan' },
      });
      expect(
        await rows(`select 1 from audit_event where case_id = $1 and action = 'invitation.read' and actor_id = $2`, [made.caseId, idOf('sara.af')]),
      ).toHaveLength(1);
      expect((await sara.get(`cases/${made.caseId}/timeline`)).status).toBe(404);

      const accepted = await sara.put(`invitations/${id}/acceptance`, { assignmentId: idOf('ahmed.af'), ...ROLE });
      expect([accepted.status, accepted.body]).toEqual([200, { caseId: null }]);
      expect(await mine(ahmed)).toMatchObject({ ...ROLE, isOwner: false });
      expect((await sara.get(`cases/${made.caseId}/timeline`)).status).toBe(404);
      expect((await sara.get(`invitations/${id}`)).status).toBe(404);
      expect(await noticesFor('ahmed.af')).toEqual(['participant.joined']);
      expect(await noticesFor('karin.fk')).toEqual(['invitation.answered']);
      expect(await kinds()).toEqual(['invitation.accepted', 'invitation.sent']);
    });

    it('is itself a disclosure of exactly what the preview says', async () => {
      const { body } = await inviteAf();
      const [disclosed] = await rows<{ content: unknown; preview: unknown; from: string }>(
        `select d.content, i.preview, d.from_organisation_id as from from disclosure d join care_team_invitation i on i.id = d.subject_id where i.id = $1`,
        [body.id],
      );
      expect(disclosed).toMatchObject({ from: town.organisation.fk });
      expect(disclosed!.content).toEqual(disclosed!.preview);
    });

    it('tells whoever accepts for themself which case opened, and the same to their repeat', async () => {
      const { body } = await inviteAf();
      const accept = () => sara.put(`invitations/${body.id}/acceptance`, { assignmentId: idOf('sara.af'), ...ROLE });
      expect((await accept()).body).toEqual({ caseId: made.caseId });
      expect(await accept()).toMatchObject({ status: 200, body: { caseId: made.caseId } });
      expect((await team()).length).toBe(4);
    });

    it('ends with a no whose reason the team reads, and the preview is gone', async () => {
      const { body } = await inviteAf();
      await rows(`update coordination_case set last_movement_at = '2026-02-01' where id = $1`);
      expect((await sara.put(`invitations/${body.id}/refusal`, { reason: 'Fel område.' })).status).toBe(204);
      expect(await rows(`select last_movement_at > '2026-02-02' as moved from coordination_case where id = $1`)).toEqual([{ moved: true }]);
      expect((await sara.put(`invitations/${body.id}/refusal`, { reason: 'Fel område.' })).status).toBe(204);
      expect((await sara.get(`invitations/${body.id}`)).status).toBe(404);
      expect((await karin.get(`invitations/${body.id}`)).body).toMatchObject({ state: 'DECLINED', content: null, actions: [] });
      expect(await rows('select answer_reason, preview from care_team_invitation where case_id = $1')).toEqual([
        { answer_reason: 'Fel område.', preview: null },
      ]);
      expect(await sara.put(`invitations/${body.id}/acceptance`, { assignmentId: idOf('sara.af'), ...ROLE })).toMatchObject({
        status: 409,
        body: { type: 'urn:samspel:invitation.answered' },
      });
      expect((await inviteAf()).status).toBe(201);
    });

    it('can be taken back by anybody in the team until it is answered', async () => {
      const { body } = await inviteAf();
      expect((await lena.put(`invitations/${body.id}/withdrawal`)).status).toBe(204);
      expect((await karin.put(`invitations/${body.id}/withdrawal`)).status).toBe(204);
      expect((await sara.get('invitations')).body.items).toEqual([]);
      expect((await sara.put(`invitations/${body.id}/acceptance`, { assignmentId: idOf('sara.af'), ...ROLE })).status).toBe(409);
      expect(await kinds()).toEqual(['invitation.withdrawn', 'invitation.sent']);
    });

    it.each([
      ['without consent', () => inviteAf(karin, town.unit.work), 'consent.missing'],
      ['that is in the team', () => inviteAf(karin, town.unit.region), 'invitation.already_in_team'],
      ['that is not one to invite', () => inviteAf(karin, town.unit.federation), 'unit.closed'],
    ])('refuses an organisation %s and sends nothing', async (_, act, code) => {
      expect(await act()).toMatchObject({ status: 409, body: { type: `urn:samspel:${code}` } });
      expect(await rows('select 1 from care_team_invitation where case_id = $1')).toEqual([]);
      expect(await rows('select 1 from disclosure where case_id = $1')).toEqual([]);
    });

    it('refuses a closed unit, and one that takes no intake', async () => {
      await behindTheLocks(running.database, `update unit set takes_intake = false where id = $1`, [town.unit.af]);
      expect(await inviteAf()).toMatchObject({ status: 409, body: { type: 'urn:samspel:unit.closed' } });
      await behindTheLocks(running.database, `update unit set takes_intake = true, closed_on = app.domain_today() where id = $1`, [town.unit.af]);
      expect(await inviteAf()).toMatchObject({ status: 409, body: { type: 'urn:samspel:unit.closed' } });
      await behindTheLocks(running.database, `update unit set closed_on = null where id = $1`, [town.unit.af]);
    });

    it('refuses a yes after the consent has run out', async () => {
      const { body } = await inviteAf();
      await behindTheLocks(running.database, `update consent set valid_to = app.domain_today() - 1 where case_id = $1`, [made.caseId]);
      expect(await sara.put(`invitations/${body.id}/acceptance`, { assignmentId: idOf('sara.af'), ...ROLE })).toMatchObject({
        status: 409,
        body: { type: 'urn:samspel:consent.missing' },
      });
      expect(await rows('select 1 from participation where case_id = $1 and assignment_id = $2', [made.caseId, idOf('sara.af')])).toEqual([]);
    });

    it('shows the preview no longer once the inviter’s own consent is withdrawn, even if another organisation still may ask', async () => {
      const { body } = await inviteAf();
      await behindTheLocks(running.database, `update consent set withdrawn_at = app.domain_now(), withdrawn_via = 'PERSON' where id = $1`, [
        made.consents.fk,
      ]);
      expect((await sara.get('invitations')).body.items).toEqual([]);
      expect((await sara.get(`invitations/${body.id}`)).status).toBe(404);
      expect((await sara.put(`invitations/${body.id}/acceptance`, { assignmentId: idOf('sara.af'), ...ROLE })).status).toBe(409);
      expect((await lena.get(`invitations/${body.id}`)).body.state).toBe('PENDING');
    });

    it('admits only somebody who works in the invited unit today', async () => {
      const { body } = await inviteAf();
      for (const hint of ['karin.fk', 'fatima.kommun', 'admin.drift']) {
        expect((await sara.put(`invitations/${body.id}/acceptance`, { assignmentId: idOf(hint), ...ROLE })).status).toBe(422);
      }
    });

    it('never admits the person to their own case', async () => {
      await behindTheLocks(
        running.database,
        `update staff_member set personal_index = (select blind_index from person_identifier where person_id = $1) where id = $2`,
        [made.personId, town.staff['ahmed.af']!.staffMemberId],
      );
      const { body } = await inviteAf();
      const answer = await sara.put(`invitations/${body.id}/acceptance`, { assignmentId: idOf('ahmed.af'), ...ROLE });
      expect(answer).toMatchObject({ status: 409, body: { type: 'urn:samspel:participant.own_case' } });
      await behindTheLocks(running.database, 'update staff_member set personal_index = null');
    });
  });

  describe('requests to join', () => {
    let request: string;

    beforeEach(async () => {
      const [row] = await rows<{ id: string }>(
        `insert into join_request (case_id, organisation_id, requested_by_assignment_id, reason, asked_form, asked_on) values ($1, $2, $3, 'Sökt stöd', 'ORAL', '2026-11-01') returning id`,
        [made.caseId, town.organisation.af, idOf('ahmed.af')],
      );
      request = row!.id;
    });

    it('become an invitation to the asker’s unit when the coordinator says yes', async () => {
      expect(await karin.put(`join-requests/${request}/invitation`, { reason: 'Välkomna.' })).toMatchObject({
        status: 403,
        body: { because: 'not_coordinator' },
      });
      const answer = await lena.put(`join-requests/${request}/invitation`, { reason: 'Välkomna.' });
      expect(answer.status).toBe(200);
      expect((await sara.get('invitations')).body.items).toMatchObject([{ id: answer.body.id }]);
      expect((await lena.put(`join-requests/${request}/invitation`, { reason: 'Välkomna.' })).body).toEqual(answer.body);
      expect(await lena.put(`join-requests/${request}/refusal`)).toMatchObject({ status: 409, body: { type: 'urn:samspel:join-request.answered' } });
    });

    it('go on waiting when the consent is missing', async () => {
      await rows('delete from consent_recipient where case_id = $1 and organisation_id = $2', [made.caseId, town.organisation.af]);
      expect(await lena.put(`join-requests/${request}/invitation`, { reason: 'Välkomna.' })).toMatchObject({
        status: 409,
        body: { type: 'urn:samspel:consent.missing' },
      });
      expect(await rows('select state from join_request where id = $1', [request])).toEqual([{ state: 'PENDING' }]);
    });

    it('end with a no that says nothing about the case', async () => {
      expect((await lena.put(`join-requests/${request}/refusal`)).status).toBe(204);
      expect((await lena.put(`join-requests/${request}/refusal`)).status).toBe(204);
      expect(await rows('select kind, case_id, params from notice where recipient_assignment_id = $1', [idOf('ahmed.af')])).toEqual([
        { kind: 'join-request.answered', case_id: null, params: { answer: 'REFUSED' } },
      ]);
    });
  });

  describe('taking part', () => {
    it('a colleague of one’s own is added, once, and nobody else’s', async () => {
      const add = (hint: string) => karin.post(`cases/${made.caseId}/care-team/participants`, { assignmentId: idOf(hint), ...ROLE });
      expect((await add('david.fk')).status).toBe(201);
      expect(await mine(david)).toMatchObject(ROLE);
      expect(await add('david.fk')).toMatchObject({ status: 409, body: { type: 'urn:samspel:participant.already' } });
      expect((await add('ahmed.af')).status).toBe(422);
      expect(await noticesFor('david.fk')).toEqual(['participant.joined']);
    });

    it('a colleague is not added while the organisation has no consent', async () => {
      await rows('update consent set valid_to = app.domain_today() - 1 where case_id = $1');
      const answer = await karin.post(`cases/${made.caseId}/care-team/participants`, { assignmentId: idOf('david.fk'), ...ROLE });
      expect(answer).toMatchObject({ status: 403, body: { because: 'consent_missing' } });
    });

    it('role and mandate are changed by the own organisation and by the coordinator, on the version they read', async () => {
      const row = await mine(karin);
      expect((await karin.put(`participants/${row.id}`, ROLE)).status).toBe(428);
      expect((await karin.put(`participants/${row.id}`, ROLE, version(row.version))).status).toBe(204);
      expect((await karin.put(`participants/${row.id}`, ROLE, version(row.version))).status).toBe(412);
      expect((await lena.put(`participants/${row.id}`, { ...ROLE, mandate: 'MUST_ANCHOR' }, version(row.version + 1))).status).toBe(204);
      expect(await mine(karin)).toMatchObject({ mandate: 'MUST_ANCHOR', version: row.version + 2 });
      const hers = await mine(lena);
      expect(await karin.put(`participants/${hers.id}`, ROLE, version(hers.version))).toMatchObject({
        status: 403,
        body: { because: 'other_organisation' },
      });
    });

    it('owner and coordinator cannot leave', async () => {
      for (const client of [karin, lena]) {
        const { id } = await mine(client);
        expect(await client.put(`participants/${id}/departure`)).toMatchObject({
          status: 409,
          body: { type: 'urn:samspel:participant.accountable' },
        });
      }
    });

    it('whoever leaves meets 404 from then on, and the question whether they coordinate is off the table', async () => {
      const sofia = await signIn(running.url, 'sofia.kommun');
      await rows('insert into coordinator_request (case_id, asked_assignment_id, asked_by_assignment_id) values ($1, $2, $3)', [
        made.caseId,
        idOf('sofia.kommun'),
        idOf('karin.fk'),
      ]);
      const { id } = await mine(sofia);
      expect(await karin.put(`participants/${id}/departure`)).toMatchObject({ status: 403, body: { because: 'not_yourself' } });
      expect((await sofia.put(`participants/${id}/departure`)).status).toBe(204);
      expect((await sofia.get(`cases/${made.caseId}/timeline`)).status).toBe(404);
      expect((await sofia.put(`participants/${id}/departure`)).status).toBe(404);
      expect(await noticesFor('karin.fk')).toEqual(['participant.left']);
      expect(await noticesFor('lena.region')).toEqual(['participant.left']);
      expect(await kinds()).toEqual(['participant.left']);
      expect(await rows('select state from coordinator_request where case_id = $1')).toEqual([{ state: 'WITHDRAWN' }]);
      expect((await team()).length).toBe(2);
    });

    it('a newcomer says that the introduction is read, for themself', async () => {
      const { id } = await mine(karin);
      expect(await lena.put(`participants/${id}/introduction`)).toMatchObject({ status: 403, body: { because: 'not_yourself' } });
      expect((await karin.put(`participants/${id}/introduction`)).status).toBe(204);
      expect((await karin.put(`participants/${id}/introduction`)).status).toBe(204);
      expect(await rows('select introduced_at is not null as read from participation where id = $1', [id])).toEqual([{ read: true }]);
    });
  });

  describe('contacts without login', () => {
    const GUNILLA = {
      kind: 'EMPLOYER',
      name: 'Gunilla Rask',
      worksAt: 'Almgården',
      phone: '0980-319 220',
      email: null,
      questionArea: 'Arbetsplatsen',
    };

    it('are added, changed on the version read, removed and brought back', async () => {
      const { status, body } = await karin.post(`cases/${made.caseId}/contacts`, GUNILLA);
      expect(status).toBe(201);
      const change = { ...GUNILLA, email: 'gunilla.rask@almgarden.example' };
      expect((await lena.put(`contacts/${body.id}`, change, version(1))).status).toBe(204);
      expect((await karin.put(`contacts/${body.id}`, change, version(1))).status).toBe(412);
      expect((await karin.put(`contacts/${body.id}/removal`)).status).toBe(204);
      expect((await karin.put(`contacts/${body.id}/removal`)).status).toBe(204);
      expect((await karin.put(`contacts/${body.id}`, change, version(3))).status).toBe(404);
      expect((await karin.put(`contacts/${body.id}/restoration`)).status).toBe(204);
      expect(await rows('select name, email, removed_at, version from case_contact where case_id = $1')).toEqual([
        { name: 'Gunilla Rask', email: 'gunilla.rask@almgarden.example', removed_at: null, version: 4 },
      ]);
      expect(await kinds()).toEqual(['contact.added', 'contact.removed', 'contact.changed', 'contact.added']);
    });

    it.each([
      ['a phone that is none', { phone: 'ring mig' }, '/phone'],
      ['an address that is none', { email: 'gunilla at home' }, '/email'],
      ['two lines in a name', { name: 'Gunilla\r\nRask' }, '/name'],
    ])('refuse %s', async (_, wrong, pointer) => {
      const answer = await karin.post(`cases/${made.caseId}/contacts`, { ...GUNILLA, ...wrong });
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
    });
  });

  it('a closed case is read but not changed', async () => {
    await rows(
      `update coordination_case set status = 'CLOSED', closed_at = app.domain_now(), closed_by_assignment_id = owner_assignment_id, closing_reason = 'MOVED' where id = $1`,
    );
    expect((await karin.get(`cases/${made.caseId}/care-team/participants`)).status).toBe(200);
    expect(await inviteAf()).toMatchObject({ status: 409, body: { type: 'urn:samspel:case.closed' } });
  });

  it('one key invites once, however often it is sent', async () => {
    const headers = { 'idempotency-key': crypto.randomUUID() };
    const send = () => karin.post(`cases/${made.caseId}/invitations`, { unitId: town.unit.af, reason: 'Vi behöver er.' }, { headers });
    const answers = await Promise.all(Array.from({ length: 10 }, send));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
    expect(answers[0]!.status).toBe(201);
    expect(await rows('select 1 from care_team_invitation where case_id = $1')).toHaveLength(1);
    expect(await karin.post(`cases/${made.caseId}/invitations`, { unitId: town.unit.af, reason: 'Annat.' }, { headers })).toMatchObject({
      status: 422,
    });
  });
});
