import { mayEscalate, mayName, mayNudge, maySupervise, type Supervised } from './stalled.policy.ts';

const now = new Date('2026-11-23T08:00:00Z');
const row = (more: Partial<Supervised> = {}): Supervised => ({ state: 'OFFERED', supervisesSender: false, supervisesReceiver: true, ...more });
const because = (decision: { allowed: boolean; because?: string }): string => (decision.allowed ? 'yes' : decision.because!);

describe('a supervisor', () => {
  it.each([
    [row(), 'yes'],
    [row({ supervisesReceiver: false, supervisesSender: true }), 'yes'],
    [row({ supervisesReceiver: false }), 'not_visible'],
    [row({ state: 'DRAFT' }), 'not_visible'],
  ])('sees what is sent to or from their organisation', (facts, expected) => expect(because(maySupervise(facts))).toBe(expected));

  it.each([
    [row(), 'yes'],
    [row({ state: 'NEEDS_INFO' }), 'yes'],
    [row({ supervisesReceiver: false, supervisesSender: true }), 'not_receiver'],
    [row({ state: 'ACCEPTED' }), 'answered'],
  ])('names somebody of their own while it waits', (facts, expected) => expect(because(mayName(facts))).toBe(expected));

  it('nudges as long as somebody is waited for, and not at once again', () => {
    expect(because(mayNudge(row(), null, now))).toBe('yes');
    expect(because(mayNudge(row(), new Date('2026-11-23T05:00:00Z'), now))).toBe('nudged_recently');
    expect(because(mayNudge(row({ state: 'ON_HOLD' }), null, now))).toBe('nobody_waited_for');
  });

  it('takes it up with the other side once, and with nobody within one organisation', () => {
    expect(because(mayEscalate(row(), false))).toBe('yes');
    expect(because(mayEscalate(row(), true))).toBe('escalated');
    expect(because(mayEscalate(row({ supervisesSender: true }), false))).toBe('own_organisation');
    expect(because(mayEscalate(row({ state: 'DECLINED' }), false))).toBe('nobody_waited_for');
  });
});
