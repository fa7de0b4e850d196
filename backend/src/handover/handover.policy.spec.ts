import { HANDOVER_STATES, type HandoverAction } from '@samspel/shared/handover/handover.ts';
import type { CaseFacts } from '../case/case-facts.ts';
import { handoverDecisions, type HandoverFacts, mayHandOver, mayReadWords, maySeeHandover, type Reader } from './handover.policy.ts';

const reader = (id: string, organisationId: string): Reader => ({ id, organisationId });
const [karin, david, maria] = ['karin', 'david', 'maria'].map((id) => reader(id, 'fk')) as [Reader, Reader, Reader];
const [sara, ahmed, per] = ['sara', 'ahmed', 'per'].map((id) => reader(id, 'af')) as [Reader, Reader, Reader];
const lena = reader('lena', 'region');

/** From Karin at fk to af, where Sara serves the intake and Ahmed has been named; Karin, David and Lena are in the team. */
const facts = (who: Reader, change: Partial<HandoverFacts> = {}): HandoverFacts => ({
  ...{ state: 'OFFERED', heldFrom: null, closedAt: null, ownerLost: false, origin: 'OFFER' },
  ...{ fromAssignmentId: 'karin', fromOrganisationId: 'fk', toOrganisationId: 'af', accountableId: 'karin' },
  ...{ nomineeId: 'ahmed', receivedBy: null, acceptedBy: null, answeredBy: null },
  ...{ inTeam: [karin, david, lena].includes(who), atIntake: who === sara, supervisesSender: who === maria, supervisesReceiver: who === per },
  ...change,
});
const EVERYBODY = { karin, david, maria, sara, ahmed, per, lena };
const who = (sees: (each: Reader) => boolean): string[] => Object.keys(EVERYBODY).filter((name) => sees(EVERYBODY[name as keyof typeof EVERYBODY]));

describe('who sees a handover', () => {
  it.each([
    ['DRAFT', ['karin'], ['karin', 'david']],
    ['OFFERED', ['karin', 'david', 'maria', 'sara', 'ahmed', 'per', 'lena'], ['karin', 'david', 'sara', 'ahmed']],
    // Ahmed was asked by name; Sara only served the queue it has left.
    ['DECLINED', ['karin', 'david', 'maria', 'ahmed', 'per', 'lena'], ['karin', 'david']],
    ['STOPPED_BY_PERSON', ['karin', 'david', 'maria', 'ahmed', 'per', 'lena'], ['karin', 'david']],
  ] as const)('%s: metadata by %j, words by %j', (state, metadata, words) => {
    expect(who((each) => maySeeHandover(each, facts(each, { state })).allowed)).toEqual(metadata);
    expect(who((each) => mayReadWords(each, facts(each, { state })))).toEqual(words);
  });

  it('once accepted, the receiving organisation’s team reads the words too', () => {
    const accepted = { state: 'ACCEPTED', acceptedBy: 'ahmed', inTeam: true } as const;
    expect(mayReadWords(ahmed, facts(ahmed, accepted))).toBe(true);
    expect(mayReadWords(lena, facts(lena, accepted))).toBe(false);
    expect(mayReadWords(sara, facts(sara, { ...accepted, inTeam: false }))).toBe(false);
  });

  it('what does not exist is seen by nobody', () => {
    expect(maySeeHandover(karin, undefined).allowed).toBe(false);
  });
});

describe('what each may do', () => {
  const may = (each: Reader, change: Partial<HandoverFacts>): string[] => {
    const decisions = Object.entries(handoverDecisions(each, facts(each, change))) as [HandoverAction, { allowed: boolean; because?: string }][];
    return decisions.map(([action, { allowed, because }]) => action.replace('handover.', '') + (allowed ? '' : ` (${because})`));
  };

  it.each([
    ['karin', karin, ['revoke']],
    ['david', david, ['revoke (not_sender)']],
    ['lena', lena, []],
    ['maria', maria, []],
    ['sara', sara, ['receive', 'nominate', 'accept', 'decline', 'ask']],
    ['ahmed', ahmed, ['receive (not_intake)', 'nominate (not_receiver)', 'accept', 'decline', 'ask']],
    ['per', per, ['receive (not_intake)', 'nominate', 'accept (not_receiver)', 'decline (not_receiver)', 'ask (not_receiver)']],
  ] as const)('while it is offered, %s', (_, each, expected) => {
    expect(may(each, { state: 'OFFERED' })).toEqual(expected);
  });

  it('the sender prepares, answers and has the last look; the new owner does the rest', () => {
    const accepted = { acceptedBy: 'ahmed', nomineeId: 'ahmed', inTeam: true } as const;
    expect(may(karin, { state: 'DRAFT' })).toEqual(['edit', 'offer', 'revoke']);
    expect(may(karin, { state: 'NEEDS_INFO' })).toEqual(['answer', 'revoke']);
    expect(may(karin, { state: 'COMPLETED', ...accepted })).toEqual(['acknowledge']);
    expect(may(ahmed, { state: 'ACCEPTED', ...accepted })).toEqual(['record-first-contact', 'hold', 'fail']);
    expect(may(ahmed, { state: 'IN_PROGRESS', ...accepted })).toEqual(['hold', 'complete', 'fail']);
    expect(may(ahmed, { state: 'ON_HOLD', heldFrom: 'ACCEPTED', ...accepted })).toEqual(['resume']);
    expect(may(karin, { state: 'ACCEPTED', ...accepted })).toEqual([]);
  });

  it('a lost owner takes nothing back, and a colleague answers the question meanwhile', () => {
    const lost = { state: 'NEEDS_INFO', ownerLost: true, accountableId: 'maria' } as const;
    expect(may(david, lost)).toEqual(['answer', 'revoke (owner_lost)']);
    expect(may(lena, lost)).toEqual([]);
  });

  it('the search for a new owner is declined by whoever was named alone: it stays in the organisation', () => {
    const search = { state: 'RECEIVED', origin: 'OWNER_LOST', ownerLost: true, accountableId: 'maria', atIntake: true } as const;
    expect(may(david, search)).toContain('decline (owner_lost)');
    expect(may(david, { ...search, nomineeId: 'david' })).toContain('decline');
  });

  it('a reviewed caseload is taken back by the supervisor who began it', () => {
    expect(may(maria, { state: 'RECEIVED', origin: 'CASELOAD' })).toEqual(['revoke']);
  });

  it('nobody does anything with a closed one', () => {
    for (const state of HANDOVER_STATES.filter((each) => each !== 'DRAFT'))
      for (const each of Object.values(EVERYBODY)) expect(may(each, { state, closedAt: new Date(0), inTeam: true })).toEqual([]);
  });
});

it.each([
  ['karin', 'CASE_OWNERSHIP', {}, true],
  ['karin', 'COORDINATOR_ROLE', {}, 'not_accountable'],
  ['lena', 'COORDINATOR_ROLE', {}, true],
  ['karin', 'CASE_OWNERSHIP', { covered: false }, 'consent_missing'],
  ['karin', 'CASE_OWNERSHIP', { status: 'CLOSED' }, 'case_closed'],
] as const)('%s hands over %s of a case with %j: %s', (id, scope, change, expected) => {
  const owned = { ownerId: 'karin', coordinatorId: 'lena', status: 'OPEN', covered: true, ...change } as CaseFacts;
  const decision = mayHandOver(reader(id, 'x'), owned, scope);
  expect(decision.allowed || decision.because).toBe(expected);
});
