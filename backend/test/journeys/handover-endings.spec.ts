import { filter, firstValueFrom, timeout } from 'rxjs';
import { LiveListener } from '../../src/platform/live/live-listener.ts';
import { withClient } from '../../src/platform/database/provision.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { type HandoverWish, makeHandover } from '../support/handover.ts';
import { type Answer, type Client, signIn } from '../support/sign-in.ts';
import { makeCase, makeTown, type Place, type Town, type TownCase } from '../support/town.ts';

/** What becomes of a handover when the case closes, when somebody leaves, and when the person takes a consent back. */
describe('a handover that the case or the person ends', () => {
  let running: RunningApp;
  let town: Town;
  let eva: TownCase;
  const clients: Record<string, Client> = {};

  beforeAll(async () => {
    running = await startApp();
    town = await makeTown(running);
    for (const hint of ['karin.fk', 'ahmed.af', 'lena.region', 'sara.af', 'maria.chef.fk']) clients[hint] = await signIn(running.url, hint);
  });
  beforeEach(async () => {
    await behindTheLocks(running.database, 'delete from person_identifier; delete from notice');
    eva = await makeCase(running, town, { coordinator: 'lena.region', team: ['karin.fk', 'ahmed.af', 'lena.region'] });
  });
  afterAll(() => running?.close());

  const as = (hint: string): Client => clients[hint]!;
  const id = (hint: string): string => town.staff[hint]!.assignmentId;
  const make = (wish: HandoverWish = {}): Promise<string> => makeHandover(running, town, eva.caseId, wish);
  const rows = <Row extends object>(sql: string, values: unknown[] = [eva.caseId]): Promise<Row[]> => behindTheLocks(running.database, sql, values);
  const states = async (): Promise<string[]> =>
    (await rows<{ state: string }>('select state from handover where case_id = $1 order by created_at, id')).map(({ state }) => state);
  const told = (hint: string): Promise<object[]> =>
    rows('select kind, params, case_id is not null as "inCase" from notice where recipient_assignment_id = $1 order by created_at, id', [id(hint)]);

  describe('when the case closes', () => {
    const close = async (): Promise<Answer> => {
      const { headers } = await as('karin.fk').get(`cases/${eva.caseId}`);
      const body = { reason: 'GOALS_REACHED', remainingWork: '', personInformed: true };
      return as('karin.fk').put(`cases/${eva.caseId}/closure`, body, { headers: { 'if-match': headers.get('etag')! } });
    };

    it.each(['OFFERED', 'RECEIVED', 'NEEDS_INFO'] as const)(
      'is refused while somebody has been asked (%s), and nothing is changed',
      async (state) => {
        await make({ state });
        expect(await close()).toMatchObject({
          status: 409,
          body: { type: 'urn:samspel:handover.pending', detail: expect.stringMatching(/vänta på svaret/) },
        });
        expect(await rows('select status from coordination_case where id = $1')).toEqual([{ status: 'OPEN' }]);
        expect(await states()).toEqual([state]);
      },
    );

    it('is refused by the database too, by name', async () => {
      await make();
      const byHand = withClient(running.database.urls.app, async (client) => {
        await client.query('begin');
        await client.query(`select set_config('app.actor_id', $1, true)`, [id('karin.fk')]);
        await client.query(
          `update coordination_case set status = 'CLOSED', closed_at = app.domain_now(), closed_by_assignment_id = owner_assignment_id, closing_reason = 'MOVED' where id = $1`,
          [eva.caseId],
        );
      });
      await expect(byHand).rejects.toMatchObject({ code: '23514', constraint: 'handover_pending' });
    });

    it('ends drafts with it, also another organisation’s that whoever closes does not see', async () => {
      const own = await make({ state: 'DRAFT' });
      const theirs = await make({ state: 'DRAFT', scope: 'COORDINATOR_ROLE', from: 'lena.region' });
      expect((await as('karin.fk').get(`handovers/${theirs}`)).status).toBe(404);
      expect((await close()).status).toBe(204);
      expect(await rows(`select id, state, court, closed_at is not null as closed from handover where case_id = $1 order by created_at, id`)).toEqual(
        [
          { id: own, state: 'REVOKED', court: 'NOBODY', closed: true },
          { id: theirs, state: 'REVOKED', court: 'NOBODY', closed: true },
        ],
      );
      expect(await rows('select act, to_state, reason_code, actor_assignment_id as by from handover_transition where case_id = $1')).toEqual(
        Array(2).fill({ act: 'revoke', to_state: 'REVOKED', reason_code: 'CASE_CLOSED', by: id('karin.fk') }),
      );
    });

    it('lets no alert outlive it', async () => {
      const handover = await make({ state: 'IN_PROGRESS', from: 'lena.region', to: 'karin.fk' });
      await rows(`insert into alert (handover_id, case_id, rung, epoch, due_at) values ($2, $1, 'LIMIT', 3, now())`, [eva.caseId, handover]);
      await rows(`update handover set next_timer = 'SUPERVISOR', next_timer_at = now() + interval '1 day' where id = $1`, [handover]);
      expect((await close()).status).toBe(204);
      expect(await rows('select next_timer, closed_at is null as open from handover where case_id = $1')).toEqual([
        { next_timer: null, open: false },
      ]);
      expect(await rows('select resolution from alert where case_id = $1')).toEqual([{ resolution: 'ENDED' }]);
    });
  });

  describe('when somebody wants to leave the team', () => {
    const leave = async (hint: string): Promise<Answer> => {
      const [own] = await rows<{ id: string }>('select id from participation where case_id = $1 and assignment_id = $2', [eva.caseId, id(hint)]);
      return as(hint).put(`participants/${own!.id}/departure`);
    };

    it('refuses who sent it, and who was asked, until it is answered', async () => {
      const handover = await make({ nominee: 'ahmed.af' });
      expect(await leave('karin.fk')).toMatchObject({ status: 409, body: { type: 'urn:samspel:participant.accountable' } });
      expect(await leave('ahmed.af')).toMatchObject({ status: 409, body: { type: 'urn:samspel:handover.pending' } });
      await rows(`update handover set state = 'REVOKED', court = 'NOBODY', ended_at = now(), closed_at = now() where id = $1`, [handover]);
      expect((await leave('ahmed.af')).status).toBe(204);
    });

    it('refuses who stands in for a lost owner', async () => {
      await rows(`insert into participation (case_id, assignment_id, organisation_id, role, mandate) values ($1, $2, $3, 'chef', 'MAY_DECIDE')`, [
        eva.caseId,
        id('maria.chef.fk'),
        town.organisation.fk,
      ]);
      await make({ to: 'karin.fk', standIn: 'maria.chef.fk' });
      expect(await leave('maria.chef.fk')).toMatchObject({ status: 409, body: { type: 'urn:samspel:handover.pending' } });
    });

    it('lets others go, who have no part in it', async () => {
      await make({ scope: 'COORDINATOR_ROLE', from: 'lena.region', to: 'karin.fk' });
      expect((await leave('ahmed.af')).status).toBe(204);
    });
  });

  describe('when the person takes a consent back', () => {
    const withdraw = async (by: string, ...places: Place[]): Promise<void> => {
      const client = by === 'person' ? await signIn(running.url, 'eva', 'citizen') : as(by);
      for (const place of places)
        expect((await client.put(`${by === 'person' ? 'me/' : ''}consents/${eva.consents[place]}/withdrawal`)).status).toBe(204);
    };
    const link = { scope: 'CASE_OWNERSHIP', reference: expect.stringMatching(/^S-\d+$/) };

    it.each(['person', 'lena.region'])('stops what waited under it, and tells sender, nominee and queue that, by %s', async (by) => {
      await make({ nominee: 'ahmed.af' });
      const queue = firstValueFrom(
        running.app.get(LiveListener).events.pipe(
          filter((event) => event.type === 'invitations' && event.ref === town.unit.af),
          timeout(5_000),
        ),
      );
      await withdraw(by, 'fk');
      expect(await states()).toEqual(['STOPPED_BY_PERSON']);
      expect(await queue).toMatchObject({ to: [id('sara.af')] });
      expect(await told('karin.fk')).toContainEqual(expect.objectContaining({ kind: 'handover.stopped', params: link }));
      expect(await told('ahmed.af')).toContainEqual(expect.objectContaining({ kind: 'handover.stopped', params: link }));
      const everything = JSON.stringify(await rows('select n.params, t.params from notice n, timeline_event t where t.case_id = $1'));
      expect(everything).not.toMatch(/Eva|Lind|Uppdragstext|Skältext/);
      const actor = by === 'person' ? { actor_person_id: eva.personId } : { actor_assignment_id: id(by) };
      expect(
        await rows(`select act, from_state, to_state, court, actor_person_id, actor_assignment_id from handover_transition where case_id = $1 and act = 'stop'`),
      ).toEqual([
        { act: 'stop', from_state: 'OFFERED', to_state: 'STOPPED_BY_PERSON', court: 'NOBODY', actor_person_id: null, actor_assignment_id: null, ...actor },
      ]);
      expect(await rows(`select params from timeline_event where case_id = $1 and kind = 'handover.stopped'`)).toEqual([
        { params: { scope: 'CASE_OWNERSHIP', toUnit: 'Arbetsförmedlingen Sjöstad', toOrganisation: 'Arbetsförmedlingen', fromOrganisation: 'Försäkringskassan' } },
      ]);
    }); // prettier-ignore

    it('leaves the sender accountable, and free to offer it to somebody who is still covered', async () => {
      await make();
      await withdraw('person', 'fk');
      const { body } = await as('karin.fk').get(`cases/${eva.caseId}`);
      expect(body.holder).toMatchObject({ owner: { name: 'Karin Berg' }, standIn: null, handovers: [] });
    });

    it('stops no other: not one that another consent covers, nor one that has been accepted', async () => {
      await make({ state: 'ACCEPTED' });
      await make({ scope: 'COORDINATOR_ROLE', from: 'lena.region', to: 'ahmed.af' });
      await withdraw('person', 'fk');
      expect(await states()).toEqual(['ACCEPTED', 'OFFERED']);
      expect(await told('lena.region')).toEqual([]);
    });

    it('stops what goes to and what comes from an organisation that loses the case', async () => {
      await make({ to: 'lena.region' });
      await make({ scope: 'COORDINATOR_ROLE', from: 'lena.region', to: 'ahmed.af' });
      // Nobody may share with the region any more: it is out, with all that went to and from it.
      await withdraw('person', 'fk', 'af');
      expect((await as('lena.region').get(`cases/${eva.caseId}`)).status).toBe(404);
      expect(await states()).toEqual(['STOPPED_BY_PERSON', 'STOPPED_BY_PERSON']);
      expect(await told('lena.region')).toContainEqual(expect.objectContaining({ kind: 'handover.stopped', inCase: false }));
    });

    it('stops what waits within one organisation when nothing valid remains, and drafts without a word', async () => {
      await make({ to: 'maria.chef.fk', nominee: 'maria.chef.fk' });
      await make({ state: 'DRAFT', scope: 'COORDINATOR_ROLE', from: 'lena.region', to: 'ahmed.af' });
      await withdraw('person', 'fk', 'region');
      expect(await states()).toEqual(['OFFERED', 'STOPPED_BY_PERSON']);
      expect(await told('lena.region')).not.toContainEqual(expect.objectContaining({ kind: 'handover.stopped' }));
      await withdraw('person', 'af');
      expect(await states()).toEqual(['STOPPED_BY_PERSON', 'STOPPED_BY_PERSON']);
      expect(await told('maria.chef.fk')).toContainEqual({ kind: 'handover.stopped', params: link, inCase: false });
    });

    it('lets the search for a lost owner go on within the organisation: somebody always answers', async () => {
      await make({ to: 'maria.chef.fk', standIn: 'maria.chef.fk' });
      await withdraw('person', 'fk', 'region', 'af');
      expect(await states()).toEqual(['OFFERED']);
    });

    it('can no longer be accepted', async () => {
      const handover = await make();
      await withdraw('person', 'fk');
      const answers = { understood: true, possible: true, how: 'x', mandate: 'MAY_DECIDE', firstContactOn: running.clock.today() };
      const late = await as('sara.af').put(`handovers/${handover}/acceptance`, answers, { headers: { 'if-match': '"2"' } });
      expect([404, 409]).toContain(late.status);
      expect(await rows('select owner_assignment_id as owner from coordination_case where id = $1')).toEqual([{ owner: id('karin.fk') }]);
    });
  });
});
