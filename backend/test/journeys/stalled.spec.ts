import type { NomineeListView } from '../../src/stalled/nominee.dto.ts';
import type { StalledBoardView, StalledRowView } from '../../src/stalled/stalled.dto.ts';
import type { BulkNudgeView } from '../../src/stalled/acts.dto.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { makeHandover } from '../support/handover.ts';
import { type Client, signIn } from '../support/sign-in.ts';
import { runClock } from '../support/stalled.ts';
import { makeCase, makeTown, type Town, type TownCase } from '../support/town.ts';

/** Wednesday 25 November 2026, 09.00 in Sweden. */
const NOW = new Date('2026-11-25T08:00:00Z');
const match = (version: number): { headers: Record<string, string> } => ({ headers: { 'if-match': `"${version}"` } });

describe('Fastnat', () => {
  let running: RunningApp, town: Town, eva: TownCase, olle: TownCase;
  let maria: Client, per: Client, karin: Client, ahmed: Client;
  /** Not accepted since Wednesday 18th; silent since Monday 16th; a loop open since October; one that is still in time. */
  let waiting: string, silent: string, loop: string, inTime: string;
  const who = (hint: string): string => town.staff[hint]!.assignmentId;

  beforeAll(async () => {
    running = await startApp();
    town = await makeTown(running);
    await running.clock.moveTo(NOW);
    eva = await makeCase(running, town, { person: 'eva' });
    olle = await makeCase(running, town, { person: 'olle', owner: 'david.fk', team: ['david.fk', 'ahmed.af', 'sofia.kommun'] });
    waiting = await makeHandover(running, town, eva.caseId);
    silent = await makeHandover(running, town, eva.caseId, { scope: 'COORDINATOR_ROLE', state: 'ACCEPTED' });
    loop = await makeHandover(running, town, olle.caseId, { from: 'ahmed.af', to: 'david.fk', state: 'IN_PROGRESS' });
    inTime = await makeHandover(running, town, olle.caseId, { from: 'david.fk', to: 'sara.af' });
    await runClock(running, waiting, new Date('2026-11-18T08:00:00Z'), ['RECEIPT', 'HALF_TIME']);
    await runClock(running, silent, new Date('2026-11-16T08:00:00Z'), ['HALF_TIME']);
    await runClock(running, loop, new Date('2026-10-05T08:00:00Z'));
    await runClock(running, inTime, new Date('2026-11-25T07:00:00Z'));
    maria = await signIn(running.url, 'maria.chef.fk');
    per = await signIn(running.url, 'per.chef.af');
    karin = await signIn(running.url, 'karin.fk');
    ahmed = await signIn(running.url, 'ahmed.af');
  }, 60_000);
  afterAll(() => running?.close());

  const board = async (client: Client, query = ''): Promise<StalledBoardView> => {
    const { status, body } = await client.get<StalledBoardView>(`stalled-handovers${query}`);
    expect(status).toBe(200);
    return body;
  };
  const ids = ({ items }: StalledBoardView): string[] => items.map(({ id }) => id);
  const row = async (client: Client, id: string, query = ''): Promise<StalledRowView | undefined> =>
    (await board(client, query)).items.find((each) => each.id === id);

  describe('shows what has come to a stand', () => {
    it('on both sides, longest first, and not what is still in time', async () => {
      expect(ids(await board(per))).toEqual([loop, silent, waiting]);
      expect(ids(await board(maria))).toEqual([loop, silent, waiting]);
      expect(ids(await board(per, '?direction=in'))).toEqual([silent, waiting]);
      expect(ids(await board(per, '?direction=out'))).toEqual([loop]);
      expect(ids(await board(maria, '?direction=in'))).toEqual([loop]);
    });

    it('with days, the limit, who answers, what happens by itself and how it climbs', async () => {
      expect(await row(per, waiting)).toEqual({
        ...{ id: waiting, version: 1, reference: expect.stringMatching(/^S-\d{4}$/), caseId: null, kind: 'NOT_ACCEPTED', scope: 'CASE_OWNERSHIP' },
        ...{ state: 'OFFERED', court: 'RECEIVER', days: 5, dueAt: '2026-11-23T08:00:00.000Z', overdue: true, accountableIsYou: false, nominee: null },
        from: { unit: { id: town.unit.fk, name: 'Försäkringskassan Sjöstad' }, organisation: expect.objectContaining({ letters: 'FK' }) },
        to: { unit: { id: town.unit.af, name: 'Arbetsförmedlingen Sjöstad' }, organisation: expect.objectContaining({ letters: 'AF' }) },
        lastEvent: { act: 'offer', rung: null, at: '2026-11-18T08:00:00.000Z' },
        accountable: expect.objectContaining({ assignmentId: who('karin.fk'), name: town.staff['karin.fk']!.name }),
        nominatable: true,
        nextAutomatic: { timer: 'LIMIT', at: '2026-11-23T08:00:00.000Z' },
        pausedUntil: null,
        ladder: [
          { rung: 'RECEIPT', at: '2026-11-19T08:00:00.000Z', done: true },
          { rung: 'HALF_TIME', at: '2026-11-19T20:00:00.000Z', done: true },
          { rung: 'LIMIT', at: '2026-11-23T08:00:00.000Z', done: false },
          { rung: 'SUPERVISOR', at: '2026-11-24T08:00:00.000Z', done: false },
          { rung: 'BOTH_SUPERVISORS', at: '2026-11-26T08:00:00.000Z', done: false },
          { rung: 'JOINT_REVIEW', at: '2026-11-30T08:00:00.000Z', done: false },
        ],
        consentUntil: '2027-12-31',
        actions: ['handover.nominate', 'handover.nudge', 'handover.escalate', 'handover.pause'],
        blocked: [],
      });
      expect(await row(maria, waiting)).toMatchObject({ nominatable: false, blocked: [{ action: 'handover.nominate', because: 'not_receiver' }] });
      expect(await row(per, silent)).toMatchObject({ kind: 'SILENT', days: 7, overdue: true, nominatable: false, lastEvent: { act: 'offer' } });
      expect(await row(per, loop)).toMatchObject({ kind: 'OPEN_LOOP', days: 37, accountable: { assignmentId: who('david.fk') } });
    });

    it('in figures by kind, and in pairs to choose from', async () => {
      const none = { noOwner: 0, notAccepted: 0, silent: 0, openLoop: 0, paused: 0 };
      expect((await board(per)).counters).toEqual({ ...none, notAccepted: 1, silent: 1, openLoop: 1 });
      expect((await board(per, '?direction=in&kind=SILENT')).counters).toEqual({ ...none, notAccepted: 1, silent: 1 });
      const { pairs, checkedAt, counters } = await board(per, `?toUnit=${town.unit.fk}`);
      expect(pairs.map(({ fromUnit, toUnit }) => [fromUnit.id, toUnit.id])).toEqual([[town.unit.af, town.unit.fk], [town.unit.fk, town.unit.af]]); // prettier-ignore
      expect(counters).toEqual({ ...none, openLoop: 1 });
      expect(Math.abs(Date.parse(checkedAt) - running.clock.now().getTime())).toBeLessThan(60_000);
    });

    it('narrowed to a kind, a pair and an age', async () => {
      expect(ids(await board(per, '?kind=SILENT'))).toEqual([silent]);
      expect(ids(await board(per, '?kind=NO_OWNER'))).toEqual([]);
      expect(ids(await board(per, `?fromUnit=${town.unit.fk}`))).toEqual([silent, waiting]);
      expect(ids(await board(per, `?toUnit=${town.unit.fk}`))).toEqual([loop]);
      expect(ids(await board(per, '?minDays=6'))).toEqual([loop, silent]);
      expect(ids(await board(per, '?minDays=5'))).toEqual([loop, silent, waiting]);
    });

    it('page by page', async () => {
      const first = await board(per, '?limit=2');
      expect(ids(first)).toEqual([loop, silent]);
      const second = await board(per, `?limit=2&cursor=${first.nextCursor}`);
      expect(ids(second)).toEqual([waiting]);
      expect(second.nextCursor).toBeUndefined();
      expect((await per.get('stalled-handovers?cursor=x')).status).toBe(400);
    });

    it('says that the owner is lost, and who stands in', async () => {
      const lost = await makeHandover(running, town, olle.caseId, {
        scope: 'COORDINATOR_ROLE',
        from: 'david.fk',
        to: 'karin.fk',
        standIn: 'maria.chef.fk',
      });
      await runClock(running, lost, new Date('2026-11-25T07:00:00Z'));
      expect(await row(maria, lost, '?kind=NO_OWNER')).toMatchObject({
        kind: 'NO_OWNER',
        days: 0,
        overdue: false,
        accountableIsYou: true,
        nominatable: true,
      });
      expect((await board(maria)).counters).toMatchObject({ noOwner: 1 });
      expect(await row(per, lost)).toBeUndefined();
      await behindTheLocks(running.database, `update handover set state = 'REVOKED', owner_lost = false, stalled_from = null where id = $1`, [lost]);
    });
  });

  it('tells nobody who it concerns, why, or which case', async () => {
    const answers = [await board(per), await board(maria), (await per.get(`stalled-handovers/${waiting}/nominees`)).body];
    const text = JSON.stringify(answers);
    for (const secret of ['Eva', 'Olle', 'personName', 'Uppdragstext', 'Skältext', 'Samordna stödet', eva.caseId, olle.caseId, eva.personId])
      expect([secret, text.includes(secret)]).toEqual([secret, false]);
  });

  it('writes down which cases a supervisor has looked at', async () => {
    await board(per, '?kind=SILENT');
    const [last] = await behindTheLocks(
      running.database,
      `select case_id, action from audit_event where actor_id = $1 order by recorded_at desc, id desc limit 1`,
      [who('per.chef.af')],
    );
    expect(last).toEqual({ case_id: eva.caseId, action: 'handover.supervised' });
  });

  describe('names whom the receiving side asks', () => {
    it('from those at work, those of the team first, and those on leave with who steps in', async () => {
      const [leave] = await behindTheLocks<{ id: string }>(
        running.database,
        `insert into leave (assignment_id, first_day, last_day, deputy_assignment_id) values ($1, '2026-11-20', '2026-12-07', $2) returning id`,
        [who('sara.af'), who('per.chef.af')],
      );
      const { items } = (await per.get<NomineeListView>(`stalled-handovers/${waiting}/nominees`)).body;
      expect(items.map(({ staff, inTeam, here, selectable, because }) => [staff.name, inTeam, here, selectable, because])).toEqual([
        [town.staff['ahmed.af']!.name, true, true, true, null],
        [town.staff['per.chef.af']!.name, false, true, true, null],
        [town.staff['sara.af']!.name, false, false, false, 'away'],
      ]);
      expect(items[2]).toMatchObject({ awayUntil: '2026-12-07', deputy: { assignmentId: who('per.chef.af') } });
      const away = await per.put(`stalled-handovers/${waiting}/nomination`, { assignmentId: who('sara.af') }, match(1));
      expect([away.status, away.body.type]).toEqual([409, 'urn:samspel:nominee.away']);
      await behindTheLocks(running.database, 'delete from leave where id = $1', [leave!.id]);
      expect((await maria.get(`stalled-handovers/${waiting}/nominees`)).body).toEqual({ items: [] });
    });

    it('not somebody of the sending side, nor for the receiving side by the sending one', async () => {
      const of = (client: Client, hint: string, version = 1): ReturnType<Client['put']> =>
        client.put(`stalled-handovers/${waiting}/nomination`, { assignmentId: who(hint) }, match(version));
      expect((await of(per, 'karin.fk')).status).toBe(422);
      expect((await of(per, 'david.fk')).status).toBe(422);
      expect((await of(maria, 'ahmed.af')).body).toMatchObject({ status: 403, because: 'not_receiver' });
      expect((await of(per, 'ahmed.af', 7)).status).toBe(412);
    });

    it('moves it to RECEIVED while clock and owner stay, and tells the one who was named and the sender', async () => {
      expect((await per.put(`stalled-handovers/${waiting}/nomination`, { assignmentId: who('ahmed.af') }, match(1))).status).toBe(204);
      expect(await row(per, waiting)).toMatchObject({
        ...{ state: 'RECEIVED', version: 2, days: 5, dueAt: '2026-11-23T08:00:00.000Z', nominee: { assignmentId: who('ahmed.af') } },
        accountable: { assignmentId: who('karin.fk') },
        lastEvent: { act: 'nominate' },
      });
      const told = await behindTheLocks(running.database, `select recipient_assignment_id as id from notice where kind = 'handover.nominated'`);
      expect(told.map(({ id }) => id).toSorted()).toEqual([who('ahmed.af'), who('karin.fk')].toSorted());
      const { items } = (await karin.get<{ items: object[] }>(`cases/${eva.caseId}/timeline`)).body;
      expect(items[0]).toMatchObject({ kind: 'handover.nominated', params: { name: town.staff['ahmed.af']!.name } });
    });

    it('changes nothing when repeated', async () => {
      expect((await per.put(`stalled-handovers/${waiting}/nomination`, { assignmentId: who('ahmed.af') }, match(1))).status).toBe(204);
      expect(await row(per, waiting)).toMatchObject({ version: 2 });
    });

    it('gives an accepted one to nobody else', async () => {
      const answer = await per.put(`stalled-handovers/${silent}/nomination`, { assignmentId: who('sara.af') }, match(1));
      expect([answer.status, answer.body.type]).toEqual([409, 'urn:samspel:handover.state']);
    });
  });

  describe('with a question that waits for the sender', () => {
    let asked: string;
    beforeAll(async () => {
      asked = await makeHandover(running, town, olle.caseId, { scope: 'COORDINATOR_ROLE', from: 'david.fk', state: 'NEEDS_INFO' });
      await runClock(running, asked, new Date('2026-11-18T08:00:00Z'));
    });
    afterAll(async () => {
      await behindTheLocks(running.database, 'update handover set stalled_from = null where id = $1', [asked]);
      await behindTheLocks(running.database, 'delete from notice');
    });

    it('the one named may be of another unit, to which it goes, and the question stays', async () => {
      const { organisationId } = town.staff['sara.af']!;
      const [unit] = await behindTheLocks<{ id: string }>(
        running.database,
        `insert into unit (organisation_id, name) values ($1, 'AF Norr') returning id`,
        [organisationId],
      );
      await behindTheLocks(running.database, 'update assignment set unit_id = $2 where id = $1', [who('sara.af'), unit!.id]);
      expect((await per.put(`stalled-handovers/${asked}/nomination`, { assignmentId: who('sara.af') }, match(1))).status).toBe(204);
      expect(await row(per, asked)).toMatchObject({
        state: 'NEEDS_INFO',
        court: 'SENDER',
        to: { unit: { id: unit!.id } },
        nominee: { assignmentId: who('sara.af') },
      });
      await behindTheLocks(running.database, 'update assignment set unit_id = $2 where id = $1', [who('sara.af'), town.unit.af]);
    });

    it('a nudge goes to the sender', async () => {
      await behindTheLocks(running.database, 'delete from notice');
      expect((await per.put(`stalled-handovers/${asked}/nudge`)).status).toBe(204);
      expect(await behindTheLocks(running.database, 'select kind, recipient_assignment_id as id from notice')).toEqual([
        { kind: 'handover.nudged', id: who('david.fk') },
      ]);
    });
  });

  describe('nudges', () => {
    const nudgedNotices = async (): Promise<string[]> =>
      (await behindTheLocks<{ id: string }>(running.database, `select recipient_assignment_id as id from notice where kind = 'handover.nudged'`)).map(({ id }) => id).toSorted(); // prettier-ignore

    it('whoever was named and the queue, once in four hours', async () => {
      expect((await maria.put(`stalled-handovers/${waiting}/nudge`)).status).toBe(204);
      expect(await nudgedNotices()).toEqual([who('ahmed.af'), who('sara.af')].toSorted());
      const again = await per.put(`stalled-handovers/${waiting}/nudge`);
      expect([again.status, again.body.type]).toEqual([409, 'urn:samspel:handover.nudged']);
      expect(await row(per, waiting)).toMatchObject({
        lastEvent: { act: 'nudge' },
        blocked: [{ action: 'handover.nudge', because: 'nudged_recently' }],
      });
      await running.clock.moveTo(new Date(NOW.getTime() + 4 * 3_600_000 + 60_000));
      expect((await per.put(`stalled-handovers/${waiting}/nudge`)).status).toBe(204);
    });

    it('the new owner when it is silent, several at once, and says of the others why not', async () => {
      await behindTheLocks(running.database, 'delete from notice');
      const key = { headers: { 'idempotency-key': crypto.randomUUID() } };
      const body = { ids: [silent, waiting, loop, crypto.randomUUID()] };
      const first = await per.post<BulkNudgeView>('stalled-handovers/nudges', body, key);
      expect(first.status).toBe(200);
      expect(first.body.nudged.toSorted()).toEqual([silent, loop].toSorted());
      expect(first.body.skipped).toEqual(expect.arrayContaining([{ id: waiting, because: 'handover.nudged' }, { id: body.ids[3], because: 'not_found' }])); // prettier-ignore
      expect(await nudgedNotices()).toEqual([who('ahmed.af'), who('david.fk')].toSorted());
      const again = await per.post<BulkNudgeView>('stalled-handovers/nudges', body, key);
      expect(again.body.nudged.toSorted()).toEqual([silent, loop].toSorted());
      expect(await nudgedNotices()).toHaveLength(2);
    });
  });

  describe('is taken up with the other side’s supervisor', () => {
    it('as an alert with a code, once per stage', async () => {
      const byDay = running.clock.now();
      await running.clock.moveTo(new Date(`${running.clock.today()}T21:30:00Z`));
      expect((await per.put(`stalled-handovers/${waiting}/escalation`, { code: 'CAPACITY' })).status).toBe(204);
      await running.clock.moveTo(byDay);
      const alerts = await behindTheLocks(
        running.database,
        `select a.rung, a.reason_code, r.assignment_id from alert a join alert_recipient r on r.alert_id = a.id where a.handover_id = $1`,
        [waiting],
      );
      expect(alerts).toEqual([{ rung: 'ESCALATED', reason_code: 'CAPACITY', assignment_id: who('maria.chef.fk') }]);
      const mails = await behindTheLocks(
        running.database,
        `select data->>'kind' as kind, data->>'assignmentId' as id, to_char((data->>'notBefore')::timestamptz at time zone 'Europe/Stockholm', 'HH24:MI') as leaves
         from pgboss.job_common where name = 'mail'`,
      );
      // In the app at once; the mail waits for the morning.
      expect(mails).toEqual([{ kind: 'alert', id: who('maria.chef.fk'), leaves: '07:00' }]);
      const again = await maria.put(`stalled-handovers/${waiting}/escalation`, { code: 'RISK_OF_HARM' });
      expect([again.status, again.body.type]).toEqual([409, 'urn:samspel:handover.escalated']);
    });
  });

  describe('pauses', () => {
    beforeAll(() => behindTheLocks(running.database, 'update handover set stalled_from = null where id = $1', [inTime]));

    it('for whoever paused it, until the day', async () => {
      expect((await per.put(`stalled-handovers/${loop}/pause`, { until: '2026-12-01' })).status).toBe(204);
      expect(ids(await board(per))).toEqual([silent, waiting]);
      expect(ids(await board(maria))).toEqual([loop, silent, waiting]);
      const paused = await board(per, '?kind=PAUSED');
      expect(paused.counters).toMatchObject({ openLoop: 0, paused: 1 });
      expect(paused.items).toEqual([
        expect.objectContaining({ id: loop, pausedUntil: '2026-12-01', actions: expect.arrayContaining(['handover.unpause']) }),
      ]);
      await running.clock.moveTo(new Date('2026-12-01T08:00:00Z'));
      expect(ids(await board(per))).toEqual([loop, silent, waiting]);
    });

    it('ends when asked to', async () => {
      await per.put(`stalled-handovers/${loop}/pause`, { until: '2026-12-04' });
      expect(ids(await board(per))).toEqual([silent, waiting]);
      expect((await per.put(`stalled-handovers/${loop}/pause`, { until: null })).status).toBe(204);
      expect(ids(await board(per))).toEqual([loop, silent, waiting]);
    });

    it.each([['2026-12-01'], ['2026-12-16']])('not until %s', async (until) => {
      expect((await per.put(`stalled-handovers/${loop}/pause`, { until })).status).toBe(422);
    });
  });

  it('ahmed accepts, and it is off the boards of both until he is silent', async () => {
    const sender = { name: 'Karin Berg', title: 'Handläggare', unit: 'Sjöstad', organisation: 'Försäkringskassan', phone: null, email: null };
    const sent = {
      personName: 'Eva Lind',
      scope: 'CASE_OWNERSHIP',
      asked: 'x',
      why: 'x',
      answerBy: '2026-12-04',
      date: '2026-11-18',
      checklist: [],
      sender,
    };
    await behindTheLocks(running.database, 'update handover_content set preview = $2 where handover_id = $1', [waiting, JSON.stringify(sent)]);
    const answer = { understood: true, possible: true, how: 'Jag ringer.', mandate: 'MAY_DECIDE', firstContactOn: '2026-12-02' };
    expect((await ahmed.put(`handovers/${waiting}/acceptance`, answer, match(2))).status).toBe(200);
    expect(ids(await board(per))).toEqual([loop, silent]);
    expect(ids(await board(maria))).toEqual([loop, silent]);
  });
});
