import type { Decision } from '../../access/gate.ts';
import type { CaseFacts } from '../../case/case-facts.ts';
import { type ItemStanding, mayAttainGoal, mayEditItem, mayRemoveItem, mayRestoreItem, maySeeItem, mayShareItem } from './item.policy.ts';

const facts = { status: 'OPEN', covered: true } as CaseFacts;
const verdict = (decision: Decision): string => (decision.allowed ? 'yes' : decision.because);
const reader = (organisationId: string) => ({ id: `${organisationId}-1`, organisationId });

const draft: ItemStanding = { kind: 'NEED', organisationId: 'own', byPerson: false, shared: false, removed: false, audience: [], activity: null };
const shared: ItemStanding = { ...draft, shared: true, audience: ['other'] };
const persons: ItemStanding = { ...shared, kind: 'GOAL', organisationId: null, byPerson: true, audience: [] };
const recorded: ItemStanding = { ...shared, kind: 'WHAT_MATTERS', byPerson: true };
const dissent: ItemStanding = { ...shared, kind: 'DISSENT' };
const removed: ItemStanding = { ...shared, removed: true };
const activity = (state: 'REQUESTED' | 'DECLINED' | 'PLANNED' | 'COMPLETED', ownerOrganisationId = 'own'): ItemStanding => ({
  ...shared,
  kind: 'ACTIVITY',
  activity: { state, ownerOrganisationId },
});

describe('who sees an item', () => {
  it.each<[string, ItemStanding, string, string]>([
    ['a draft, its organisation', draft, 'own', 'yes'],
    ['a draft, another', draft, 'other', 'not_reader'],
    ['a shared one, its organisation', shared, 'own', 'yes'],
    ['a shared one, who got it', shared, 'other', 'yes'],
    ['a shared one, who did not', shared, 'third', 'not_reader'],
    ['the person’s own words, anybody', persons, 'third', 'yes'],
  ])('%s', (_, item, organisation, expected) => {
    expect(verdict(maySeeItem(reader(organisation), item))).toBe(expected);
  });
});

type Act = 'edit' | 'share' | 'remove' | 'restore';
const ACTS: Record<Act, (organisation: string, item: ItemStanding, at?: CaseFacts) => Decision> = {
  edit: (organisation, item, at = facts) => mayEditItem(reader(organisation), at, item),
  share: (organisation, item, at = facts) => mayShareItem(reader(organisation), at, item),
  remove: (organisation, item, at = facts) => mayRemoveItem(reader(organisation), at, item),
  restore: (organisation, item, at = facts) => mayRestoreItem(reader(organisation), at, item),
};

describe('who does what with an item', () => {
  it.each<[string, ItemStanding, string, Record<Act, string>]>([
    ['a draft of one’s own', draft, 'own', { edit: 'yes', share: 'yes', remove: 'yes', restore: 'yes' }],
    ['a shared one of one’s own', shared, 'own', { edit: 'yes', share: 'yes', remove: 'yes', restore: 'yes' }],
    ['another’s shared one', shared, 'other', { edit: 'yes', share: 'not_own_item', remove: 'not_own_item', restore: 'not_own_item' }],
    ['another’s dissent', dissent, 'other', { edit: 'not_own_item', share: 'not_own_item', remove: 'not_own_item', restore: 'not_own_item' }],
    ['one’s own dissent', dissent, 'own', { edit: 'yes', share: 'yes', remove: 'yes', restore: 'yes' }],
    ['what the person wrote', persons, 'own', { edit: 'persons_own_words', share: 'persons_own_words', remove: 'persons_own_words', restore: 'persons_own_words' }],
    ['what the person told', recorded, 'own', { edit: 'persons_own_words', share: 'persons_own_words', remove: 'persons_own_words', restore: 'persons_own_words' }],
    ['a removed one', removed, 'own', { edit: 'item_removed', share: 'item_removed', remove: 'item_removed', restore: 'yes' }],
    ['work one answers for', activity('PLANNED'), 'own', { edit: 'yes', share: 'yes', remove: 'cancel_instead', restore: 'yes' }],
    ['work that is not shared', { ...activity('PLANNED'), shared: false }, 'own', { edit: 'yes', share: 'yes', remove: 'yes', restore: 'yes' }],
    ['work another has taken over', activity('PLANNED', 'other'), 'own', { edit: 'not_owner_organisation', share: 'yes', remove: 'cancel_instead', restore: 'yes' }],
    ['work taken over from another', activity('PLANNED', 'other'), 'other', { edit: 'yes', share: 'not_own_item', remove: 'cancel_instead', restore: 'not_own_item' }],
    ['work asked of others, by its author', activity('REQUESTED', 'third'), 'own', { edit: 'yes', share: 'yes', remove: 'cancel_instead', restore: 'yes' }],
    ['work others said no to, by its author', activity('DECLINED', 'third'), 'own', { edit: 'yes', share: 'yes', remove: 'cancel_instead', restore: 'yes' }],
    ['work asked of oneself', activity('REQUESTED'), 'other', { edit: 'not_owner_organisation', share: 'not_own_item', remove: 'cancel_instead', restore: 'not_own_item' }],
    ['work that is over', activity('COMPLETED'), 'own', { edit: 'activity_over', share: 'yes', remove: 'cancel_instead', restore: 'yes' }],
  ])('%s', (_, item, organisation, expected) => {
    const answers = Object.fromEntries(Object.entries(ACTS).map(([act, may]) => [act, verdict(may(organisation, item))]));
    expect(answers).toEqual(expected);
  }); // prettier-ignore

  it.each(Object.keys(ACTS) as Act[])('%s: nothing without a consent, nor in a closed case', (act) => {
    expect(verdict(ACTS[act]('own', shared, { ...facts, covered: false }))).toBe('consent_missing');
    expect(verdict(ACTS[act]('own', shared, { ...facts, status: 'CLOSED' }))).toBe('case_closed');
  });
});

describe('how it goes with a goal', () => {
  const goal: ItemStanding = { ...shared, kind: 'GOAL' };
  it.each<[string, ItemStanding, CaseFacts, string]>([
    ['a shared one', goal, facts, 'yes'],
    ['the person’s own', persons, facts, 'yes'],
    ['a draft', { ...goal, shared: false }, facts, 'not_shared'],
    ['a removed one', { ...goal, removed: true }, facts, 'item_removed'],
    ['without consent', goal, { ...facts, covered: false }, 'consent_missing'],
  ])('%s', (_, item, at, expected) => {
    expect(verdict(mayAttainGoal(at, item))).toBe(expected);
  });
});
