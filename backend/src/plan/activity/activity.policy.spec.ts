import { ACTIVITY_STATES, type ActivityAction, type ActivityState } from '@samspel/shared/plan/plan.ts';
import type { CaseFacts } from '../../case/case-facts.ts';
import { activityDecisions, type ActivityFacts, type ActivityReader, mayHandOverActivity, mayMove, mayNote } from './activity.policy.ts';

const reader = (id: string, organisationId: string): ActivityReader => ({ id, organisationId });
/** Karin at fk answers, with Lena at the region as deputy; David is her colleague; of af Ahmed has been asked; Sofia reads it. */
const [karin, david, lena] = [reader('karin', 'fk'), reader('david', 'fk'), reader('lena', 'region')];
const [ahmed, sofia] = [reader('ahmed', 'af'), reader('sofia', 'kommun')];
const EVERYBODY = { karin, david, lena, ahmed, sofia };

const open = { status: 'OPEN', covered: true } as CaseFacts;
const facts = (state: ActivityState, change: Partial<ActivityFacts> = {}): ActivityFacts => ({
  ...{ state, started: false, shared: true, removed: false, ownerId: 'karin', ownerOrganisationId: 'fk', ownerLost: false, deputyId: 'lena' },
  ...{ requestedOrganisationId: state === 'REQUESTED' || state === 'DECLINED' ? 'af' : null, completedById: state === 'COMPLETED' ? 'karin' : null },
  ...change,
});
const actions = (who: ActivityReader, activity: ActivityFacts, of: CaseFacts = open): ActivityAction[] =>
  (Object.entries(activityDecisions(who, of, activity)) as [ActivityAction, { allowed: boolean }][])
    .filter(([, { allowed }]) => allowed)
    .map(([action]) => action);

const OWNS = ['activity.note', 'activity.hand-over'] as const;
const TABLE: Record<ActivityState, Partial<Record<keyof typeof EVERYBODY, readonly ActivityAction[]>>> = {
  REQUESTED: { karin: ['activity.take-back', 'activity.cancel', ...OWNS], lena: ['activity.note'], ahmed: ['activity.accept', 'activity.refuse'] },
  DECLINED: { karin: ['activity.take-back', 'activity.cancel', ...OWNS], lena: ['activity.note'] },
  PLANNED: {
    karin: ['activity.start', 'activity.complete', 'activity.block', 'activity.cancel', ...OWNS],
    lena: ['activity.start', 'activity.complete', 'activity.block', 'activity.note'],
  },
  IN_PROGRESS: {
    karin: ['activity.complete', 'activity.block', 'activity.cancel', ...OWNS],
    lena: ['activity.complete', 'activity.block', 'activity.note'],
  },
  BLOCKED: {
    karin: ['activity.complete', 'activity.unblock', 'activity.cancel', ...OWNS],
    lena: ['activity.complete', 'activity.unblock', 'activity.note'],
  },
  COMPLETED: { karin: ['activity.reopen'], lena: ['activity.reopen'] },
  CANCELLED: { karin: ['activity.reopen'] },
};

describe('who may do what with an activity', () => {
  it.each(ACTIVITY_STATES)('%s', (state) => {
    for (const [name, who] of Object.entries(EVERYBODY))
      expect([name, actions(who, facts(state))]).toEqual([name, TABLE[state][name as keyof typeof EVERYBODY] ?? []]);
  });

  it('a colleague of an owner who is lost does what the owner would', () => {
    expect(actions(david, facts('PLANNED', { ownerLost: true }))).toEqual(TABLE.PLANNED.karin);
    expect(actions(sofia, facts('PLANNED', { ownerLost: true }))).toEqual([]);
  });

  it('whoever said that it was done may say that it was not', () => {
    expect(actions(david, facts('COMPLETED', { completedById: 'david' }))).toEqual(['activity.reopen']);
  });

  it('nothing is done with a draft or with what was removed', () => {
    expect(activityDecisions(karin, open, facts('PLANNED', { shared: false }))).toEqual({});
    expect(activityDecisions(karin, open, facts('PLANNED', { removed: true }))).toEqual({});
    expect(mayMove(karin, open, facts('PLANNED', { shared: false }), 'complete')).toEqual({ allowed: false, because: 'not_shared' });
    expect(mayMove(karin, open, facts('PLANNED', { removed: true }), 'complete')).toEqual({ allowed: false, because: 'item_removed' });
  });

  it('says why not, and shows it to whoever otherwise could', () => {
    const uncovered = { status: 'OPEN', covered: false } as CaseFacts;
    expect(activityDecisions(karin, uncovered, facts('PLANNED'))['activity.complete']).toEqual({ allowed: false, because: 'consent_missing' });
    expect(mayMove(karin, { status: 'CLOSED', covered: true } as CaseFacts, facts('PLANNED'), 'start')).toEqual({
      allowed: false,
      because: 'case_closed',
    });
    expect(mayMove(sofia, open, facts('PLANNED'), 'complete')).toEqual({ allowed: false, because: 'not_owner' });
    expect(mayMove(lena, open, facts('PLANNED'), 'cancel')).toEqual({ allowed: false, because: 'not_owner' });
    expect(mayMove(karin, open, facts('REQUESTED'), 'accept')).toEqual({ allowed: false, because: 'not_asked' });
    expect(mayNote(karin, open, facts('COMPLETED'))).toEqual({ allowed: false, because: 'activity_over' });
    expect(mayHandOverActivity(karin, open, facts('CANCELLED'))).toEqual({ allowed: false, because: 'activity_over' });
    expect(mayHandOverActivity(lena, open, facts('PLANNED'))).toEqual({ allowed: false, because: 'not_owner' });
  });
});
