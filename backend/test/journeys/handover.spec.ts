import type { HandoverUnitsView } from '../../src/handover/handover-units.dto.ts';
import type { HandoverView } from '../../src/handover/handover.dto.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { act, ANSWERS, done, draft, offer, read } from '../support/handover-acts.ts';
import { type Client, signIn, signInAll } from '../support/sign-in.ts';
import { makeCase, makeTown, type Town, type TownCase } from '../support/town.ts';

const MONDAY = new Date('2026-11-23T08:40:00Z');
const NO_CASES =
  'truncate coordination_case cascade; delete from session where person_id is not null; delete from person_identifier; delete from person';

describe('a handover from Försäkringskassan to Arbetsförmedlingen', () => {
  let running: RunningApp, town: Town, eva: TownCase;
  let karin: Client, david: Client, sara: Client, ahmed: Client, per: Client, lena: Client, maria: Client;

  beforeAll(async () => {
    running = await startApp();
    town = await makeTown(running);
    await running.clock.moveTo(MONDAY);
    const hints = ['karin.fk', 'david.fk', 'sara.af', 'ahmed.af', 'per.chef.af', 'lena.region', 'maria.chef.fk'] as const;
    [karin, david, sara, ahmed, per, lena, maria] = await signInAll(running.url, hints);
  }, 60_000);
  afterAll(() => running?.close());
  beforeEach(async () => {
    await behindTheLocks(running.database, NO_CASES);
    await running.clock.moveTo(MONDAY);
    eva = await makeCase(running, town, { team: ['karin.fk', 'lena.region'], alsoTo: ['af'] });
  });

  const toAf = (): { toUnitId: string; answerBy: string } => ({ toUnitId: town.unit.af, answerBy: '2026-11-27' });
  const id = (hint: string): string => town.staff[hint]!.assignmentId;
  const later = (days: number): Promise<void> => running.clock.moveTo(new Date(running.clock.now().getTime() + days * 86_400_000));
  const accepts = (client: Client, handoverId: string, firstContactOn = '2026-11-27') =>
    done(act(client, handoverId, 'acceptance', { ...ANSWERS, firstContactOn }));
  const caseOf = async (client: Client) => (await client.get(`cases/${eva.caseId}`)).body;
  const kinds = async (): Promise<string[]> =>
    (await karin.get<{ items: { kind: string }[] }>(`cases/${eva.caseId}/timeline?kind=handovers`)).body.items.map(({ kind }) => kind).toReversed();
  const news = async (client: Client): Promise<string[]> =>
    (await client.get<{ notices: { kind: string }[] }>('my-day')).body.notices.map(({ kind }) => kind).toSorted();

  it('goes from draft to a closed loop, and the case always says who holds it', async () => {
    const handoverId = await draft(karin, eva.caseId, toAf());
    expect((await sara.get('handovers')).body.items).toEqual([]);
    const drafted = await read(karin, handoverId);
    expect(drafted).toMatchObject({
      state: 'DRAFT',
      actions: ['handover.edit', 'handover.offer', 'handover.revoke'],
      content: {
        preview: { personName: expect.stringContaining('Eva'), asked: drafted.content!.asked, sender: { organisation: 'Försäkringskassan' } },
      },
      personReads: { scope: 'CASE_OWNERSHIP', day: 0, ofDays: 3, sender: { givenName: 'Karin' } },
    });
    await done(act(karin, handoverId, 'offer'));

    const { items } = (await sara.get<{ items: HandoverView[] }>('handovers')).body;
    expect(items).toMatchObject([
      { id: handoverId, state: 'OFFERED', caseId: null, personName: null, clock: { stage: 'OWNER', day: 0, ofDays: 3, overdue: false } },
    ]);
    expect(await read(sara, handoverId)).toMatchObject({
      caseId: null,
      personName: expect.stringContaining('Eva'),
      content: { reason: drafted.content!.reason, preview: { date: '2026-11-23' } },
      actions: ['handover.receive', 'handover.nominate', 'handover.accept', 'handover.decline', 'handover.ask'],
    });
    await done(act(sara, handoverId, 'receipt'));
    await done(act(per, handoverId, 'nomination', { assignmentId: id('ahmed.af') }));
    expect((await caseOf(karin)).holder).toMatchObject({
      owner: { name: 'Karin Berg' },
      standIn: null,
      handovers: [{ id: handoverId, state: 'RECEIVED', nominee: { name: town.staff['ahmed.af']!.name } }],
    });

    const accepted = await accepts(ahmed, handoverId);
    expect(accepted.body).toMatchObject({
      state: 'ACCEPTED',
      caseId: eva.caseId,
      acceptedBy: { assignmentId: id('ahmed.af') },
      firstContactOn: '2026-11-27',
    });
    expect(accepted.headers.get('etag')).toBe(`"${accepted.body.version}"`);
    expect((await caseOf(ahmed)).holder).toMatchObject({ owner: { assignmentId: id('ahmed.af') }, coordinator: { assignmentId: id('karin.fk') } });

    await done(act(ahmed, handoverId, 'first-contact', { on: '2026-11-23', present: ['SENDER', 'PERSON'] }));
    await done(act(ahmed, handoverId, 'completion', { outcome: 'Eva har börjat arbetsträna.' }));
    expect((await karin.get('handovers')).body.mine).toMatchObject([{ id: handoverId, actions: ['handover.acknowledge'] }]);
    await done(act(karin, handoverId, 'acknowledgement'));
    expect(await read(karin, handoverId)).toMatchObject({
      state: 'COMPLETED',
      court: 'NOBODY',
      warm: true,
      content: { answers: ANSWERS, outcome: 'Eva har börjat arbetsträna.' },
      clock: { stage: null },
      actions: [],
    });
    expect((await read(karin, handoverId)).history.map(({ act: move }) => move)).toEqual([
      ...['offer', 'receive', 'nominate', 'accept', 'record-first-contact', 'complete', 'acknowledge'],
    ]);
    expect(await kinds()).toEqual([
      ...['handover.offered', 'handover.received', 'handover.nominated', 'handover.accepted', 'handover.first-contact'],
      ...['handover.completed', 'handover.acknowledged'],
    ]);
    expect(await news(karin)).toEqual(['handover.accepted', 'handover.nominated', 'handover.outcome', 'handover.received']);
  });

  it('tells the person the truth while it waits', async () => {
    const handoverId = await offer(karin, eva.caseId, toAf());
    await later(3);
    const person = await signIn(running.url, 'eva', 'citizen');
    const plan = async () => (await person.get('me/plan')).body.handover;
    expect(await plan()).toMatchObject({
      scope: 'CASE_OWNERSHIP',
      day: 3,
      ofDays: 3,
      toOrganisation: { name: 'Arbetsförmedlingen' },
      sender: { givenName: 'Karin' },
    });
    await accepts(sara, handoverId);
    expect(await plan()).toBeNull();
  });

  it('comes back with a coded reason, and the sender still answers', async () => {
    const handoverId = await offer(karin, eva.caseId, toAf());
    await done(act(sara, handoverId, 'refusal', { code: 'WRONG_UNIT', suggestedUnitId: town.unit.work, text: 'Pröva arbetsmarknad.' }));
    expect(await read(karin, handoverId)).toMatchObject({
      state: 'DECLINED',
      declineCode: 'WRONG_UNIT',
      suggestedUnit: { name: 'Arbetsmarknadsenheten' },
      content: { declineText: 'Pröva arbetsmarknad.' },
      bounces: 1,
    });
    // Metadata of what she has answered; the words and the person are gone.
    expect(await read(sara, handoverId)).toMatchObject({ state: 'DECLINED', content: null, personName: null, caseId: null, questions: [] });
    expect((await caseOf(karin)).holder).toMatchObject({ owner: { assignmentId: id('karin.fk') }, handovers: [] });
    expect(await news(karin)).toEqual(['handover.declined']);
  });

  it('lets the receiver ask, and the clock run on', async () => {
    const handoverId = await offer(karin, eva.caseId, { ...toAf() });
    const due = (await read(karin, handoverId)).clock.dueAt;
    await done(act(sara, handoverId, 'information-request', { question: 'När slutar sjukpenningen?' }));
    expect((await karin.get('my-day')).body.handovers).toMatchObject([
      { id: handoverId, state: 'NEEDS_INFO', court: 'SENDER', actions: ['handover.answer', 'handover.revoke'] },
    ]);
    await later(1);
    await done(act(karin, handoverId, 'information', { answer: 'Den 31 mars.' }));
    expect(await read(sara, handoverId)).toMatchObject({
      state: 'RECEIVED',
      court: 'RECEIVER',
      clock: { dueAt: due, day: 1 },
      questions: [{ question: 'När slutar sjukpenningen?', answer: 'Den 31 mars.', answeredBy: { name: 'Karin Berg' } }],
    });
    expect(await news(sara)).toEqual(['handover.answered']);
  });

  it('is taken back before anybody has accepted, and the preview is gone at once', async () => {
    const handoverId = await offer(karin, eva.caseId, toAf());
    await done(act(karin, handoverId, 'revocation'));
    expect((await sara.get(`handovers/${handoverId}`)).status).toBe(404);
    expect((await sara.get('handovers')).body.items).toEqual([]);
    expect((await act(sara, handoverId, 'acceptance', { ...ANSWERS, firstContactOn: '2026-11-27' }, 2)).body).toMatchObject({
      type: 'urn:samspel:handover.state',
    });
  });

  it('is cold unless sender, receiver and person met', async () => {
    const handoverId = await offer(karin, eva.caseId, toAf());
    await accepts(sara, handoverId);
    await later(2);
    await done(act(sara, handoverId, 'first-contact', { on: '2026-11-24', present: ['PERSON'] }));
    expect(await read(sara, handoverId)).toMatchObject({
      state: 'IN_PROGRESS',
      warm: false,
      firstContactOn: '2026-11-24',
      clock: { stage: 'LOOP', day: 2, ofDays: 30 },
    });
  });

  it('pauses at most twice in a row, and the clocks move by the working days it was paused', async () => {
    const handoverId = await offer(karin, eva.caseId, toAf());
    await accepts(sara, handoverId);
    const hold = () => act(sara, handoverId, 'hold', { reason: 'Eva är på sjukhus.', until: '2026-12-10' });
    await done(hold());
    expect(await read(karin, handoverId)).toMatchObject({
      state: 'ON_HOLD',
      content: { holdReason: 'Eva är på sjukhus.' },
      clock: { stage: 'ON_HOLD', heldUntil: '2026-12-10' },
    });
    await later(2);
    await done(act(sara, handoverId, 'resumption'));
    // Five working days from Monday 23 November are Monday 30; two more are Wednesday 2 December.
    expect((await read(sara, handoverId)).clock).toMatchObject({
      stage: 'FIRST_CONTACT',
      dueAt: expect.stringMatching(/^2026-12-02T08:4/),
      heldDays: 2,
    });
    await done(hold());
    await done(act(sara, handoverId, 'resumption'));
    expect((await hold()).body).toMatchObject({ type: 'urn:samspel:handover.held_twice' });
    await done(act(sara, handoverId, 'first-contact', { on: '2026-11-25', present: [] }));
    await done(hold());
  });

  it('is handed back as a new, linked handover that counts a bounce', async () => {
    await behindTheLocks(running.database, NO_CASES);
    // Arbetsförmedlingen too has leave to share, so that it may hand back.
    eva = await makeCase(running, town, { team: ['karin.fk', 'ahmed.af'] });
    const first = await offer(karin, eva.caseId, toAf());
    await accepts(sara, first);
    const back = await offer(sara, eva.caseId, { toUnitId: town.unit.fk, answerBy: '2026-11-27', direction: 'BACK' });
    expect(await read(david, back)).toMatchObject({ direction: 'BACK', bounces: 1, previousId: first });
    await accepts(david, back);
    expect(await read(karin, first)).toMatchObject({ state: 'FAILED', closedAt: expect.any(String) });
    expect((await caseOf(karin)).holder.owner).toMatchObject({ assignmentId: id('david.fk') });
    const again = await offer(david, eva.caseId, toAf());
    expect(await read(sara, again)).toMatchObject({ direction: 'FORWARD', bounces: 1, previousId: back });
    await done(act(sara, again, 'refusal', { code: 'NO_CAPACITY' }));
    // Kedjebrev: twice back is pointed out to the supervisors of both sides, once.
    const alerts = await behindTheLocks(
      running.database,
      `select r.assignment_id as id from alert a join alert_recipient r on r.alert_id = a.id where a.rung = 'BOUNCED' order by 1`,
    );
    expect(alerts.map((row) => row['id']).toSorted()).toEqual([id('maria.chef.fk'), id('per.chef.af')].toSorted());
  });

  it('goes on forward, and the one before it is closed', async () => {
    const first = await offer(karin, eva.caseId, toAf());
    await accepts(sara, first);
    const onward = await offer(sara, eva.caseId, { toUnitId: town.unit.af, answerBy: '2026-11-27', nomineeId: id('ahmed.af') });
    expect(await news(ahmed)).toEqual(['handover.offered']);
    await accepts(ahmed, onward);
    expect(await news(ahmed)).toEqual([]);
    expect(await read(karin, first)).toMatchObject({ state: 'COMPLETED', court: 'NOBODY' });
    expect(await read(ahmed, onward)).toMatchObject({ direction: 'FORWARD', previousId: first, bounces: 0 });
  });

  it('moves the coordinator role alone', async () => {
    const handoverId = await offer(karin, eva.caseId, { ...toAf(), scope: 'COORDINATOR_ROLE' });
    await accepts(sara, handoverId);
    expect((await caseOf(karin)).holder).toMatchObject({ owner: { assignmentId: id('karin.fk') }, coordinator: { assignmentId: id('sara.af') } });
    expect((await lena.get(`cases/${eva.caseId}/handovers`)).body.items).toMatchObject([{ id: handoverId, caseId: eva.caseId }]);
  });

  it('stops when the person takes the consent back, and the sender and the queue are told without content', async () => {
    const handoverId = await offer(karin, eva.caseId, toAf());
    const person = await signIn(running.url, 'eva', 'citizen');
    await done(person.put(`me/consents/${eva.consents.fk}/withdrawal`));
    expect((await sara.get('handovers')).body.items).toEqual([]);
    expect((await sara.get(`handovers/${handoverId}`)).status).toBe(404);
    const [row] = await behindTheLocks(running.database, 'select state, court, closed_at is not null as closed, next_timer from handover');
    expect(row).toEqual({ state: 'STOPPED_BY_PERSON', court: 'NOBODY', closed: true, next_timer: null });
    expect(await news(karin)).toContain('handover.stopped');
    expect(await kinds()).toEqual(['handover.offered', 'handover.stopped']);
  });

  it('keeps a case from closing until somebody has answered', async () => {
    const handoverId = await offer(karin, eva.caseId, toAf());
    const close = async () => {
      const { version } = await caseOf(karin);
      return karin.put(
        `cases/${eva.caseId}/closure`,
        { reason: 'GOALS_REACHED', remainingWork: '', personInformed: true },
        { headers: { 'if-match': `"${version}"` } },
      );
    };
    expect((await close()).body).toMatchObject({ status: 409, type: 'urn:samspel:handover.pending' });
    await done(act(karin, handoverId, 'revocation'));
    await done(close());
  });

  it('leaves no clock running in a closed case', async () => {
    await accepts(sara, await offer(karin, eva.caseId, { ...toAf(), scope: 'COORDINATOR_ROLE' }));
    const { version } = await caseOf(karin);
    await done(
      karin.put(
        `cases/${eva.caseId}/closure`,
        { reason: 'MOVED', remainingWork: '', personInformed: true },
        { headers: { 'if-match': `"${version}"` } },
      ),
    );
    expect(await behindTheLocks(running.database, 'select state, next_timer, closed_at is not null as closed from handover')).toEqual([
      { state: 'FAILED', next_timer: null, closed: true },
    ]);
  });

  it('tells the supervisors of both sides that there is one, and not what it says', async () => {
    const handoverId = await offer(karin, eva.caseId, toAf());
    for (const supervisor of [maria, per]) {
      const view = await read(supervisor, handoverId);
      expect(view).toMatchObject({ content: null, questions: [], caseId: null, personName: null, personReads: null });
      expect(JSON.stringify(view)).not.toMatch(new RegExp(`Eva|söka arbete|${eva.caseId}|${eva.personId}`));
    }
  });

  it('offers every unit with what is known of it', async () => {
    const { items } = (await karin.get<HandoverUnitsView>(`cases/${eva.caseId}/handover-units?scope=CASE_OWNERSHIP`)).body;
    const named = (name: string) => items.find(({ unit }) => unit.name === name);
    expect(items[0]!.organisation.name).toBe('Försäkringskassan');
    expect(named('Försäkringskassan Sjöstad')).toMatchObject({
      canReceive: true,
      covered: true,
      colleagues: expect.arrayContaining([expect.objectContaining({ assignmentId: id('david.fk') })]),
    });
    expect(named('Arbetsförmedlingen Sjöstad')).toMatchObject({
      ...{
        receivers: 3,
        hasFunctionAddress: true,
        canReceive: true,
        because: null,
        covered: true,
        coveredUntil: '2027-12-31',
        usualDays: null,
        colleagues: [],
      },
      ...{
        defaultAnswerBy: '2026-11-26',
        limits: { receiptDays: 1, ownerDays: 3, firstContactDays: 5, loopDays: 30 },
        checklist: expect.arrayContaining(['Gemensam kartläggning är erbjuden']),
      },
    });
    expect(named('Familjestödet')).toMatchObject({ canReceive: false, because: 'consent_missing', covered: false, coveredUntil: null });
    expect(named('Kansliet')).toBeUndefined();
    expect((await lena.get(`cases/${eva.caseId}/handover-units?scope=CASE_OWNERSHIP`)).status).toBe(403);
  });
});
