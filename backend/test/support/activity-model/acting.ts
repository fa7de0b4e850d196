import { createHash, randomUUID } from 'node:crypto';
import { ActivityActing } from '../../../src/plan/activity/acting.ts';
import type { ActivityEdit } from '../../../src/plan/activity/activity.dto.ts';
import { ActivityWriting } from '../../../src/plan/activity/activity.writing.ts';
import { ActivityNoting } from '../../../src/plan/activity/noting.ts';
import { HandoverAccepting } from '../../../src/handover/accepting.ts';
import { HandoverDrafting } from '../../../src/handover/drafting.ts';
import { HandoverOffering } from '../../../src/handover/offering.ts';
import type { OnceKey } from '../../../src/platform/http/once.ts';
import { plusDays } from '../handover-model/calendar.ts';
import { type Attempt, type Model, orgOf } from './model.ts';
import type { Scene } from './scene.ts';

const key = (): OnceKey => ({ key: randomUUID(), route: 'model', bodyHash: createHash('sha256').digest() });
const WORDS = { text: 'Insatsens ord', provider: 'INTERVENTION' } as const;

/** A new one, shared at once, by the region. */
export async function write(scene: Scene, { dueOn, deputy }: { dueOn: string; deputy: string | null }): Promise<string> {
  const input = { ...WORDS, dueOn, share: true, deputyId: deputy && scene.idOf(deputy) };
  const { id } = await scene.running.app.get(ActivityWriting).add(scene.actor('lena.region'), key(), scene.planId, input);
  if (!id) throw new Error('it was not written');
  return id;
}

/** Does it through the services, as its actor; throws what they throw. `version`: the one the actor has read. */
export async function act(scene: Scene, model: Model, attempt: Attempt, version: number): Promise<void> {
  const { app } = scene.running;
  const actor = scene.actor(attempt.by);
  const acting = app.get(ActivityActing);
  const on = model.id;
  const day = plusDays(model.today, attempt.days);
  const edit = (changed: Partial<ActivityEdit>): Promise<unknown> => {
    const deputy = model.deputyFor(attempt.by);
    const asked = model.asked && scene.town.organisation[model.asked as 'af'];
    const input = { ...WORDS, dueOn: model.dueOn, deputyId: deputy && scene.idOf(deputy), requestedOrganisationId: asked, ...changed };
    return app.get(ActivityWriting).edit(actor, on, version, input);
  };
  const doIt = {
    accept: () => acting.accept(actor, on, version, { dueOn: day }),
    refuse: () => acting.refuse(actor, on, version, { code: 'NO_CAPACITY', text: 'Nejtext' }),
    'take-back': () => acting.takeBack(actor, on, version),
    start: () => acting.start(actor, on, version),
    complete: () => acting.complete(actor, on, version),
    reopen: () => acting.reopen(actor, on, version),
    block: () => acting.block(actor, on, version, { category: 'TIME', text: 'Hindertext' }),
    unblock: () => acting.unblock(actor, on, version),
    cancel: () => acting.cancel(actor, on, version, { code: 'NOT_NEEDED', text: 'Avslutstext' }),
    note: () => app.get(ActivityNoting).note(actor, on, key(), 'Anteckningstext'),
    ask: () => edit({ requestedOrganisationId: scene.town.organisation[attempt.to] }),
    'new-day': () => edit({ dueOn: day }),
    offer: () => offer(scene, model, attempt),
    'take-over': () => takeOver(scene, model, attempt),
  };
  await doIt[attempt.act]();
}

async function offer(scene: Scene, model: Model, { by, to, days }: Attempt): Promise<void> {
  const { app } = scene.running;
  const words = { asked: 'Uppdragstext', reason: 'Skältext', answerBy: plusDays(model.today, days), checklist: [] };
  // Another organisation chooses itself who answers.
  const nominee = to === orgOf(by) && { nomineeId: scene.idOf(model.taker(by, to)!) };
  const about = { scope: 'ACTIVITY' as const, activityId: model.id, toUnitId: scene.town.unit[to], ...nominee };
  const { id } = await app.get(HandoverDrafting).start(scene.actor(by), key(), scene.caseId, { ...about, ...words });
  await app.get(HandoverOffering).offer(scene.actor(by), id!, 1);
}

async function takeOver(scene: Scene, model: Model, { by, days }: Attempt): Promise<void> {
  const { rows } = await scene.admin.query<{ id: string; version: number }>(
    'select id, version from handover where activity_id = $1 order by id desc limit 1',
    [model.id],
  );
  const answers = { understood: true, possible: true, how: 'x', mandate: 'MAY_DECIDE', firstContactOn: plusDays(model.today, days) } as const;
  const [handover = { id: randomUUID(), version: 1 }] = rows;
  await scene.running.app.get(HandoverAccepting).accept(scene.actor(by), handover.id, handover.version, answers);
}
