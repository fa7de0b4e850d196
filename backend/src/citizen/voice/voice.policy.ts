import { type MessageKind, type MessageState, REMARK_KINDS } from '@samspel/shared/citizen/voice.ts';
import type { StaffActor } from '../../access/actor.ts';
import { allowed, type Decision, refused } from '../../access/gate.ts';

export interface MessageFacts {
  readonly kind: MessageKind;
  readonly state: MessageState;
  readonly responsibleId: string;
  /** Of a question about looking: whose. */
  readonly organisationId: string | null;
  /** Whether the actor is in the team. */
  readonly inTeam: boolean;
  /** Whether the actor reads the item it is about. */
  readonly readsItem: boolean;
}

export const isRemark = (kind: MessageKind): boolean => (REMARK_KINDS as readonly MessageKind[]).includes(kind);

/** Lock 1 of a message: the team, cut to those it is meant for, and whoever is to see to it that the person is answered. */
export function maySeeMessage(actor: Pick<StaffActor, 'id' | 'organisationId'>, message: MessageFacts): Decision {
  if (message.responsibleId === actor.id) return allowed;
  if (!message.inTeam) return refused('not_in_team');
  if (message.kind === 'LOG_QUESTION') return message.organisationId === actor.organisationId ? allowed : refused('not_about_you');
  return isRemark(message.kind) && !message.readsItem ? refused('item_not_shared') : allowed;
}

/** The person waits for the team, not for one of it: whoever reads it may answer. Needs no consent, since it goes to the person themself. */
export function mayAnswerMessage({ state }: Pick<MessageFacts, 'state'>): Decision {
  if (state === 'OPEN') return allowed;
  return refused(state === 'ANSWERED' ? 'message_answered' : 'message_withdrawn');
}
