import type { ConsentView } from '../../consent/consent.dto.ts';
import type { OrganisationRef, StaffRef } from '../../organisation/refs.dto.ts';
import { isCovered, todo, type TodoSources } from './todo.rules.ts';

const organisation = (id: string): OrganisationRef => ({ id, name: `${id} AB`, shortName: id, letters: 'X', kind: 'FK' });
const staff = (assignmentId: string, at: string): StaffRef => ({
  assignmentId,
  name: assignmentId,
  givenName: assignmentId,
  title: '',
  unit: '',
  organisation: organisation(at),
});
const consent = (id: string, more: Partial<ConsentView> = {}): ConsentView =>
  ({
    id,
    state: 'VALID',
    validTo: '2027-01-31',
    disclosingOrganisation: organisation('fk'),
    recipients: { organisations: [organisation('af')], contacts: [] },
    ...more,
  }) as ConsentView;

const karin = { id: 'karin', organisationId: 'fk' };
const ahmed = { id: 'ahmed', organisationId: 'af' };

/** A case of Karin (fk, owner and coordinator) and Ahmed (af) where nothing waits. */
const quiet = {
  id: 'case',
  status: 'OPEN',
  holder: { owner: staff('karin', 'fk'), coordinator: staff('karin', 'fk'), handovers: [] },
  nextStep: null,
  participants: [
    { staff: staff('karin', 'fk'), isYou: true },
    { staff: staff('ahmed', 'af'), isYou: false },
  ],
  invitations: [],
  joinRequests: [],
  coordinatorRequest: null,
  consents: { state: 'VALID', validTo: '2027-01-31', items: [consent('one')] },
  journal: { day: '2026-11-23', acts: 0, marked: false },
  plan: null,
  voice: { openMessages: [] },
  questions: [],
} as unknown as TodoSources;

const lists = (reader: typeof karin, more: Partial<TodoSources>) => {
  const { mine, others } = todo(reader, { ...quiet, ...more });
  const short = (items: typeof mine) => items.map(({ kind, due }) => (due ? `${kind} ${due}` : kind));
  return { mine: short(mine), others: short(others) };
};
const consents = (...items: ConsentView[]): Partial<TodoSources> => ({ consents: { ...quiet.consents, items } });

describe('what is left to do', () => {
  it('is nothing in a quiet case', () => {
    expect(lists(karin, {})).toEqual({ mine: [], others: [] });
  });

  it('is the owner’s where the next step is, whoever reads', () => {
    const nextStep = { text: 'Ring Gunilla.', due: '2026-11-27', setAt: '2026-11-20T08:00:00Z' };
    expect(lists(karin, { nextStep })).toEqual({ mine: ['NEXT_STEP 2026-11-27'], others: [] });
    expect(lists(ahmed, { nextStep })).toEqual({ mine: [], others: ['NEXT_STEP 2026-11-27'] });
    expect(todo(ahmed, { ...quiet, nextStep }).others[0]).toMatchObject({
      who: { staff: { name: 'karin' } },
      text: 'Ring Gunilla.',
      subjectId: 'case',
    });
    expect(todo(karin, { ...quiet, nextStep }).mine[0]!.who).toBeNull();
  });

  it('is the invited organisation’s to answer an invitation that waits, and nobody’s when it was declined', () => {
    const invitations = (['PENDING', 'DECLINED'] as const).map((state) => ({
      id: state,
      state,
      organisation: organisation('region'),
      unit: { id: 'u', name: 'Vårdcentralen' },
    })) as TodoSources['invitations'];
    const { mine, others } = todo(karin, { ...quiet, invitations });
    expect(mine).toEqual([]);
    expect(others).toEqual([
      expect.objectContaining({
        kind: 'INVITATION_PENDING',
        subjectId: 'PENDING',
        params: { unit: 'Vårdcentralen' },
        who: { staff: null, organisation: organisation('region') },
      }),
    ]);
  });

  it('is the coordinator’s to answer who wants to join, and the asked one’s to say yes to coordinating', () => {
    const waiting = {
      joinRequests: [{ id: 'j', requestedBy: staff('sofia', 'kommun') }],
      coordinatorRequest: { id: 'q', asked: staff('ahmed', 'af'), askedBy: staff('karin', 'fk'), message: 'Kan du?' },
    } as unknown as Partial<TodoSources>;
    expect(lists(karin, waiting)).toEqual({ mine: ['JOIN_REQUEST'], others: ['COORDINATOR_REQUEST'] });
    expect(lists(ahmed, waiting)).toEqual({ mine: ['COORDINATOR_REQUEST'], others: ['JOIN_REQUEST'] });
  });

  it.each([
    ['OFFERED', 'RECEIVER', null, 'others: af'],
    ['RECEIVED', 'RECEIVER', 'ahmed', 'others: ahmed'],
    ['NEEDS_INFO', 'SENDER', 'ahmed', 'mine'],
    ['ACCEPTED', 'RECEIVER', null, 'others: ahmed'],
    ['IN_PROGRESS', 'RECEIVER', null, 'nobody’s'],
    ['ON_HOLD', 'RECEIVER', null, 'nobody’s'],
    ['COMPLETED', 'SENDER', null, 'mine'],
    ['FAILED', 'SENDER', null, 'mine'],
  ])('is, of a handover that is %s, the turn of whoever has the ball (%s, asked %s): %s', (state, court, asked, expected) => {
    const accepted = ['ACCEPTED', 'IN_PROGRESS', 'ON_HOLD', 'COMPLETED', 'FAILED'].includes(state);
    const handover = {
      ...{ id: 'h', scope: 'COORDINATOR_ROLE', state, court, from: { staff: staff('karin', 'fk') } },
      ...{ to: { unit: { id: 'u', name: 'Inflödet' }, organisation: organisation('af') }, nominee: asked && staff(asked, 'af') },
      ...{ accountable: accepted ? staff('ahmed', 'af') : staff('karin', 'fk'), clock: { dueAt: '2026-11-25T23:30:00.000Z' } },
    };
    const holder = { ...quiet.holder, handovers: [handover] } as unknown as TodoSources['holder'];
    const { mine, others } = todo(karin, { ...quiet, holder });
    for (const item of [...mine, ...others]) {
      const params = { scope: 'COORDINATOR_ROLE', state, unit: 'Inflödet', name: 'karin' };
      expect(item).toMatchObject({ id: 'HANDOVER:h', kind: 'HANDOVER', subjectId: 'h', due: '2026-11-26', params });
    }
    const whose = others.map(({ who }) => `others: ${who?.staff?.assignmentId ?? who?.organisation.id}`);
    expect([...mine.map(() => 'mine'), ...whose].join() || 'nobody’s').toBe(expected);
  });

  it('is the sharing organisation’s to ask again before a consent ends, once, and not when a later one has been given', () => {
    const ending = consent('old', { state: 'EXPIRING', validTo: '2026-12-01' });
    expect(lists(karin, consents(ending))).toEqual({ mine: ['CONSENT_EXPIRING 2026-12-01'], others: [] });
    expect(lists(ahmed, consents(ending))).toEqual({ mine: [], others: ['CONSENT_EXPIRING 2026-12-01'] });
    for (const state of ['VALID', 'UPCOMING'] as const)
      expect(lists(karin, consents(ending, consent('new', { state })))).toEqual({ mine: [], others: [] });
    expect(lists(karin, consents(ending, consent('new', { state: 'WITHDRAWN' }))).mine).toEqual(['CONSENT_EXPIRING 2026-12-01']);
    expect(lists(karin, consents(ending, consent('theirs', { disclosingOrganisation: organisation('af') }))).mine).toEqual([
      'CONSENT_EXPIRING 2026-12-01',
    ]);
  });

  it('is each organisation’s own when no consent in force mentions it', () => {
    expect(lists(karin, consents(consent('one', { state: 'EXPIRED' })))).toEqual({ mine: ['CONSENT_MISSING'], others: ['CONSENT_MISSING'] });
    expect(lists(karin, consents(consent('one', { recipients: { organisations: [], contacts: [] } })))).toEqual({
      mine: [],
      others: ['CONSENT_MISSING'],
    });
  });

  it('is to write the day’s acts at home, until it is ticked, also after closing', () => {
    const journal = { day: '2026-11-23', acts: 2, marked: false };
    expect(lists(karin, { journal }).mine).toEqual(['JOURNAL 2026-11-23']);
    expect(lists(karin, { journal: { ...journal, marked: true } }).mine).toEqual([]);
    expect(lists(karin, { journal, status: 'CLOSED', ...consents() })).toEqual({ mine: ['JOURNAL 2026-11-23'], others: [] });
  });

  it('comes oldest day first and undated last', () => {
    const nextStep = { text: 'x', due: '2026-11-20', setAt: '' };
    const all = { nextStep, journal: { day: '2026-11-23', acts: 1, marked: false }, ...consents(consent('one', { state: 'EXPIRED' })) };
    expect(lists(karin, all).mine).toEqual(['NEXT_STEP 2026-11-20', 'JOURNAL 2026-11-23', 'CONSENT_MISSING']);
  });
});

it.each([
  ['fk', true],
  ['af', true],
  ['region', false],
])('%s is covered by a consent from fk to af: %s', (id, covered) => {
  expect(isCovered(id, [consent('one')])).toBe(covered);
});

describe('what is left to do with the plan and the person', () => {
  it.each([
    ['PLANNED', {}, ['ACTIVITY 2026-12-04'], []],
    ['DECLINED', { requested: { organisation: organisation('af'), staff: null, at: null } }, ['ACTIVITY 2026-12-04'], []],
    ['REQUESTED', { requested: { organisation: organisation('af'), staff: null, at: null } }, [], ['ACTIVITY 2026-12-04']],
    ['REQUESTED', { requested: { organisation: organisation('af'), staff: staff('sara', 'af'), at: null } }, [], []],
    ['COMPLETED', {}, [], []],
    ['CANCELLED', {}, [], []],
    ['PLANNED', { shared: false }, [], []],
    ['PLANNED', { removed: true }, [], []],
  ])('an activity is its owner’s, and while it is asked for the asked one’s: %s %j', (state, more, karins, ahmeds) => {
    const activity = {
      id: 'a',
      text: 'Samtal',
      state,
      owner: staff('karin', 'fk'),
      requested: null,
      dueOn: '2026-12-04',
      shared: true,
      removed: false,
      ...more,
    };
    const plan = { activities: [activity] } as unknown as TodoSources['plan'];
    expect([lists(karin, { plan }).mine, lists(ahmed, { plan }).mine]).toEqual([karins, ahmeds]);
    const waiting = state === 'PLANNED' || state === 'REQUESTED' || state === 'DECLINED';
    if (waiting && !('shared' in more) && !('removed' in more))
      expect(lists({ id: 'lena', organisationId: 'region' }, { plan }).others).toEqual(['ACTIVITY 2026-12-04']);
  });

  it('what the person waits for is the answering one’s, on the last day in time', () => {
    const message = { id: 'm', kind: 'CALL_ME', text: '', responsible: staff('karin', 'fk'), dueAt: '2026-11-26T23:00:00Z' };
    const voice = { openMessages: [message] } as unknown as TodoSources['voice'];
    expect(lists(karin, { voice })).toEqual({ mine: ['PERSON_WAITS 2026-11-26'], others: [] });
    expect(todo(ahmed, { ...quiet, voice }).others[0]).toMatchObject({
      kind: 'PERSON_WAITS',
      text: null,
      params: { kind: 'CALL_ME' },
      who: { staff: { name: 'karin' } },
    });
  });

  it('a question is the asked one’s', () => {
    const questions = [{ id: 'q', asker: staff('ahmed', 'af'), receiver: staff('karin', 'fk'), text: 'Har utlåtandet kommit?' }];
    expect(lists(karin, { questions })).toEqual({ mine: ['QUESTION'], others: [] });
    expect(lists(ahmed, { questions })).toEqual({ mine: [], others: ['QUESTION'] });
  });
});
