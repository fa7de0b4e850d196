import { type CaseloadItemView } from '@samspel/shared/api.ts';
import { nominee } from '../stalled/rows.testing.ts';
import { keyOf, planForAll, sharesOf, shutBecause } from './caseload-plan.ts';

const item = (reference: string, change: Partial<CaseloadItemView> = {}): CaseloadItemView => ({
  caseId: `case ${reference}`,
  reference,
  scope: 'CASE_OWNERSHIP',
  activityId: null,
  dueOn: null,
  covered: true,
  pendingHandoverId: null,
  ...change,
});
const ITEMS = [item('S-1'), item('S-1', { scope: 'COORDINATOR_ROLE' }), item('S-2', { covered: false }), item('S-3', { pendingHandoverId: 'h1' })];
const [AHMED, NOOR] = [nominee('ahmed', 'Ahmed Haddad'), nominee('noor', 'Noor Aziz')];

describe('who is to receive a caseload', () => {
  it('says why an item cannot be offered', () => {
    expect(ITEMS.map(shutBecause)).toEqual([null, null, 'uncovered', 'pending']);
  });

  it('chooses one for all that can be offered, and nobody again', () => {
    expect([...planForAll(ITEMS, 'ahmed')]).toEqual([
      [keyOf(ITEMS[0]!), 'ahmed'],
      [keyOf(ITEMS[1]!), 'ahmed'],
    ]);
    expect(planForAll(ITEMS, '').size).toBe(0);
  });

  it('shares what is chosen by receiver, owner and coordinator apart', () => {
    const plan = new Map([
      [keyOf(ITEMS[0]!), 'noor'],
      [keyOf(ITEMS[1]!), 'ahmed'],
    ]);
    const shares = sharesOf(ITEMS, [AHMED, NOOR, nominee('lisa', 'Lisa Ek')], plan);
    expect(shares.map(({ receiver, items }) => [receiver.staff.givenName, items.map(({ scope }) => scope)])).toEqual([
      ['Ahmed', ['COORDINATOR_ROLE']],
      ['Noor', ['CASE_OWNERSHIP']],
    ]);
  });
});
