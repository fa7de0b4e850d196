import {
  COURTS,
  type Court,
  DECLINE_CODES,
  type DeclineCode,
  HANDOVER_ACTIONS,
  HANDOVER_DIRECTIONS,
  HANDOVER_ORIGINS,
  HANDOVER_SCOPES,
  HANDOVER_STATES,
  type HandoverAction,
  type HandoverDirection,
  type HandoverOrigin,
  type HandoverScope,
  type HandoverState,
} from '@samspel/shared/handover/handover.ts';
import { BlockedView } from '../access/availability.dto.ts';
import { UnitRef } from '../care-team/invitation/invitation.dto.ts';
import { StaffRef } from '../organisation/refs.dto.ts';
import { Day, Flag, Instant, ListOf, ListOfOneOf, OneOf, Part, Text, Uuid, Whole } from '../platform/openapi/fields.ts';
import {
  HandoverActivityView,
  HandoverClockView,
  HandoverContentView,
  HandoverEventView,
  HandoverFromView,
  HandoverQuestionView,
  HandoverToView,
  PersonHandoverView,
} from './handover-parts.dto.ts';

/** A handover as lists show it. */
export class HandoverRowView {
  @Uuid({ description: 'The handover.' }) id: string;
  @Whole(1, 2_147_483_647, { description: 'For If-Match.' }) version: number;
  @Text(1, 20, { description: 'The case’s reference, to say on the phone.', example: 'S-0412' }) reference: string;
  @Uuid({ description: 'The case, for its team.', nullable: true }) caseId: string | null;
  @Text(1, 161, { description: 'Whom it is about, for the team; a receiver reads the name when opening it.', example: 'Eva Lind', nullable: true })
  personName: string | null;
  @OneOf(HANDOVER_SCOPES, 'HandoverScope', { description: 'What is handed over.' }) scope: HandoverScope;
  @Part(() => HandoverActivityView, { description: 'Which activity, of the scope ACTIVITY.', nullable: true }) activity: HandoverActivityView | null;
  @OneOf(HANDOVER_ORIGINS, 'HandoverOrigin', { description: 'How it came to be.' }) origin: HandoverOrigin;
  @OneOf(HANDOVER_STATES, 'HandoverState', { description: 'Where it stands.' }) state: HandoverState;
  @OneOf(COURTS, 'HandoverCourt', { description: 'Who is to act.' }) court: Court;
  @OneOf(HANDOVER_DIRECTIONS, 'HandoverDirection', { description: 'New, onward or back.' }) direction: HandoverDirection;
  @Flag({ description: 'The owner is lost, and somebody stands in.', example: false }) ownerLost: boolean;
  @Whole(0, 1000, { description: 'How many times the baton has been declined or sent back.', example: 0 }) bounces: number;
  @Part(() => HandoverFromView, { description: 'Who sends.' }) from: HandoverFromView;
  @Part(() => HandoverToView, { description: 'Who receives.' }) to: HandoverToView;
  @Part(() => StaffRef, { description: 'Who answers for it now.' }) accountable: StaffRef;
  @Part(() => StaffRef, { description: 'Who has been asked by name.', nullable: true }) nominee: StaffRef | null;
  @Instant({ description: 'When it was sent.', nullable: true }) offeredAt: string | null;
  @Day({ description: 'Latest day to answer, as the sender wished.', nullable: true }) answerBy: string | null;
  @Part(() => HandoverClockView, { description: 'The clock.' }) clock: HandoverClockView;
  @ListOfOneOf(HANDOVER_ACTIONS, 'HandoverAction', 0, HANDOVER_ACTIONS.length, { description: 'What the reader may do now.' })
  actions: HandoverAction[];
}

/** A handover as its reader may see it: the words only for those they were meant for. */
export class HandoverView extends HandoverRowView {
  @Uuid({ description: 'The handover before it in the chain.', nullable: true }) previousId: string | null;
  @Part(() => StaffRef, { description: 'Who named the nominee.', nullable: true }) nominatedBy: StaffRef | null;
  @Part(() => StaffRef, { description: 'Who became owner.', nullable: true }) acceptedBy: StaffRef | null;
  @Instant({ description: 'When the unit received it.', nullable: true }) receivedAt: string | null;
  @Instant({ description: 'When somebody became owner.', nullable: true }) acceptedAt: string | null;
  @Day({ description: 'The day promised for the first contact, then the day it was.', nullable: true }) firstContactOn: string | null;
  @Instant({ description: 'When the first contact was made.', nullable: true }) firstContactAt: string | null;
  @Flag({ description: 'Sender, receiver and person met; null before the first contact.', nullable: true }) warm: boolean | null;
  @Instant({ description: 'When it was declined, revoked, stopped or finished.', nullable: true }) endedAt: string | null;
  @Instant({ description: 'When nothing more was waited for.', nullable: true }) closedAt: string | null;
  @OneOf(DECLINE_CODES, 'DeclineCode', { description: 'Why it was declined.', nullable: true }) declineCode: DeclineCode | null;
  @Part(() => UnitRef, { description: 'Where the receiver thinks it belongs.', nullable: true }) suggestedUnit: UnitRef | null;
  @Part(() => HandoverContentView, { description: 'The words; null for readers of metadata.', nullable: true }) content: HandoverContentView | null;
  @ListOf(() => HandoverQuestionView, 100, { description: 'Questions and answers, oldest first; empty for readers of metadata.' })
  questions: HandoverQuestionView[];
  @ListOf(() => HandoverEventView, 1000, { description: 'Every move, oldest first.' }) history: HandoverEventView[];
  @Part(() => PersonHandoverView, { description: 'What the person reads on their page while it waits, or would for a draft.', nullable: true })
  personReads: PersonHandoverView | null;
  @ListOf(() => BlockedView, HANDOVER_ACTIONS.length, { description: 'What the reader may not do now, and why.' }) blocked: BlockedView[];
}

export class CaseHandoversView {
  @ListOf(() => HandoverRowView, 1000, { description: 'Newest first.' }) items: HandoverRowView[];
}

/** What waits for my unit, for me by name, and on me as sender or new owner. */
export class HandoverInboxView {
  @ListOf(() => HandoverRowView, 200, { description: 'Waiting for the intake the reader serves, or for the reader by name; first due first.' })
  items: HandoverRowView[];
  @ListOf(() => HandoverRowView, 200, { description: 'The reader’s own: to answer, to acknowledge, or with a first contact to make.' })
  mine: HandoverRowView[];
}
