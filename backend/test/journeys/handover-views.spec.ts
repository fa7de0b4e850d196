import type { CaseListView } from '../../src/case/list/case-list.dto.ts';
import type { CaseView } from '../../src/case/view/case-view.dto.ts';
import type { MyPlanView } from '../../src/citizen/citizen.dto.ts';
import type { MyDayView } from '../../src/my-day/my-day.dto.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { type HandoverWish, makeHandover } from '../support/handover.ts';
import { type Client, signIn, signInAll } from '../support/sign-in.ts';
import { makeCase, makeTown, type Town, type TownCase } from '../support/town.ts';

const NO_CASES =
  'truncate coordination_case cascade; delete from session where person_id is not null; delete from notice; delete from person_identifier; delete from person';

/** Wherever somebody asks who holds it now, the answer is the same. */
describe('a handover in everybody’s pages', () => {
  let running: RunningApp;
  let town: Town;
  let eva: TownCase;
  let karin: Client;
  let ahmed: Client;
  let sara: Client;
  let lena: Client;
  let maria: Client;

  beforeAll(async () => {
    running = await startApp();
    town = await makeTown(running);
    [karin, ahmed, sara, lena, maria] = await signInAll(running.url, ['karin.fk', 'ahmed.af', 'sara.af', 'lena.region', 'maria.chef.fk']);
  });
  beforeEach(async () => {
    eva = await makeCase(running, town, { coordinator: 'lena.region', team: ['karin.fk', 'ahmed.af', 'lena.region'] });
  });
  afterEach(() => behindTheLocks(running.database, NO_CASES));
  afterAll(() => running?.close());

  const id = (hint: string): string => town.staff[hint]!.assignmentId;
  const make = (wish: HandoverWish = {}): Promise<string> => makeHandover(running, town, eva.caseId, wish);
  const rows = <Row extends object>(sql: string, values: unknown[]): Promise<Row[]> => behindTheLocks(running.database, sql, values);
  const view = async (client = karin): Promise<CaseView> => (await client.get<CaseView>(`cases/${eva.caseId}`)).body;
  const day = async (client: Client): Promise<MyDayView> => (await client.get<MyDayView>('my-day')).body;
  const loseOwner = async (): Promise<string> => {
    await rows('update coordination_case set owner_lost_at = app.domain_now() where id = $1', [eva.caseId]);
    return make({ to: 'karin.fk', standIn: 'maria.chef.fk' });
  };

  describe('the case', () => {
    it('says what has been offered and whose turn it is, ownership first, with acts only for those it concerns', async () => {
      const role = await make({ scope: 'COORDINATOR_ROLE', from: 'lena.region' });
      const ownership = await make();
      const forKarin = await view();
      expect(forKarin.holder).toMatchObject({
        owner: { name: 'Karin Berg' },
        standIn: null,
        handovers: [
          {
            id: ownership,
            scope: 'CASE_OWNERSHIP',
            state: 'OFFERED',
            court: 'RECEIVER',
            caseId: eva.caseId,
            personName: 'Eva Lind',
            accountable: { name: 'Karin Berg' },
            to: { unit: { name: 'Arbetsförmedlingen Sjöstad' } },
            clock: { stage: 'OWNER', overdue: false },
            actions: ['handover.revoke'],
          },
          { id: role, scope: 'COORDINATOR_ROLE', actions: [] },
        ],
      });
      expect((await view(ahmed)).holder.handovers.map(({ actions }) => actions)).toEqual([[], []]);
      expect(JSON.stringify(forKarin.holder)).not.toMatch(/Uppdragstext|Skältext/);
    });

    it('goes on showing it until the loop is closed, and neither drafts nor what came to nothing', async () => {
      const accepted = await make({ state: 'ACCEPTED' });
      await make({ state: 'DRAFT', scope: 'COORDINATOR_ROLE', from: 'lena.region' });
      expect((await view(lena)).holder.handovers).toMatchObject([{ id: accepted, state: 'ACCEPTED', clock: { stage: 'FIRST_CONTACT' } }]);
      await rows(`update handover set closed_at = now(), next_timer = null, next_timer_at = null where id = $1`, [accepted]);
      expect((await view(lena)).holder.handovers).toEqual([]);
    });

    it.each([
      ['who answers for the next step', () => karin, { offered: true }],
      ['who leads', () => lena, { offered: true }],
      ['anybody else', () => ahmed, { offered: false, because: 'not_accountable' }],
    ])('lets %s hand over, and says why not to others', async (_, client, expected) => {
      const { actions, blocked } = await view(client());
      const because = blocked.find(({ action }) => action === 'handover.offer')?.because;
      expect({ offered: actions.includes('handover.offer'), ...(because && { because }) }).toEqual(expected);
    });

    it('asks for a consent first, where none lets the organisation share', async () => {
      await rows('update consent set withdrawn_at = app.domain_now(), withdrawn_via = $2 where case_id = $1', [eva.caseId, 'PERSON']);
      expect((await view()).blocked).toContainEqual({ action: 'handover.offer', because: 'consent_missing' });
    });

    it('says who stands in while the owner is lost', async () => {
      await loseOwner();
      expect((await view(lena)).holder).toMatchObject({
        owner: { name: 'Karin Berg' },
        standIn: { assignmentId: id('maria.chef.fk') },
        handovers: [{ ownerLost: true, accountable: { assignmentId: id('maria.chef.fk') } }],
      });
    });

    it('puts the turn on the list of what is left to do', async () => {
      const handover = await make({ nominee: 'ahmed.af' });
      const task = { kind: 'HANDOVER', subjectId: handover, params: { scope: 'CASE_OWNERSHIP', state: 'OFFERED' } };
      expect((await view(ahmed)).todo.mine).toContainEqual(expect.objectContaining({ ...task, params: expect.objectContaining(task.params), who: null }));
      expect((await view()).todo.others).toContainEqual(expect.objectContaining({ kind: 'HANDOVER', who: expect.objectContaining({ staff: expect.objectContaining({ name: 'Ahmed Haddad' }) }) }));
    }); // prettier-ignore

    it('marks the row in the list, with who stands in as who holds it', async () => {
      const row = async (client: Client) => (await client.get<CaseListView>('cases')).body.items.find((each) => each.id === eva.caseId)!;
      expect((await row(karin)).pending).not.toContain('HANDOVER');
      await loseOwner();
      expect(await row(karin)).toMatchObject({ pending: ['HANDOVER'], holder: { assignmentId: id('maria.chef.fk') }, you: 'OWNER' });
      expect(await row(lena)).toMatchObject({ holder: { assignmentId: id('maria.chef.fk') }, you: 'COORDINATOR' });
    });
  });

  describe('my day', () => {
    it('brings it to the intake without the name of the person, and to who was named', async () => {
      const handover = await make({ nominee: 'ahmed.af' });
      expect(await day(sara)).toMatchObject({ handovers: [{ id: handover, caseId: null, personName: null }], lead: { count: 1 } });
      expect(JSON.stringify(await day(sara))).not.toMatch(/Eva|Lind|Uppdragstext|Skältext/);
      expect((await day(ahmed)).handovers).toMatchObject([{ id: handover, caseId: eva.caseId, personName: 'Eva Lind' }]);
      expect([await day(karin), await day(lena)]).toMatchObject([{ handovers: [] }, { handovers: [] }]);
    });

    it('brings it back to the sender when a question waits, and when there is an outcome to see', async () => {
      const handover = await make({ state: 'NEEDS_INFO' });
      expect((await day(karin)).handovers).toMatchObject([{ id: handover, court: 'SENDER' }]);
      await rows('delete from handover_content; delete from handover_transition; delete from handover', []);
      const done = await make({ state: 'COMPLETED' });
      expect((await day(karin)).handovers).toMatchObject([{ id: done, actions: ['handover.acknowledge'] }]);
    });

    it('waits for nobody once the consent under it is gone', async () => {
      await make();
      await rows('update consent set valid_to = app.domain_today() - 1 where case_id = $1', [eva.caseId]);
      expect(await day(sara)).toMatchObject({ handovers: [], lead: { count: 0 } });
    });

    it('shows one’s own alerts until they are acknowledged or their reason ends, the five newest of them', async () => {
      const handover = await make();
      const alert = (rung: string, after: number) =>
        rows(
          `with a as (insert into alert (handover_id, case_id, rung, epoch, due_at, raised_at) values ($1, $2, $3, 1, now(), now() + $4 * interval '1 minute') returning id)
           insert into alert_recipient (alert_id, assignment_id) select id, unnest($5::uuid[]) from a`,
          [handover, eva.caseId, rung, after, [id('maria.chef.fk'), id('lena.region')]],
        );
      const rungs = ['RECEIPT', 'HALF_TIME', 'LIMIT', 'SUPERVISOR', 'BOTH_SUPERVISORS', 'JOINT_REVIEW'];
      for (const [place, rung] of rungs.entries()) await alert(rung, place);
      const { alerts, lead } = await day(maria);
      expect([alerts.open, lead.count, alerts.items.map(({ rung }) => rung)]).toEqual([6, 6, rungs.slice(1).toReversed()]);
      expect(alerts.items[0]).toMatchObject({
        handover: { id: handover, caseId: null, accountable: { name: 'Karin Berg' }, clock: { stage: 'OWNER' } },
      });
      expect(JSON.stringify(alerts)).not.toMatch(new RegExp(`Eva|Lind|Uppdragstext|Skältext|${eva.caseId}`));
      expect((await day(lena)).alerts.items[0]).toMatchObject({ handover: { caseId: eva.caseId } });
      expect((await day(karin)).alerts).toEqual({ open: 0, items: [] });
      await rows(`update alert_recipient set acknowledged_at = now() where assignment_id = $1`, [id('maria.chef.fk')]);
      expect((await day(maria)).alerts).toEqual({ open: 0, items: [] });
      await rows(`update alert set resolved_at = now(), resolution = 'ENDED' where rung <> 'LIMIT'`, []);
      expect(await day(lena)).toMatchObject({ alerts: { open: 1, items: [{ rung: 'LIMIT' }] }, lead: { count: 1 } });
    });

    it('logs the look in the case, also where the reader is not told which', async () => {
      await make();
      await day(sara);
      expect(await rows(`select 1 from audit_event where case_id = $1 and action = 'my-day.read' and actor_id = $2`, [eva.caseId, id('sara.af')])).toHaveLength(1);
    }); // prettier-ignore
  });

  describe('the person’s own page', () => {
    const plan = async (): Promise<MyPlanView> => (await (await signIn(running.url, 'eva', 'citizen')).get<MyPlanView>('me/plan')).body;

    it('says nothing of drafts, and then who has not answered and who holds it until then', async () => {
      await make({ state: 'DRAFT' });
      expect((await plan()).handover).toBeNull();
      await rows('delete from handover_content; delete from handover', []);
      await make();
      const seen = await plan();
      expect(seen.handover).toEqual({
        scope: 'CASE_OWNERSHIP',
        state: 'OFFERED',
        toOrganisation: expect.objectContaining({ name: 'Arbetsförmedlingen' }),
        day: expect.any(Number),
        ofDays: expect.any(Number),
        sender: { name: 'Karin Berg', givenName: 'Karin', organisation: expect.objectContaining({ name: 'Försäkringskassan' }) },
      });
      expect(seen.holder).toMatchObject({ name: 'Karin Berg' });
      expect(JSON.stringify(seen)).not.toMatch(/Uppdragstext|Skältext/);
    });

    it('names who to call while the owner is lost', async () => {
      await loseOwner();
      const seen = await plan();
      expect(seen.holder).toMatchObject({ name: town.staff['maria.chef.fk']!.name });
      expect(seen.handover).toMatchObject({ sender: { name: town.staff['maria.chef.fk']!.name } });
    });
  });
});
