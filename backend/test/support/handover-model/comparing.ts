import { whyNoPath } from './arrows.ts';
import type { Seen, SeenBaton } from './looking.ts';
import { type Baton, type Model, SCOPES } from './model.ts';
import { courtOf } from './predicting.ts';

/** Writers of the same moment read their clocks a little apart, and holds are counted in whole seconds. */
const TOLERANCE_MS = 3_000;

/** Everything in which the database is not as the model says, or not as it may ever be. `swept`: nothing has happened since the last sweep. */
export function differences(model: Model, seen: Seen, ids: Map<string, string>, swept: boolean): string[] {
  const who = (id: string | null): string | null => (id === null ? null : (ids.get(id) ?? id));
  const wrong = [...seen.broken];
  const same = (what: string, found: unknown, expected: unknown): void => {
    if (JSON.stringify(found) !== JSON.stringify(expected)) wrong.push(`${what} is ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`);
  };
  same('owner', who(seen.owner), model.holders.CASE_OWNERSHIP);
  same('coordinator', who(seen.coordinator), model.holders.COORDINATOR_ROLE);
  same('lost', seen.lost, [model.lost.CASE_OWNERSHIP, model.lost.COORDINATOR_ROLE]);
  same('team', seen.team.map(who).sort(), [...model.team].sort());
  for (const scope of SCOPES) {
    const answering = seen.answering.filter((each) => each.scope === scope);
    same(`who answers for ${scope}`, answering.map((each) => who(each.who)), [model.answers(scope)]); // prettier-ignore
    for (const { works, anybody, holderInTeam } of answering) {
      if (!holderInTeam) wrong.push(`the holder of ${scope} is not in the team`);
      if (swept && !works && anybody) wrong.push(`who answers for ${scope} has left`);
    }
  }
  same('handovers', seen.batons.map(({ id }) => id).sort(), model.batons.map(({ id }) => id).sort());
  for (const baton of model.batons) {
    const row = seen.batons.find(({ id }) => id === baton.id);
    if (row) wrong.push(...ofBaton(model, baton, row, who).map((what) => `${baton.scope} from ${baton.from} (${baton.state}): ${what}`));
  }
  return wrong;
}

function ofBaton(model: Model, baton: Baton, row: SeenBaton, who: (id: string | null) => string | null): string[] {
  const wrong: string[] = [];
  const found = { state: row.state, court: row.court, accountable: who(row.accountable), ownerLost: row.ownerLost, nominee: who(row.nominee), closed: row.closed, bounces: row.bounces }; // prettier-ignore
  const { state, accountable, ownerLost, nominee, closed, bounces } = baton;
  const expected = { state, court: courtOf(baton), accountable, ownerLost, nominee, closed, bounces };
  if (JSON.stringify(found) !== JSON.stringify(expected)) wrong.push(`${JSON.stringify(found)}, not ${JSON.stringify(expected)}`);
  const noPath = whyNoPath(row.history, row.state, row.origin);
  if (noPath) wrong.push(`no path: ${noPath}`);
  const alerts = row.alerts.map(({ rung, epoch }) => `${rung} ${epoch}`).sort();
  const climbed = [...baton.alerts.keys()].sort();
  if (JSON.stringify(alerts) !== JSON.stringify(climbed)) wrong.push(`alerts ${JSON.stringify(alerts)}, not ${JSON.stringify(climbed)}`);
  for (const { rung, epoch, due, told } of row.alerts) {
    const at = baton.alerts.get(`${rung} ${epoch}`);
    if (at && Math.abs(new Date(due).getTime() - at.getTime()) > TOLERANCE_MS) wrong.push(`${rung} ${epoch} due ${due}, not ${at.toISOString()}`);
    if (told === 0) wrong.push(`${rung} ${epoch} told nobody`);
  }
  return wrong;
}
