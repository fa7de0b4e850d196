import { DEMO_ACCOUNTS } from '@samspel/dev-idp/accounts.ts';
import type { AlertList } from '../../src/alert/alert.dto.ts';
import type { CaseListView } from '../../src/case/list/case-list.dto.ts';
import type { CaseView } from '../../src/case/view/case-view.dto.ts';
import type { MyPlanView } from '../../src/citizen/citizen.dto.ts';
import type { MyMessageList, MyRatingList } from '../../src/citizen/voice/my-voice.dto.ts';
import type { MyProposalsView } from '../../src/consent/proposal/proposal.dto.ts';
import type { DemoMailView } from '../../src/demo/mail/demo-mails.controller.ts';
import type { ActivityView } from '../../src/plan/activity/activity-view.dto.ts';
import type { CasePlanView, PlanView } from '../../src/plan/plan.dto.ts';
import type { PlanVersionListView } from '../../src/plan/publication/publication.dto.ts';
import type { QuestionList } from '../../src/question/question.dto.ts';
import type { MyRepresentationsView } from '../../src/representative/representative.dto.ts';
import type { StalledBoardView } from '../../src/stalled/stalled.dto.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { townDatabase } from '../support/seeded-town.ts';
import { behindTheLocks } from '../support/database.ts';
import { type Client, signIn } from '../support/sign-in.ts';

const SEED_MS = 120_000;
const CITIZENS = ['eva', 'olle', 'margareta'];
/** Open work that nobody in the team answers for, of all the town's plans. */
const NOBODYS = `
  select t.id from plan_activity t join coordination_case c on c.id = t.case_id and c.status = 'OPEN' join plan_item i on i.id = t.id and i.removed_at is null
  where t.state not in ('COMPLETED', 'CANCELLED') and not exists (
    select 1 from participation p where p.case_id = t.case_id and p.assignment_id = t.owner_assignment_id and p.until_at is null)`;
/** The handovers of single activities in Eva's case, in the order they were offered: from whom, to whom, and how many days it took. */
const EVAS_HANDOVERS = `
  select f.given_name as "from", t.given_name as "to", h.state, (h.accepted_at at time zone 'Europe/Stockholm')::date - (h.offered_at at time zone 'Europe/Stockholm')::date as days
  from handover h join coordination_case c on c.id = h.case_id join person p on p.id = c.person_id and p.given_name = 'Eva'
    join assignment fa on fa.id = h.from_assignment_id join staff_member f on f.id = fa.staff_member_id
    join assignment ta on ta.id = h.accepted_by_assignment_id join staff_member t on t.id = ta.staff_member_id
  where h.scope = 'ACTIVITY' order by h.offered_at, h.id`;

const PLANS_WITH_TEAMS = `
  select p.id, n.given_name as person, array_agg(s.given_name || ' ' || s.family_name) as team
  from care_plan p join coordination_case c on c.id = p.case_id join person n on n.id = c.person_id
    join participation t on t.case_id = c.id and t.until_at is null join assignment a on a.id = t.assignment_id join staff_member s on s.id = a.staff_member_id
  group by 1, 2`;

describe('the demo town’s plans', () => {
  let running: RunningApp;
  const clients = new Map<string, Client>();

  beforeAll(async () => {
    running = await startApp({ database: await townDatabase() });
  }, SEED_MS);
  afterAll(() => running?.close());

  const as = async (hint: string): Promise<Client> => {
    const client = clients.get(hint) ?? (await signIn(running.url, hint, CITIZENS.includes(hint) ? 'citizen' : 'staff'));
    clients.set(hint, client);
    return client;
  };
  const read = async <Body>(hint: string, path: string): Promise<Body> => {
    const { status, body } = await (await as(hint)).get<Body>(path);
    expect(`${hint} ${path} ${status}`).toBe(`${hint} ${path} 200`);
    return body;
  };
  const caseId = async (hint: string, givenName: string): Promise<string> =>
    (await read<CaseListView>(hint, 'cases?limit=100')).items.find(({ person }) => person.givenName === givenName)!.id;
  const ofCase = async <Body>(hint: string, givenName: string, path: string): Promise<Body> =>
    read(hint, `cases/${await caseId(hint, givenName)}${path}`);
  const planOf = async (hint: string, givenName: string): Promise<PlanView> => (await ofCase<CasePlanView>(hint, givenName, '/plan')).plan!;
  const one = (plan: PlanView, words: RegExp): ActivityView => plan.activities.find(({ text }) => words.test(text))!;

  describe('Eva’s', () => {
    it('has eight goals, seventeen activities and her own words, and plain words everywhere', async () => {
      const plan = await planOf('lena.region', 'Eva');
      expect(plan).toMatchObject({ type: 'REHAB_TEAM_PLAN', missingPlain: [], drafts: 0, fourItems: [], whatMatters: { byPerson: true } });
      expect(plan.goals.map(({ goalKind }) => goalKind).sort()).toEqual(['MAIN', 'MAIN', 'MAIN', 'SUB', 'SUB', 'SUB', 'SUB', 'SUB']);
      expect(plan.activities).toHaveLength(17);
      const kinds = Map.groupBy(plan.activities, ({ provider }) => provider);
      expect([kinds.get('INTERVENTION')!.length, kinds.get('OTHER_MEASURE')!.length, kinds.get('OWN_ACTION')!.length]).toEqual([12, 3, 2]);
      expect([plan.strengths.length, plan.needs.length, plan.earlySigns.length, plan.followUps.length]).toEqual([2, 2, 2, 1]);
      expect(plan.dissent).toMatchObject([{ organisation: { shortName: 'Socialtjänsten' } }]);
      expect(plan.followUp).toMatchObject({ caller: { name: 'Lena Forsman' } });
      for (const activity of plan.activities) expect([activity.overdueDays, activity.ownerLost, activity.handover]).toEqual([0, false, null]);
    });

    it('was published three times with a reason, and one thing has changed since', async () => {
      const plan = await planOf('lena.region', 'Eva');
      expect(plan.published).toMatchObject({ number: 3, by: { name: 'Lena Forsman' }, changedSince: true, changes: 1 });
      expect(plan.activities.filter(({ changedSincePublished }) => changedSincePublished).map(({ text }) => text)).toEqual([
        'Stödsamtal hos kuratorn.',
      ]);
      const { items } = await read<PlanVersionListView>('lena.region', `plans/${plan.id}/versions`);
      expect(items.map(({ number, reason }) => [number, reason.length > 10])).toEqual([[3, true], [2, true], [1, true]]); // prettier-ignore
      const stances = items[0]!.agreements.map(({ organisation, stance }) => [organisation?.shortName ?? 'Eva', stance]);
      expect(Object.fromEntries(stances)).toEqual({
        ...{ 'Region Sjölandet': 'AGREES', Försäkringskassan: 'AGREES', Socialtjänsten: 'AGREES_WITH_DISSENT', Eva: 'AGREES' },
      });
    });

    it('changed hands as the story tells: at once, after days, for advice, and to the psychologist', async () => {
      expect(await behindTheLocks(running.database, EVAS_HANDOVERS)).toEqual([
        { from: 'Magnus', to: 'Johan', state: 'COMPLETED', days: 0 },
        { from: 'Johan', to: 'Lena', state: 'COMPLETED', days: 3 },
        { from: 'Magnus', to: 'Tomas', state: 'COMPLETED', days: 2 },
        { from: 'Lena', to: 'Ingrid', state: 'COMPLETED', days: 4 },
      ]);
      const plan = await planOf('lena.region', 'Eva');
      expect(one(plan, /Korttidsterapi/)).toMatchObject({ state: 'IN_PROGRESS', owner: { name: 'Ingrid Holm' } });
      // The trainer and the employer are outside: they do, somebody of the team answers.
      expect(one(plan, /eget kort/)).toMatchObject({ owner: { name: 'Johan Nyberg' }, performer: { name: 'Peter Lund', worksAt: 'Träningshallen' } });
      expect(one(plan, /Lättare lyft/)).toMatchObject({ owner: { name: 'Karin Berg' }, performer: { name: 'Gunilla Rask', worksAt: 'Almgården' } });
    });

    it('asked Arbetsförmedlingen for one thing it said no to and one it took, and reaches no further than her consents', async () => {
      const plan = await planOf('karin.fk', 'Eva');
      expect(one(plan, /Lönestöd/)).toMatchObject({
        state: 'CANCELLED',
        notes: [{ kind: 'CANCELLED' }, { kind: 'DECLINED', code: 'NOT_OUR_MANDATE' }],
      });
      expect(one(plan, /Kartlägga/)).toMatchObject({ state: 'IN_PROGRESS', owner: { name: 'Ahmed Haddad' } });
      const ahmeds = await planOf('ahmed.af', 'Eva');
      expect(ahmeds.activities.map(({ owner }) => owner.organisation.kind).filter((kind) => kind === 'REGION')).toEqual([]);
      expect(ahmeds.published).toBeNull();
      expect(one(await planOf('sofia.kommun', 'Eva'), /Medicin|psykiater/)).toBeUndefined();
      expect(one(plan, /Medicin/)).toBeDefined();
    });

    it('is hers to read and to answer: what helps over the months, a stop answered, a comment and a question that wait', async () => {
      const { plan, myGoals } = await read<MyPlanView>('eva', 'me/plan');
      expect(plan).toMatchObject({ number: 3, agreed: true, followUp: { caller: { givenName: 'Lena' } } });
      expect([plan!.mine.length, myGoals.length]).toEqual([2, 1]);
      const { items: ratings } = await read<MyRatingList>('eva', 'me/ratings');
      expect(ratings.map(({ value }) => value)).toEqual([3, 2, 4, 5, 6, 6, 7, 7, 8]);
      const { items: said } = await read<MyMessageList>('eva', 'me/messages');
      expect(said.map(({ kind, state }) => `${kind} ${state}`)).toEqual(['COMMENT OPEN', 'WANT_MEETING ANSWERED', 'STOP ANSWERED']);
      const { items: proposals } = await read<MyProposalsView>('eva', 'me/consent-proposals');
      expect(proposals).toMatchObject([{ askedBy: 'Lena Forsman', recipients: [{ kind: 'AF' }], state: 'PENDING' }]);
      const { items: questions } = await ofCase<QuestionList>('lena.region', 'Eva', '/questions');
      expect(questions.map(({ asker, answer }) => [asker.name, answer !== null])).toEqual([['Karin Berg', false], ['Sofia Åkesson', true]]); // prettier-ignore
    });
  });

  it('have one SIP with the four items, published and agreed to by her god man, and one that may not be published yet', async () => {
    const birgit = await planOf('lena.region', 'Birgit');
    expect(birgit.fourItems.map(({ ok }) => ok)).toEqual([true, true, true, true]);
    expect(birgit).toMatchObject({ type: 'SIP', responsibleAuthority: { name: 'Sjöstads kommun' }, published: { number: 1, changes: 0 } });
    expect(birgit.published!.agreedBy.filter(({ person }) => person)).toHaveLength(1);
    const { actingFor } = await read<MyRepresentationsView>('margareta', 'me/representations');
    expect(actingFor).toMatchObject([{ name: 'Birgit Sundin', kind: 'GOD_MAN' }]);
    const olle = await planOf('sofia.kommun', 'Olle');
    expect(olle).toMatchObject({ type: 'SIP', published: null, drafts: 1 });
    expect(olle.fourItems.flatMap(({ missing }) => missing)).toEqual([
      ...['NO_REGION_INTERVENTION', 'NO_OTHER_MEASURE_ANSWER', 'NO_RESPONSIBLE_AUTHORITY'],
    ]);
    const refused = await (await as('sofia.kommun')).post(`plans/${olle.id}/publication`, { reason: 'Den första planen.' });
    expect(refused).toMatchObject({ status: 409, body: { type: 'urn:samspel:plan.incomplete', missing: { length: 3 } } });
    expect((await read<MyPlanView>('olle', 'me/plan')).plan).toBeNull();
    expect((await read<MyMessageList>('olle', 'me/messages')).items).toMatchObject([
      { kind: 'CALL_ME', state: 'OPEN', responsible: { givenName: 'Sofia' } },
    ]);
  });

  it('stand in every state a visitor should meet', async () => {
    const mirja = await planOf('johan.region', 'Mirja');
    expect(mirja).toMatchObject({ type: 'RETURN_TO_WORK_PLAN', activities: [{ state: 'BLOCKED', blockedCategory: 'TIME' }] });
    expect((await planOf('sofia.kommun', 'Amina')).drafts).toBe(3);
    expect(await planOf('fatima.kommun', 'Amina')).toMatchObject({ goals: [], activities: [], strengths: [] });
    expect((await ofCase<CasePlanView>('karin.fk', 'Hamid', '/plan')).plan).toBeNull();
    const yusuf = await planOf('fatima.kommun', 'Yusuf');
    expect(one(yusuf, /Handledare/)).toMatchObject({ state: 'REQUESTED', requested: { organisation: { shortName: 'Arbetsmarknad' } } });
    expect(one(yusuf, /förstoringsprogram/).overdueDays).toBeGreaterThan(0);
    const { items } = await read<AlertList>('ahmed.af', 'alerts?limit=100');
    expect(items).toMatchObject([{ rung: 'OVERDUE_OWNER', activity: { owner: { name: 'Ahmed Haddad' } } }]);
    expect(await planOf('kerstin.kommun', 'Viktor')).toMatchObject({
      activities: [{ owner: { name: 'Kerstin Dahl' }, handover: { state: 'OFFERED' } }],
    });
  });

  it('name somebody of the team for everything that is open, and whoever steps in for the one who fell ill', async () => {
    expect(await behindTheLocks(running.database, NOBODYS)).toEqual([]);
    expect(one(await planOf('johan.region', 'Linnea'), /handledsskydd/)).toMatchObject({ ownerLost: true, handover: { state: 'OFFERED' } });
    const { items } = await read<StalledBoardView>('helena.chef.region', 'stalled-handovers?limit=100');
    expect(items).toMatchObject([{ scope: 'ACTIVITY', kind: 'NO_OWNER', accountable: { name: 'Helena Sandberg' } }]);
  });

  it('are part of the case view, and mail to the person says nothing', async () => {
    const { voice, todo } = await ofCase<CaseView>('karin.fk', 'Eva', '');
    expect(voice).toMatchObject({ rating: { value: 8 }, openMessages: [{ kind: 'COMMENT', responsible: { name: 'Karin Berg' } }] });
    expect(todo.mine.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['NEXT_STEP', 'PERSON_WAITS', 'ACTIVITY']));
    const { items } = await read<{ items: DemoMailView[] }>('karin.fk', 'demo/mails');
    expect(items.filter(({ to }) => to.startsWith('eva.lind@')).map(({ subject }) => subject)).toEqual(['Samspel: något nytt']);
  });

  it('become documents, every one of them, for staff and in simple Swedish', async () => {
    const plans = await behindTheLocks<{ id: string; person: string; team: string[] }>(running.database, PLANS_WITH_TEAMS);
    expect(plans.length).toBeGreaterThanOrEqual(8);
    for (const { id, person, team } of plans) {
      const reader = DEMO_ACCOUNTS.find(
        ({ audience, givenName, familyName }) => audience === 'staff' && team.includes(`${givenName} ${familyName}`),
      )!;
      for (const variant of ['staff', 'simple']) {
        const printed = await (await as(reader.hint)).fetch('GET', new URL(`/api/v1/plans/${id}/document.pdf?variant=${variant}`, running.url));
        const accessible = Buffer.from(await printed.arrayBuffer())
          .toString('latin1')
          .includes('<pdfuaid:part>1</pdfuaid:part>');
        expect({ person, variant, status: printed.status, accessible }).toEqual({ person, variant, status: 200, accessible: true });
      }
    }
  }, 60_000);
});
