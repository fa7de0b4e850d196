import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { INVITATION_STATES, JOIN_REQUEST_STATES } from '@samspel/shared/care-team/invitation.ts';
import { COORDINATOR_REQUEST_STATES } from '@samspel/shared/case/coordinator-request.ts';
import { CONSENT_STATES } from '@samspel/shared/consent/consent.ts';
import { consentState } from '@samspel/shared/consent/validity.ts';
import { HANDOVER_MOVES, HANDOVER_STATES } from '@samspel/shared/handover/handover.ts';
import { ACTIVITY_MOVES, ACTIVITY_STATES } from '@samspel/shared/plan/plan.ts';
import { INVITATION_MOVES, type InvitationMove, moved } from '../../src/care-team/invitation/invitation.rules.ts';
import { answer, type CoordinatorAct } from '../../src/case/coordinator/coordinator-request.rules.ts';
import { moved as handoverMoved } from '../../src/handover/handover.rules.ts';
import { moved as activityMoved } from '../../src/plan/activity/activity.rules.ts';

interface Edge {
  from: string;
  to: string;
  label: string;
}

const START = '[*]';

function edgesOf(name: string): Edge[] {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/states', `${name}.md`), 'utf8');
  const diagram = /```mermaid\nstateDiagram-v2\n([^`]+)```/.exec(page)?.[1] ?? '';
  return [...diagram.matchAll(/^ {2}(\S+) --> ([^\s:]+)(?:: (.+))?$/gm)].map(([, from = '', to = '', label = '']) => ({ from, to, label }));
}

const statesIn = (edges: Edge[]): string[] => [...new Set(edges.flatMap(({ from, to }) => [from, to]))].filter((state) => state !== START).sort();

/** `state label → state` of every move between two states. */
const movesIn = (edges: Edge[]): string[] =>
  edges.flatMap(({ from, to, label }) => (from === START || to === START ? [] : [`${from} ${label} → ${to}`])).sort();

describe('docs/states', () => {
  it.each([
    ['invitation', INVITATION_STATES],
    ['join-request', JOIN_REQUEST_STATES],
    ['coordinator-request', COORDINATOR_REQUEST_STATES],
    ['consent', CONSENT_STATES],
    ['handover', HANDOVER_STATES],
    ['activity', ACTIVITY_STATES],
  ])('%s shows the states there are', (name, states) => {
    expect(statesIn(edgesOf(name))).toEqual([...states].sort());
  });

  it('invitation shows the moves the rules allow, and the one the database makes', () => {
    const acts = Object.keys(INVITATION_MOVES) as InvitationMove[];
    const allowed = INVITATION_STATES.flatMap((state) =>
      acts.flatMap((act) => {
        const to = moved(state, act, false);
        return to === null || to === 'repeat' ? [] : [`${state} ${act} → ${to}`];
      }),
    );
    expect(movesIn(edgesOf('invitation'))).toEqual([...allowed, 'PENDING consent withdrawn, case closed → STOPPED'].sort());
  });

  it('coordinator-request shows the moves the rules allow', () => {
    const acts = ['accept', 'refuse', 'withdraw'] as const satisfies CoordinatorAct[];
    const allowed = COORDINATOR_REQUEST_STATES.flatMap((state) =>
      acts.flatMap((act) => {
        const to = answer(state, act);
        return to === undefined || to === 'repeat' ? [] : [`${state} ${act} → ${to}`];
      }),
    );
    expect(movesIn(edgesOf('coordinator-request'))).toEqual(allowed.sort());
  });

  it('handover shows the moves the rules allow, and where a hold wakes to', () => {
    const allowed = HANDOVER_STATES.flatMap((state) =>
      HANDOVER_MOVES.flatMap((move) => {
        const from = move === 'resume' ? (['ACCEPTED', 'IN_PROGRESS'] as const) : [null];
        return from.flatMap((heldFrom) => handoverMoved({ state, heldFrom }, move) ?? []).map((to) => `${state} ${move} → ${to}`);
      }),
    );
    expect(movesIn(edgesOf('handover'))).toEqual(allowed.sort());
  });

  it('activity shows the moves the rules allow, and where it goes on from', () => {
    const allowed = ACTIVITY_STATES.flatMap((state) =>
      ACTIVITY_MOVES.flatMap((move) =>
        [...new Set([false, true].map((started) => activityMoved({ state, started }, move)))]
          .filter((to) => to !== null)
          .map((to) => `${state} ${move} → ${to}`),
      ),
    );
    expect(movesIn(edgesOf('activity'))).toEqual(allowed.sort());
  });

  it('the database knows the same arrows of an activity', () => {
    const migration = readFileSync(join(import.meta.dirname, '../../../migrations/1790000000020-plan-in-work.ts'), 'utf8');
    const known = [...migration.matchAll(/'([A-Z_]+>[A-Z_]+)'/g)].map(([, arrow]) => arrow);
    const drawn = edgesOf('activity').filter(({ from, to }) => from !== START && to !== START && from !== to);
    expect([...new Set(known)].sort()).toEqual([...new Set(drawn.map(({ from, to }) => `${from}>${to}`))].sort());
  });

  it('consent shows what days do to it', () => {
    const year = Array.from({ length: 430 }, (_, day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10));
    const periods = [
      { validFrom: '2026-03-01', validTo: '2026-12-31' },
      { validFrom: '2026-03-01', validTo: '2026-03-10' },
    ];
    const turns = periods.flatMap((period) => {
      const states = year.map((today) => consentState({ ...period, withdrawn: false }, today));
      return states.flatMap((state, day) => (day > 0 && states[day - 1] !== state ? [`${states[day - 1]} → ${state}`] : []));
    });
    const withdrawn = consentState({ ...periods[0]!, withdrawn: true }, '2026-06-01');
    const drawn = edgesOf('consent').filter(({ from, to }) => from !== START && to !== START);
    expect([...new Set(drawn.filter(({ label }) => label !== 'withdraw').map(({ from, to }) => `${from} → ${to}`))].sort()).toEqual(
      [...new Set(turns)].sort(),
    );
    expect(
      drawn
        .filter(({ label }) => label === 'withdraw')
        .map(({ from, to }) => `${from} → ${to}`)
        .sort(),
    ).toEqual(
      CONSENT_STATES.filter((state) => state !== withdrawn)
        .map((state) => `${state} → ${withdrawn}`)
        .sort(),
    );
  });
});
