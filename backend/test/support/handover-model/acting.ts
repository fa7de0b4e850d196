import { createHash, randomUUID } from 'node:crypto';
import { ConsentService } from '../../../src/consent/consent.service.ts';
import { ConsentWithdrawal } from '../../../src/consent/consent-withdrawal.ts';
import { HandoverAccepting } from '../../../src/handover/accepting.ts';
import { HandoverDrafting } from '../../../src/handover/drafting.ts';
import { HandoverFollowUp } from '../../../src/handover/following-up.ts';
import { Nominations } from '../../../src/handover/nominating.ts';
import { HandoverOffering } from '../../../src/handover/offering.ts';
import { HandoverReceiving } from '../../../src/handover/receiving.ts';
import type { OnceKey, Outcome } from '../../../src/platform/http/once.ts';
import { plusDays } from './calendar.ts';
import { ORGS } from './model.ts';
import type { Attempt } from './predicting.ts';
import type { Scene } from './scene.ts';

const key = (): OnceKey => ({ key: randomUUID(), route: 'model', bodyHash: createHash('sha256').digest() });
const answers = { understood: true, possible: true, how: 'x', mandate: 'MAY_DECIDE' } as const;

/** Does it through the services, as its actor; answers the id of what was made. Throws what they throw. */
export async function act(scene: Scene, attempt: Attempt, version: number): Promise<string | null> {
  const app = scene.running.app;
  const today = scene.running.clock.today();
  if (attempt.act === 'withdraw') {
    await app.get(ConsentWithdrawal).withdraw(attempt.by ? scene.actor(attempt.by) : scene.person(), attempt.consent.id);
    return null;
  }
  const actor = scene.actor(attempt.by);
  if (attempt.act === 'draft') {
    const { scope, to, nominee, back, days } = attempt;
    const words = { asked: 'Uppdragstext', reason: 'Skältext', answerBy: plusDays(today, days), checklist: [] };
    const optional = { ...(nominee && { nomineeId: scene.idOf(nominee) }), ...(back && { direction: 'BACK' as const }) };
    return made(app.get(HandoverDrafting).start(actor, key(), scene.caseId, { scope, toUnitId: scene.town.unit[to], ...words, ...optional }));
  }
  if (attempt.act === 'consent') {
    const others = ORGS.map((org) => scene.town.organisation[org]).filter((id) => id !== actor.organisationId);
    const what = { informationCategories: ['CONTACT' as const, 'SITUATION' as const], exclusions: '', purpose: 'x', givenBy: 'SELF' as const };
    const how = { validFrom: today, validTo: plusDays(today, 360), form: 'ORAL' as const, informedWithText: '2026-11' as const };
    const recipients = { organisationIds: others, contactIds: [] };
    return made(
      app.get(ConsentService).record(actor, scene.caseId, key(), { disclosingOrganisationId: actor.organisationId, recipients, ...what, ...how }),
    );
  }
  const { days, nominee } = attempt;
  const on = attempt.baton.id!;
  const receiving = app.get(HandoverReceiving);
  const following = app.get(HandoverFollowUp);
  const doIt = {
    offer: () => app.get(HandoverOffering).offer(actor, on, version),
    revoke: () => app.get(HandoverOffering).revoke(actor, on, version),
    receive: () => receiving.receive(actor, on, version),
    decline: () => receiving.decline(actor, on, version, { code: 'NO_CAPACITY', text: 'Nejtext' }),
    ask: () => receiving.ask(actor, on, version, 'Frågetext'),
    answer: () => receiving.answer(actor, on, version, 'Svarstext'),
    nominate: () => app.get(Nominations).nominate(actor, on, version, scene.idOf(nominee)),
    accept: () => app.get(HandoverAccepting).accept(actor, on, version, { ...answers, firstContactOn: plusDays(today, days) }),
    contact: () => following.recordFirstContact(actor, on, version, { on: plusDays(today, -days), present: ['SENDER', 'PERSON'] }),
    hold: () => following.hold(actor, on, version, { reason: 'Pausskäl', until: plusDays(today, days) }),
    resume: () => following.resume(actor, on, version),
    complete: () => following.complete(actor, on, version, 'Utfallstext'),
    fail: () => following.fail(actor, on, version, 'Utfallstext'),
    acknowledge: () => following.acknowledge(actor, on, version),
  };
  await doIt[attempt.act]();
  return null;
}

const made = async (outcome: Promise<Outcome>): Promise<string | null> => (await outcome).id;
