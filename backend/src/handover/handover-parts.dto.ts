import { TIMERS, type Timer } from '@samspel/shared/alert/alert.ts';
import { MANDATES, type Mandate } from '@samspel/shared/care-team/care-team.ts';
import {
  ANSWER_MAX,
  ASKED_MAX,
  HANDOVER_REASON_MAX,
  HANDOVER_SCOPES,
  HANDOVER_STATES,
  QUESTION_MAX,
  type HandoverScope,
  type HandoverState,
} from '@samspel/shared/handover/handover.ts';
import { PLAN_TEXT_MAX } from '@samspel/shared/plan/plan.ts';
import { InvitationSenderView, UnitRef } from '../care-team/invitation/invitation.dto.ts';
import { OrganisationRef, StaffRef } from '../organisation/refs.dto.ts';
import { Day, Flag, Instant, ListOf, OneOf, Part, Text, Uuid, Whole } from '../platform/openapi/fields.ts';
import { CLOCK_STAGES, type ClockReading, type ClockStage } from './handover.clock-view.ts';

export class HandoverToView {
  @Part(() => UnitRef, { description: 'The receiving unit.' }) unit: UnitRef;
  @Part(() => OrganisationRef, { description: 'Its organisation.' }) organisation: OrganisationRef;
}

export class HandoverFromView extends HandoverToView {
  @Part(() => StaffRef, { description: 'Who sends.' }) staff: StaffRef;
}

/** The activity of a handover with the scope ACTIVITY. */
export class HandoverActivityView {
  @Uuid({ description: 'The activity.' }) id: string;
  @Text(1, PLAN_TEXT_MAX, {
    description: 'Its words, for those who read it in the plan.',
    example: 'Praktik två dagar i veckan',
    lines: true,
    nullable: true,
  })
  text: string | null;
}

/** The clock in figures, in Swedish working days: "dag 2 av 3". */
export class HandoverClockView implements ClockReading {
  @OneOf(CLOCK_STAGES, 'ClockStage', { description: 'What is waited for; null when nothing is.', nullable: true }) stage: ClockStage | null;
  @Instant({ description: 'When the limit is reached.', nullable: true }) dueAt: string | null;
  @Whole(0, 10_000, { description: 'Which working day it is since the stage began.', example: 2 }) day: number;
  @Whole(0, 10_000, { description: 'How many there are.', example: 3 }) ofDays: number;
  @Flag({ description: 'The limit has passed.', example: false }) overdue: boolean;
  @OneOf(TIMERS, 'HandoverTimer', { description: 'What happens by itself next.', nullable: true }) nextTimer: Timer | null;
  @Instant({ description: 'When.', nullable: true }) nextTimerAt: string | null;
  @Day({ description: 'On hold until the beginning of this day.', nullable: true }) heldUntil: string | null;
  @Whole(0, 10_000, { description: 'Working days it has been on hold in all.', example: 0 }) heldDays: number;
}

export class HandoverCheckView {
  @Text(1, 200, { description: 'What the link asks to be done.', example: 'Dag när sjukpenningen ändras är sagd till personen' }) text: string;
  @Flag({ description: 'Done, says the sender.' }) done: boolean;
}

/** All that the receiver may see before saying yes. Sending it is a disclosure; what it says is frozen then. */
export class HandoverPreviewView {
  @Text(1, 161, { description: 'The name of the person it concerns.', example: 'Eva Lind' }) personName: string;
  @OneOf(HANDOVER_SCOPES, 'HandoverScope', { description: 'What is handed over.' }) scope: HandoverScope;
  @Text(0, ASKED_MAX, { description: 'What is asked.', example: 'Ta över som ansvarig för nästa steg.', lines: true }) asked: string;
  @Text(0, HANDOVER_REASON_MAX, { description: 'Why.', example: 'Eva är redo att börja söka arbete.', lines: true }) why: string;
  @Day({ description: 'Latest day to answer; null where a lost owner made it, who asked for none.', nullable: true }) answerBy: string | null;
  @Day({ description: 'When it was sent; today for a draft.' }) date: string;
  @ListOf(() => HandoverCheckView, 20, { description: 'The link’s checklist as the sender left it.' }) checklist: HandoverCheckView[];
  @Part(() => InvitationSenderView, { description: 'Who asks.' }) sender: InvitationSenderView;
}

/** The receiver’s four answers. */
export class HandoverAnswersView {
  @Flag({ description: 'Understands what is asked.' }) understood: boolean;
  @Flag({ description: 'It is possible.' }) possible: boolean;
  @Text(1, ANSWER_MAX, { description: 'How it will be done.', example: 'Jag ringer Eva på fredag.', lines: true }) how: string;
  @OneOf(MANDATES, 'Mandate', { description: 'What mandate the receiver has.' }) mandate: Mandate;
}

/** The words; null for readers who may see that there is a handover but not what it says. */
export class HandoverContentView {
  @Text(0, ASKED_MAX, { description: 'What is asked.', example: 'Ta över som ansvarig för nästa steg.', lines: true }) asked: string;
  @Text(0, HANDOVER_REASON_MAX, { description: 'Why.', example: 'Eva är redo att börja söka arbete.', lines: true }) reason: string;
  @ListOf(() => HandoverCheckView, 20, { description: 'The link’s checklist.' }) checklist: HandoverCheckView[];
  @Part(() => HandoverPreviewView, { description: 'What the receiver sees; of a draft, what it would see.' }) preview: HandoverPreviewView;
  @Part(() => HandoverAnswersView, { description: 'The receiver’s answers, from acceptance.', nullable: true }) answers: HandoverAnswersView | null;
  @Text(0, ANSWER_MAX, { description: 'Why the receiver said no, in words.', example: 'Vi har inget uppdrag.', nullable: true, lines: true })
  declineText: string | null;
  @Text(0, ANSWER_MAX, { description: 'Why it is on hold.', example: 'Eva är på sjukhus.', nullable: true, lines: true }) holdReason: string | null;
  @Text(0, ANSWER_MAX, { description: 'How it went.', example: 'Eva har börjat arbetsträna.', nullable: true, lines: true }) outcome: string | null;
}

export class HandoverQuestionView {
  @Uuid({ description: 'The question.' }) id: string;
  @Text(1, QUESTION_MAX, { description: 'What the receiver asks.', example: 'När slutar sjukpenningen?', lines: true }) question: string;
  @Part(() => StaffRef, { description: 'Who asks.' }) askedBy: StaffRef;
  @Instant({ description: 'When.' }) askedAt: string;
  @Text(1, ANSWER_MAX, { description: 'The sender’s answer; null while it waits.', example: 'Den 31 mars.', nullable: true, lines: true }) answer:
    string | null;
  @Part(() => StaffRef, { description: 'Who answered.', nullable: true }) answeredBy: StaffRef | null;
  @Instant({ description: 'When.', nullable: true }) answeredAt: string | null;
}

/** One move of the baton. */
export class HandoverEventView {
  @Text(1, 40, { description: 'The move or event.', example: 'offer' }) act: string;
  @Instant({ description: 'When, domain time.' }) at: string;
  @Part(() => StaffRef, { description: 'By whom; null: by itself, or by the person.', nullable: true }) by: StaffRef | null;
  @OneOf(HANDOVER_STATES, 'HandoverState', { description: 'From.' }) fromState: HandoverState;
  @OneOf(HANDOVER_STATES, 'HandoverState', { description: 'To.' }) toState: HandoverState;
  @Text(1, 40, { description: 'Code of the reason, where there is one.', example: 'WRONG_UNIT', nullable: true }) reasonCode: string | null;
  @Text(1, 20, { description: 'Whose turn it became.', example: 'RECEIVER' }) court: string;
}

export class HandoverSenderRef {
  @Text(1, 161, { description: 'Name.', example: 'Karin Berg' }) name: string;
  @Text(1, 80, { description: 'Given name.', example: 'Karin' }) givenName: string;
  @Part(() => OrganisationRef, { description: 'Where they work.' }) organisation: OrganisationRef;
}

/** For the sentence on the person’s own page: who has not answered yet, and who holds it until then. */
export class PersonHandoverView {
  @OneOf(HANDOVER_SCOPES, 'HandoverScope', { description: 'What is handed over.' }) scope: HandoverScope;
  @OneOf(HANDOVER_STATES, 'HandoverState', { description: 'Where it stands.' }) state: HandoverState;
  @Part(() => OrganisationRef, { description: 'Who has been asked.' }) toOrganisation: OrganisationRef;
  @Whole(0, 10_000, { description: 'Which working day it is.', example: 2 }) day: number;
  @Whole(0, 10_000, { description: 'Of how many.', example: 3 }) ofDays: number;
  @Part(() => HandoverSenderRef, { description: 'Who holds it until somebody has said yes.' }) sender: HandoverSenderRef;
}
