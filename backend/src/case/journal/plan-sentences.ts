import type { TimelineKind } from '@samspel/shared/timeline/timeline.ts';

type PlanKind = Extract<TimelineKind, `${'plan' | 'goal' | 'activity' | 'representative'}.${string}` | 'consent.proposed'>;

/** What was done with the plan, without a word of it: those stand in the plan, and each organisation writes its own in its record. */
export const planSentences: Record<PlanKind, () => string> = {
  'plan.begun': () => 'Började på en gemensam plan.',
  'plan.changed': () => 'Ändrade i planen.',
  'plan.shared': () => 'Delade delar av planen med teamet.',
  'plan.published': () => 'Gav personen en ny version av planen.',
  'plan.agreed': () => 'Ställde sig bakom planen.',
  'plan.followed-up': () => 'Skrev in en uppföljning av planen.',
  'goal.attained': () => 'Skrev in hur det går med ett mål.',
  'activity.requested': () => 'Bad en annan organisation om en insats.',
  'activity.accepted': () => 'Tackade ja till en insats och svarar för den.',
  'activity.declined': () => 'Tackade nej till en insats.',
  'activity.taken-back': () => 'Tog tillbaka frågan om en insats.',
  'activity.started': () => 'Började med en insats.',
  'activity.completed': () => 'En insats är gjord.',
  'activity.reopened': () => 'Öppnade en insats igen.',
  'activity.blocked': () => 'En insats har stannat. Skrev in vad som är i vägen.',
  'activity.unblocked': () => 'En insats kan fortsätta.',
  'activity.cancelled': () => 'Avslutade en insats.',
  'activity.noted': () => 'Skrev in hur det går med en insats.',
  'consent.proposed': () => 'Frågade personen om ett samtycke.',
  'representative.registered': () => 'Skrev in vem som får agera för personen.',
  'representative.ended': () => 'Avslutade rätten att agera för personen.',
};
