import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks, switchOffRowSecurity } from '../support/database.ts';
import { act, ANSWERS, done, offer, read, WORDS } from '../support/handover-acts.ts';
import { makeHandover } from '../support/handover.ts';
import { type Client, signInAll } from '../support/sign-in.ts';
import { makeCase, makeTown, type Town, type TownCase } from '../support/town.ts';

const NO_CASES = 'truncate coordination_case cascade; delete from person_identifier; delete from person';
const LOCKS = ['both locks', 'only row security (the gate held open)', 'only the gate (row security off)'] as const;

describe('becoming owner', () => {
  let running: RunningApp, town: Town, eva: TownCase;
  let karin: Client, david: Client, sara: Client, maria: Client;

  beforeAll(async () => {
    running = await startApp();
    town = await makeTown(running);
    await running.clock.moveTo(new Date('2026-11-23T08:40:00Z'));
    [karin, david, sara, maria] = await signInAll(running.url, ['karin.fk', 'david.fk', 'sara.af', 'maria.chef.fk']);
  }, 60_000);
  afterAll(() => running?.close());
  beforeEach(async () => {
    await behindTheLocks(running.database, NO_CASES);
    eva = await makeCase(running, town, { team: ['karin.fk', 'lena.region'], alsoTo: ['af'] });
  });

  const rows = <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> => behindTheLocks(running.database, sql, values);
  const id = (hint: string): string => town.staff[hint]!.assignmentId;
  const accept = (client: Client, handoverId: string) =>
    done(act(client, handoverId, 'acceptance', { ...ANSWERS, firstContactOn: '2026-11-25', role: 'arbetsförmedlare', questionArea: 'Arbete' }));

  it('is whole: ownership, team, what was shared, log, timeline and news in one act', async () => {
    const handoverId = await offer(karin, eva.caseId, { toUnitId: town.unit.af, answerBy: '2026-11-27' });
    await done(act(sara, handoverId, 'information-request', { question: 'När?' }));
    await done(act(karin, handoverId, 'information', { answer: 'Snart.' }));
    const [before] = await rows<{ version: number }>('select version from coordination_case');
    await accept(sara, handoverId);

    expect(
      await rows(
        'select owner_assignment_id, coordinator_assignment_id, owner_since > (select offered_at from handover) as since, version from coordination_case',
      ),
    ).toEqual([{ owner_assignment_id: id('sara.af'), coordinator_assignment_id: id('karin.fk'), since: true, version: before!.version + 1 }]);
    expect(await rows('select role, mandate, question_area, until_at from participation where assignment_id = $1', [id('sara.af')])).toEqual([
      { role: 'arbetsförmedlare', mandate: 'MAY_DECIDE', question_area: 'Arbete', until_at: null },
    ]);
    const disclosed = await rows<{ content: object }>(
      `select d.subject_version, d.information_category, d.consent_id, d.disclosed_by_assignment_id as by, r.organisation_id as to, d.content
       from disclosure d join disclosure_recipient r on r.disclosure_id = d.id where d.subject_kind = 'HANDOVER' order by d.subject_version`,
    );
    const common = { consent_id: eva.consents.fk, by: id('karin.fk'), to: town.organisation.af };
    expect(disclosed).toEqual([
      {
        ...common,
        subject_version: 1,
        information_category: 'CONTACT',
        content: expect.objectContaining({ personName: 'Eva Lind', why: WORDS.reason }),
      },
      {
        ...common,
        subject_version: 2,
        information_category: 'SITUATION',
        content: expect.objectContaining({ ...WORDS, questions: [{ question: 'När?', answer: 'Snart.' }] }),
      },
    ]);
    const actions = await rows<{ action: string }>(
      `select action from audit_event where subject_id = $1 and action not like '%.read' order by recorded_at`,
      [handoverId],
    );
    expect(actions.map(({ action }) => action)).toEqual([
      'handover.drafted',
      'handover.offered',
      'handover.asked',
      'handover.answered',
      'handover.accepted',
    ]);
    const [told] = await rows(`select params, shown_to_person, text from timeline_event where kind = 'handover.accepted'`);
    expect(told).toEqual({
      params: {
        scope: 'CASE_OWNERSHIP',
        name: town.staff['sara.af']!.name,
        fromOrganisation: 'Försäkringskassan',
        toOrganisation: 'Arbetsförmedlingen',
        toUnit: 'Arbetsförmedlingen Sjöstad',
      },
      ...{ shown_to_person: true, text: null },
    });
    expect(await rows(`select recipient_assignment_id as id from notice where kind = 'handover.accepted'`)).toEqual([{ id: id('karin.fk') }]);
    expect(await rows(`select accountable_assignment_id as id, epoch, next_timer, stage_started_at = accepted_at as stage from handover`)).toEqual([
      { id: id('sara.af'), epoch: 2, next_timer: 'HALF_TIME', stage: true },
    ]);
  });

  it('sends one mail to the unit when it is offered, naming nobody', async () => {
    await rows('delete from pgboss.job');
    const handoverId = await offer(karin, eva.caseId, { toUnitId: town.unit.af, answerBy: '2026-11-27' });
    expect((await rows<{ data: object }>('select data from pgboss.job')).map(({ data }) => data)).toEqual([
      expect.objectContaining({ kind: 'handover.offered', handoverId }),
    ]);
  });

  it('shares nothing within one organisation', async () => {
    const handoverId = await offer(karin, eva.caseId, { toUnitId: town.unit.fk, answerBy: '2026-11-27', nomineeId: id('david.fk') });
    await accept(david, handoverId);
    expect(await rows(`select 1 from disclosure where subject_kind = 'HANDOVER'`)).toEqual([]);
    expect((await david.get(`cases/${eva.caseId}`)).body.holder.owner.assignmentId).toBe(id('david.fk'));
  });

  it('after a lost owner ends the standing in, without consent and with words of one’s own', async () => {
    const handoverId = await makeHandover(running, town, eva.caseId, {
      state: 'RECEIVED',
      to: 'david.fk',
      nominee: 'david.fk',
      standIn: 'maria.chef.fk',
    });
    await rows(
      'delete from handover_content; delete from consent_recipient; update coordination_case set owner_lost_at = app.domain_now(); update consent set valid_to = valid_from',
    );
    expect((await karin.get(`cases/${eva.caseId}`)).body.holder).toMatchObject({ standIn: { assignmentId: id('maria.chef.fk') } });
    expect((await read(maria, handoverId)).actions).toContain('handover.nominate');
    await accept(david, handoverId);
    expect(await rows('select owner_assignment_id as id, owner_lost_at as lost from coordination_case')).toEqual([
      { id: id('david.fk'), lost: null },
    ]);
    expect(await read(david, handoverId)).toMatchObject({
      ownerLost: false,
      accountable: { assignmentId: id('david.fk') },
      content: { answers: ANSWERS },
    });
  });

  it('is declined after a lost owner without ending the search', async () => {
    const handoverId = await makeHandover(running, town, eva.caseId, {
      state: 'RECEIVED',
      to: 'david.fk',
      nominee: 'david.fk',
      standIn: 'maria.chef.fk',
    });
    await done(act(david, handoverId, 'refusal', { code: 'NO_CAPACITY', text: 'Jag har fullt.' }));
    expect(await read(maria, handoverId)).toMatchObject({
      state: 'RECEIVED',
      nominee: null,
      ownerLost: true,
      accountable: { assignmentId: id('maria.chef.fk') },
    });
    expect((await act(david, handoverId, 'refusal', { code: 'NO_CAPACITY' }, 2)).body).toMatchObject({
      status: 409,
      type: 'urn:samspel:handover.owner_lost',
    });
    expect(await rows(`select reason_code from handover_transition where act = 'decline'`)).toEqual([{ reason_code: 'NO_CAPACITY' }]);
  });
});

/** Each lock alone keeps the words from whoever was not meant to read them, and the queue from who does not serve it. */
describe.each(LOCKS)('reading handovers, with %s', (locks) => {
  let running: RunningApp, town: Town, handoverId: string, draftId: string;
  const clients = new Map<string, Client>();
  const HINTS = ['karin.fk', 'lena.region', 'maria.chef.fk', 'per.chef.af', 'sara.af', 'nils.kommun'] as const;

  beforeAll(async () => {
    running = await startApp({ gateOpen: locks.includes('held open') });
    town = await makeTown(running);
    const { caseId } = await makeCase(running, town, { team: ['karin.fk', 'lena.region'], alsoTo: ['af'] });
    handoverId = await makeHandover(running, town, caseId, { to: 'sara.af' });
    draftId = await makeHandover(running, town, caseId, { to: 'sara.af', state: 'DRAFT', scope: 'COORDINATOR_ROLE' });
    if (locks.includes('row security off')) await switchOffRowSecurity(running.database);
    for (const [index, client] of (await signInAll(running.url, HINTS)).entries()) clients.set(HINTS[index]!, client);
  }, 60_000);
  afterAll(() => running?.close());

  it('words go to sender and receiver, metadata to team and supervisors, and a draft to nobody but its sender', async () => {
    const seen: Record<string, (string | number)[]> = {};
    for (const hint of HINTS) {
      const answers = await Promise.all([handoverId, draftId].map((id) => clients.get(hint)!.get(`handovers/${id}`)));
      seen[hint] = answers.map(({ status, body }) =>
        status !== 200 ? status : /Uppdragstext|Skältext/.test(JSON.stringify(body)) ? 'words' : 'metadata',
      );
    }
    expect(seen).toEqual({
      'karin.fk': ['words', 'words'],
      'lena.region': ['metadata', 404],
      'maria.chef.fk': ['metadata', 404],
      'per.chef.af': ['metadata', 404],
      'sara.af': ['words', 404],
      'nils.kommun': [404, 404],
    });
  });

  it('the queue and Min dag hold what waits for the reader, and nothing else', async () => {
    const waiting: Record<string, number[]> = {};
    for (const hint of HINTS) {
      const client = clients.get(hint)!;
      waiting[hint] = [(await client.get('handovers')).body.items.length, (await client.get('my-day')).body.handovers.length];
    }
    const none = [0, 0];
    expect(waiting).toEqual({
      'karin.fk': none,
      'lena.region': none,
      'maria.chef.fk': none,
      'per.chef.af': none,
      'sara.af': [1, 1],
      'nils.kommun': none,
    });
  });
});
