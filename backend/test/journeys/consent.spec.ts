import { randomUUID } from 'node:crypto';
import { filter, firstValueFrom, timeout } from 'rxjs';
import type { ConsentsView } from '../../src/consent/consent.dto.ts';
import type { ProblemView } from '../../src/platform/problem/problem.dto.ts';
import { LiveListener } from '../../src/platform/live/live-listener.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { type Client, signIn } from '../support/sign-in.ts';
import { makeCase, makeTown, type Place, type Town, type TownCase } from '../support/town.ts';

const ALL = ['CONTACT', 'SITUATION', 'WORK', 'BENEFIT', 'HEALTH', 'SOCIAL_SUPPORT', 'PLAN'];

describe('the person’s consent', () => {
  let running: RunningApp;
  let town: Town;
  let eva: TownCase;
  const clients: Record<string, Client> = {};

  beforeAll(async () => {
    running = await startApp();
    town = await makeTown(running);
    for (const hint of ['karin.fk', 'ahmed.af', 'lena.region', 'sofia.kommun', 'nils.kommun', 'sara.af', 'admin.drift'])
      clients[hint] = await signIn(running.url, hint);
  });
  afterAll(() => running.close());

  beforeEach(async () => {
    await behindTheLocks(running.database, 'delete from person_identifier');
    eva = await makeCase(running, town);
  });

  const as = (hint: string): Client => clients[hint]!;
  const assignment = (hint: string): string => town.staff[hint]!.assignmentId;
  const withdraw = async (hint: string, ...places: Place[]): Promise<void> => {
    for (const place of places) expect((await as(hint).put(`consents/${eva.consents[place]}/withdrawal`)).status).toBe(204);
  };

  function consent(more: object = {}): object {
    return {
      disclosingOrganisationId: town.organisation.fk,
      informationCategories: ['WORK', 'PLAN'],
      exclusions: 'Inte samtalen med psykologen.',
      recipients: { organisationIds: [town.organisation.af, town.organisation.work], contactIds: [] },
      givenBy: 'SELF',
      purpose: 'Att tillsammans stödja Eva tillbaka till arbete.',
      validFrom: running.clock.today(),
      validTo: dayFromNow(120),
      form: 'WRITTEN',
      informedWithText: '2026-11',
      ...more,
    };
  }

  const dayFromNow = (days: number): string => new Date(running.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);

  describe('being recorded', () => {
    it('is listed for the whole team with who took it, and stands on the timeline', async () => {
      const made = await as('karin.fk').post(`cases/${eva.caseId}/consents`, consent());
      expect(made.status).toBe(201);
      expect(made.headers.get('location')).toBe(`/api/v1/cases/${eva.caseId}/consents`);

      const { body } = await as('ahmed.af').get(`cases/${eva.caseId}/consents`);
      expect(body.items).toHaveLength(5);
      expect(body.items[0]).toMatchObject({
        id: made.body.id,
        disclosingOrganisation: { shortName: 'Försäkringskassan', kind: 'FK' },
        informationCategories: ['WORK', 'PLAN'],
        recipients: {
          organisations: expect.arrayContaining([
            expect.objectContaining({ name: 'Arbetsförmedlingen' }),
            expect.objectContaining({ name: 'Arbetsmarknad' }),
          ]),
        },
        takenBy: { name: 'Karin Berg' },
        state: 'VALID',
        withdrawn: null,
        actions: ['consent.withdraw'],
      });
      const events = await behindTheLocks(running.database, `select params from timeline_event where case_id = $1 and kind = 'consent.given'`, [
        eva.caseId,
      ]);
      expect(events).toEqual([{ params: { to: 'Arbetsförmedlingen, Arbetsmarknad', validTo: dayFromNow(120) } }]);
      const audited = await behindTheLocks(running.database, `select action from audit_event where case_id = $1 order by recorded_at`, [eva.caseId]);
      expect(audited).toEqual([{ action: 'consent.recorded' }, { action: 'consents.read' }]);
    });

    it('is one consent however often the same key is sent', async () => {
      const key = { headers: { 'idempotency-key': randomUUID() } };
      const ids = new Set<string>();
      for (let attempt = 0; attempt < 3; attempt++) ids.add((await as('karin.fk').post(`cases/${eva.caseId}/consents`, consent(), key)).body.id);
      expect(ids.size).toBe(1);
      expect((await as('karin.fk').post(`cases/${eva.caseId}/consents`, consent({ form: 'ORAL' }), key)).status).toBe(422);
    });

    it.each([
      ['on another organisation’s behalf', () => ({ disclosingOrganisationId: town.organisation.af }), 403, null],
      ['without receivers', () => ({ recipients: { organisationIds: [], contactIds: [] } }), 422, '/recipients'],
      ['to oneself', () => ({ recipients: { organisationIds: [town.organisation.fk], contactIds: [] } }), 422, '/recipients/organisationIds'],
      [
        'to the samordningsförbund',
        () => ({ recipients: { organisationIds: [town.organisation.federation], contactIds: [] } }),
        422,
        '/recipients/organisationIds',
      ],
      ['to an unknown organisation', () => ({ recipients: { organisationIds: [randomUUID()], contactIds: [] } }), 422, '/recipients/organisationIds'],
      ['to a contact of no case', () => ({ recipients: { organisationIds: [], contactIds: [randomUUID()] } }), 422, '/recipients/contactIds'],
      ['for more than a year', () => ({ validTo: dayFromNow(400) }), 422, '/validTo'],
      ['without an end', () => ({ validTo: undefined }), 422, '/validTo'],
      ['for nothing', () => ({ informationCategories: [] }), 422, '/informationCategories'],
      ['with a name nobody knows', () => ({ takenBy: 'x' }), 400, '/takenBy'],
    ])('is refused %s', async (_, more, status, pointer) => {
      const answer = await as('karin.fk').post<ProblemView>(`cases/${eva.caseId}/consents`, consent(more()));
      expect(answer.status).toBe(status);
      if (pointer) expect(answer.body.errors?.map((each) => each.pointer)).toContain(pointer);
      else expect(answer.body.because).toBe('not_own_organisation');
      expect((await as('karin.fk').get(`cases/${eva.caseId}/consents`)).body.items).toHaveLength(4);
    });

    it('needs a key, and an open case', async () => {
      expect((await as('karin.fk').post(`cases/${eva.caseId}/consents`, consent(), { headers: { 'idempotency-key': '' } })).status).toBe(400);
      await behindTheLocks(
        running.database,
        `update coordination_case set status = 'CLOSED', closed_at = now(), closed_by_assignment_id = owner_assignment_id, closing_reason = 'GOALS_REACHED' where id = $1`,
        [eva.caseId],
      );
      const closed = await as('karin.fk').post(`cases/${eva.caseId}/consents`, consent());
      expect([closed.status, closed.body.type]).toEqual([409, 'urn:samspel:case.closed']);
    });

    it('shows beforehand exactly who would see what, and keeps nothing', async () => {
      const { disclosingOrganisationId, informationCategories, exclusions, recipients } = consent() as Record<string, unknown>;
      const preview = await as('karin.fk').post(`cases/${eva.caseId}/consent-previews`, {
        disclosingOrganisationId,
        informationCategories,
        exclusions,
        recipients,
      });
      expect(preview).toMatchObject({
        status: 200,
        body: {
          sees: [
            { organisation: { name: 'Arbetsförmedlingen' }, people: ['Ahmed Haddad'], categories: ['WORK', 'PLAN'] },
            { organisation: { name: 'Arbetsmarknad' }, people: [], categories: ['WORK', 'PLAN'] },
          ],
          notSeen: 'Inte samtalen med psykologen.',
          notSeenCategories: ALL.filter((each) => !['WORK', 'PLAN'].includes(each)),
        },
      });
      expect((await as('karin.fk').get(`cases/${eva.caseId}/consents`)).body.items).toHaveLength(4);
    });
  });

  describe('being withdrawn', () => {
    it('closes the case at once to the organisation that nothing covers any more', async () => {
      await withdraw('lena.region', 'fk', 'region');
      expect((await as('ahmed.af').get(`cases/${eva.caseId}/consents`)).status).toBe(200);
      await withdraw('lena.region', 'kommun');

      const gone = await as('ahmed.af').get(`cases/${eva.caseId}/consents`);
      const unknown = await as('ahmed.af').get(`cases/${randomUUID()}/consents`);
      expect(gone.status).toBe(404);
      expect({ ...gone.body, instance: '' }).toEqual({ ...unknown.body, instance: '' });
      for (const still of ['karin.fk', 'lena.region', 'sofia.kommun']) expect((await as(still).get(`cases/${eva.caseId}/consents`)).status).toBe(200);
    });

    it('keeps the owner’s colleagues as long as their own organisation has leave to share', async () => {
      await behindTheLocks(
        running.database,
        `insert into participation (case_id, assignment_id, organisation_id, role, mandate) values ($1, $2, $3, 'handläggare', 'MAY_DECIDE')`,
        [eva.caseId, assignment('maria.chef.fk'), town.organisation.fk],
      );
      await withdraw('lena.region', 'af', 'region', 'kommun');
      const ended = await behindTheLocks(
        running.database,
        `select 1 from participation where case_id = $1 and organisation_id = $2 and until_at is not null`,
        [eva.caseId, town.organisation.fk],
      );
      expect(ended).toEqual([]);
      expect((await as('karin.fk').get(`cases/${eva.caseId}/consents`)).status).toBe(200);
    });

    it('tells the owner, tells those who lose the case without content, and ends their streams', async () => {
      const gone = firstValueFrom(
        running.app.get(LiveListener).events.pipe(
          filter((event) => event.gone === true),
          timeout(5_000),
        ),
      );
      await withdraw('sofia.kommun', 'fk', 'region', 'kommun');

      expect(await noticesOf('karin.fk')).toEqual(Array(3).fill({ kind: 'consent.withdrawn', params: {}, case_id: eva.caseId }));
      expect(await noticesOf('ahmed.af')).toEqual([
        { kind: 'case.closed-to-you', params: { reference: expect.stringMatching(/^S-\d+$/) }, case_id: null },
      ]);
      expect(await gone).toEqual({ type: 'case', ref: eva.caseId, to: [assignment('ahmed.af')], gone: true });
    });

    it('stops a pending invitation and empties its preview', async () => {
      await behindTheLocks(running.database, 'insert into consent_recipient (consent_id, case_id, organisation_id) values ($1, $2, $3)', [
        eva.consents.fk,
        eva.caseId,
        town.organisation.work,
      ]);
      await behindTheLocks(
        running.database,
        `insert into care_team_invitation (case_id, organisation_id, unit_id, preview, invited_by_assignment_id) values ($1, $2, $3, '{"personName":"Eva Lind"}', $4)`,
        [eva.caseId, town.organisation.work, town.unit.work, assignment('lena.region')],
      );
      await withdraw('karin.fk', 'fk');
      expect(await behindTheLocks(running.database, 'select state, preview from care_team_invitation where case_id = $1', [eva.caseId])).toEqual([
        { state: 'STOPPED', preview: null },
      ]);
      expect(await noticesOf('lena.region')).toEqual([{ kind: 'consent.withdrawn', params: {}, case_id: eva.caseId }]);
    });

    const invite = (by: string): Promise<unknown> =>
      behindTheLocks(
        running.database,
        `insert into care_team_invitation (case_id, organisation_id, unit_id, preview, invited_by_assignment_id) values ($1, $2, $3, '{}', $4)`,
        [eva.caseId, town.organisation.work, town.unit.work, assignment(by)],
      );

    it.each(['the person', 'staff'])(
      'tells the sender of an invitation that it stops, also where others still cover the invited: by %s',
      async (whom) => {
        for (const from of ['fk', 'region'] as const)
          await behindTheLocks(running.database, 'insert into consent_recipient (consent_id, case_id, organisation_id) values ($1, $2, $3)', [
            eva.consents[from],
            eva.caseId,
            town.organisation.work,
          ]);
        await invite('lena.region');
        const client = whom === 'staff' ? as('karin.fk') : await signIn(running.url, 'eva', 'citizen');
        const path = `${whom === 'staff' ? '' : 'me/'}consents/${eva.consents.region}/withdrawal`;
        expect((await client.put(path)).status).toBe(204);
        expect(await behindTheLocks(running.database, 'select state from care_team_invitation where case_id = $1', [eva.caseId])).toEqual([
          { state: 'STOPPED' },
        ]);
        expect(await noticesOf('lena.region')).toEqual([{ kind: 'consent.withdrawn', params: {}, case_id: eva.caseId }]);
      },
    );

    it('answers those who asked to join from an organisation that is shut out', async () => {
      await behindTheLocks(
        running.database,
        `insert into join_request (case_id, organisation_id, requested_by_assignment_id, reason, asked_form, asked_on) values ($1, $2, $3, 'x', 'ORAL', '2026-11-01')`,
        [eva.caseId, town.organisation.af, assignment('sara.af')],
      );
      const person = await signIn(running.url, 'eva', 'citizen');
      for (const from of ['fk', 'region', 'kommun'] as const) await person.put(`me/consents/${eva.consents[from]}/withdrawal`);
      expect(await noticesOf('sara.af')).toEqual([{ kind: 'join-request.answered', params: { answer: 'STOPPED' }, case_id: null }]);
    });

    it('also ends the part of somebody who turned out to be the person, and who reaches the case no more', async () => {
      await behindTheLocks(
        running.database,
        `update staff_member set personal_index = (select blind_index from person_identifier where person_id = $1) where id = $2`,
        [eva.personId, town.staff['ahmed.af']!.staffMemberId],
      );
      expect((await as('ahmed.af').get(`cases/${eva.caseId}`)).status).toBe(404);
      await withdraw('lena.region', 'fk', 'region', 'kommun');
      await behindTheLocks(running.database, 'update staff_member set personal_index = null');
      expect(
        await behindTheLocks(running.database, 'select end_reason from participation where case_id = $1 and assignment_id = $2', [
          eva.caseId,
          assignment('ahmed.af'),
        ]),
      ).toEqual([{ end_reason: 'CONSENT_WITHDRAWN' }]);
    });

    it('leaves the owner alone with one task when nothing is valid any more', async () => {
      await withdraw('karin.fk', 'af', 'region', 'kommun', 'fk');
      expect((await noticesOf('karin.fk')).map((each) => each.kind)).toEqual(['consent.last-withdrawn']);
      for (const lost of ['ahmed.af', 'lena.region', 'sofia.kommun']) expect((await as(lost).get(`cases/${eva.caseId}/consents`)).status).toBe(404);
      expect((await as('karin.fk').get(`cases/${eva.caseId}/consents`)).body).toMatchObject({ state: 'NONE', validTo: null });

      const blocked = await as('karin.fk').post(`cases/${eva.caseId}/notes`, { text: 'Mer om Eva.', kind: 'ORGANISATION' });
      expect([blocked.status, blocked.body.type]).toEqual([409, 'urn:samspel:consent.missing']);
      expect((await as('karin.fk').post(`cases/${eva.caseId}/consents`, consent())).status).toBe(201);
      expect((await as('karin.fk').post(`cases/${eva.caseId}/notes`, { text: 'Mer om Eva.', kind: 'ORGANISATION' })).status).toBe(201);
    });

    it('may cost the one who records it their own access', async () => {
      await withdraw('ahmed.af', 'fk', 'region', 'kommun');
      expect((await as('ahmed.af').get(`cases/${eva.caseId}/consents`)).status).toBe(404);
    });

    it('is recorded once and repeats quietly', async () => {
      await withdraw('karin.fk', 'af', 'af', 'af');
      expect(await withdrawnEvents(eva.caseId)).toBe(1);
      const { body } = await as('lena.region').get<ConsentsView>(`cases/${eva.caseId}/consents`);
      const [withdrawn] = body.items.filter((each) => each.state === 'WITHDRAWN');
      expect(withdrawn).toMatchObject({
        withdrawn: { via: 'STAFF', by: { name: 'Karin Berg' } },
        actions: [],
        blocked: [{ action: 'consent.withdraw', because: 'already_withdrawn' }],
      });
    });
  });

  it('is as unknown to anybody outside the team as one that does not exist', async () => {
    const paths = [`cases/${eva.caseId}/consents`, `cases/${randomUUID()}/consents`, 'cases/not-an-id/consents'];
    const answers = await Promise.all(paths.map((path) => as('nils.kommun').get(path)));
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(new Set(answers.map(({ body }) => JSON.stringify({ ...body, instance: '' }))).size).toBe(1);
    expect((await as('nils.kommun').post(`cases/${eva.caseId}/consents`, consent())).status).toBe(404);
    expect((await as('nils.kommun').put(`consents/${eva.consents.fk}/withdrawal`)).status).toBe(404);
    expect((await as('admin.drift').get(`cases/${eva.caseId}/consents`)).status).toBe(403);
    expect(await withdrawnEvents(eva.caseId)).toBe(0);
  });

  async function noticesOf(hint: string): Promise<{ kind: string }[]> {
    return behindTheLocks(
      running.database,
      'select kind, params, case_id from notice where recipient_assignment_id = $1 and created_at >= $2 order by created_at',
      [assignment(hint), await caseOpenedAt()],
    );
  }

  const caseOpenedAt = async (): Promise<Date> => {
    const [row] = await behindTheLocks<{ at: Date }>(running.database, 'select opened_at as at from coordination_case where id = $1', [eva.caseId]);
    return row!.at;
  };

  async function withdrawnEvents(caseId: string): Promise<number> {
    const rows = await behindTheLocks(running.database, `select 1 from timeline_event where case_id = $1 and kind = 'consent.withdrawn'`, [caseId]);
    return rows.length;
  }
});
