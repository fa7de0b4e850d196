import { startOfDay } from './calendar.ts';
import { newBaton, wake } from './effects.ts';
import { closesAt, epochOf, rungsOf } from './ladder.ts';
import { type Baton, type Model, SCOPES, type Scope } from './model.ts';

/** What a sweep at `now` must leave behind: owners first, then everything that is due. */
export function pass(model: Model, now: Date): void {
  for (const scope of SCOPES) watch(model, scope, now);
  for (const baton of model.batons) tick(model, baton, now);
}

function watch(model: Model, scope: Scope, now: Date): void {
  const holder = model.holders[scope];
  const waiting = model.waiting(scope);
  if (model.canAnswer(holder)) {
    if (model.lost[scope] && waiting) comeBack(waiting, holder, now);
    model.lost[scope] = false;
    return;
  }
  const searched = model.lost[scope] && waiting?.ownerLost;
  if (searched && model.canAnswer(waiting.accountable)) return;
  const accountable = model.standIn(holder);
  model.lost[scope] = true;
  const found = waiting ?? search(model, scope, now);
  Object.assign(found, { ownerLost: true, accountable });
  found.alerts.set('OWNER_LOST 1', null);
}

function comeBack(waiting: Baton, holder: string, now: Date): void {
  if (waiting.ownerLost && waiting.origin === 'OWNER_LOST') Object.assign(waiting, { state: 'REVOKED', closed: true, endedAt: now });
  Object.assign(waiting, { ownerLost: false, accountable: holder });
}

/** Nothing waited: a handover that nobody sent, from whoever is gone to their own. */
function search(model: Model, scope: Scope, now: Date): Baton {
  const from = model.holders[scope];
  const open = model.batons.filter((each) => each.scope === scope && ['ACCEPTED', 'IN_PROGRESS', 'ON_HOLD'].includes(each.state));
  const previous = open.sort((a, b) => b.acceptedAt!.getTime() - a.acceptedAt!.getTime())[0] ?? null;
  const base = { scope, from, previous, origin: 'OWNER_LOST', state: 'OFFERED', to: model.orgOf(from), accountable: from } as const;
  const made = newBaton({ ...base, offeredAt: now });
  model.batons.push(made);
  return made;
}

function tick(model: Model, baton: Baton, now: Date): void {
  if (baton.held && startOfDay(baton.held.until) <= now) wake(baton, startOfDay(baton.held.until));
  if (!baton.closed && baton.endedAt && closesAt(model, baton) <= now) baton.closed = true;
  for (const [rung, at] of rungsOf(model, baton)) {
    if (at > now || baton.climbed.has(rung)) continue;
    baton.climbed.add(rung);
    baton.alerts.set(`${rung} ${epochOf(baton)}`, at);
  }
}
