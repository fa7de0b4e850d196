import { type Actionable } from '../ui/action-button.ts';

/** Reasons that say "this is not yours to do": such an act does not concern the reader and is not offered at all. */
const NOT_YOURS = [
  'case_closed',
  'not_accountable',
  'not_asked',
  'not_author',
  'not_coordinator',
  'not_intake',
  'not_own_note',
  'not_own_organisation',
  'not_owner',
  'not_owner_or_coordinator',
  'not_receiver',
  'not_sender',
  'not_yourself',
  'other_organisation',
  'own_handover',
  'personal_note',
  'already_withdrawn',
  'not_own_item',
  'not_owner_organisation',
  'not_party',
  'not_reader',
  'persons_own_words',
];

/** The acts worth showing: what is allowed, and what is blocked by something that can change. */
export function offered(view: Actionable): Actionable {
  return { actions: view.actions, blocked: view.blocked.filter(({ because }) => !NOT_YOURS.includes(because)) };
}

export function isOffered(view: Actionable, action: string): boolean {
  const { actions, blocked } = offered(view);
  return actions.includes(action) || blocked.some((block) => block.action === action);
}
