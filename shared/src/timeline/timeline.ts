/** Everything that can stand on a case's timeline. The client has one sentence per kind; `told` carries its own words. */
export const TIMELINE_KINDS = [
  'told',
  'case.opened',
  'case.next-step-set',
  'case.next-step-done',
  'case.ambition-set',
  'case.closed',
  'consent.given',
  'consent.withdrawn',
  'invitation.sent',
  'invitation.accepted',
  'invitation.declined',
  'invitation.withdrawn',
  'join-request.made',
  'join-request.answered',
  'participant.joined',
  'participant.left',
  'participant.changed',
  'coordinator.asked',
  'coordinator.accepted',
  'coordinator.declined',
  'coordinator.withdrawn',
  'contact.added',
  'contact.changed',
  'contact.removed',
  'note.written',
  'note.disclosed',
  'person.changed',
  'handover.offered',
  'handover.received',
  'handover.nominated',
  'handover.accepted',
  'handover.declined',
  'handover.asked',
  'handover.answered',
  'handover.revoked',
  'handover.first-contact',
  'handover.held',
  'handover.resumed',
  'handover.completed',
  'handover.failed',
  'handover.acknowledged',
  'handover.stopped',
  'handover.owner-lost',
  'handover.owner-returned',
  'handover.closed',
  'plan.begun',
  'plan.changed',
  'plan.shared',
  'plan.published',
  'plan.agreed',
  'plan.followed-up',
  'goal.attained',
  'activity.requested',
  'activity.accepted',
  'activity.declined',
  'activity.taken-back',
  'activity.started',
  'activity.completed',
  'activity.reopened',
  'activity.blocked',
  'activity.unblocked',
  'activity.cancelled',
  'activity.noted',
  'person.stopped',
  'person.asked',
  'person.remarked',
  'person.answered',
  'person.rated',
  'person.wrote',
  'consent.proposed',
  'representative.registered',
  'representative.ended',
] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

export const TIMELINE_FILTERS = ['all', 'told', 'team', 'plan', 'person', 'handovers', 'consent', 'notes'] as const;
export type TimelineFilter = (typeof TIMELINE_FILTERS)[number];

/** Which kinds a filter shows; null shows all. The case's own turns (opened, next step, closed) stand under `team`. */
export function kindsIn(filter: TimelineFilter): readonly TimelineKind[] | null {
  if (filter === 'all') return null;
  return TIMELINE_KINDS.filter((kind) => filterOf(kind) === filter);
}

function filterOf(kind: TimelineKind): TimelineFilter {
  if (kind === 'told') return 'told';
  if (kind.startsWith('handover.')) return 'handovers';
  if (/^(plan|goal|activity)\./.test(kind)) return 'plan';
  // What the team wrote of the person's language stands with the team; what the person said stands by itself.
  if (kind.startsWith('person.') && kind !== 'person.changed') return 'person';
  if (kind.startsWith('consent.')) return 'consent';
  return kind.startsWith('note.') ? 'notes' : 'team';
}
