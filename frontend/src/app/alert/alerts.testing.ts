import { type AlertView } from '@samspel/shared/api.ts';
import { AF, FK, FROM, staff, TO } from '../stalled/rows.testing.ts';

/** One working day past its limit, and nobody at AF has accepted. */
export const alertRow = (change: Partial<AlertView> = {}): AlertView => ({
  id: 'a1',
  rung: 'SUPERVISOR',
  epoch: 1,
  handover: {
    id: 'h1',
    version: 4,
    reference: 'S-0412',
    caseId: null,
    scope: 'CASE_OWNERSHIP',
    state: 'OFFERED',
    court: 'RECEIVER',
    ownerLost: false,
    from: { unit: FROM, organisation: FK, staff: staff('karin', 'Karin Berg') },
    to: { unit: TO, organisation: AF },
    accountable: staff('karin', 'Karin Berg'),
    nominee: null,
    clock: {
      ...{ stage: 'OWNER', day: 4, ofDays: 3, overdue: true, heldUntil: null, heldDays: 0 },
      ...{ dueAt: '2026-11-23T07:00:00Z', nextTimer: 'BOTH_SUPERVISORS', nextTimerAt: '2026-11-26T07:00:00Z' },
    },
  },
  activity: null,
  message: null,
  reasonCode: null,
  dueAt: '2026-11-24T07:00:00Z',
  raisedAt: '2026-11-24T07:00:01Z',
  resolvedAt: null,
  acknowledgedAt: null,
  ...change,
});
