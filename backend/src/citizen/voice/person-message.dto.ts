import {
  MESSAGE_KINDS,
  MESSAGE_MAX,
  MESSAGE_STATES,
  type MessageKind,
  type MessageState,
  PERSON_MESSAGE_ACTIONS,
  type PersonMessageAction,
  STOP_REASONS,
  type StopReason,
  TOLD_KINDS,
  type ToldKind,
} from '@samspel/shared/citizen/voice.ts';
import { RECORDED_FORMS, type RecordedForm } from '@samspel/shared/plan/plan.ts';
import { BlockedView } from '../../access/availability.dto.ts';
import { StaffRef } from '../../organisation/refs.dto.ts';
import { Instant, ListOf, ListOfOneOf, OneOf, Part, Text, Uuid, Whole } from '../../platform/openapi/fields.ts';

const WORDS = 'Jag har ringt tre gånger och får inget svar.';
const FORM = { description: 'How the person said it.' };

export class PersonMessageQuery {
  @OneOf(MESSAGE_STATES, 'MessageState', { description: 'Only those in this state; absent: all.', optional: true }) state?: MessageState;
}

/** What staff write down for the person, who has said it to them. */
export class TellMessageInput {
  @OneOf(TOLD_KINDS, 'ToldKind', { description: 'What the person wants.' }) kind: ToldKind;
  @Uuid({ description: 'The item of the plan it is about; required for COMMENT and OBJECTION.', optional: true }) itemId?: string;
  @OneOf(STOP_REASONS, 'StopReason', { description: 'Why it has stopped; required for STOP, nothing else has it.', optional: true })
  reason?: StopReason;
  @Text(0, MESSAGE_MAX, { description: 'In the person’s words; required for COMMENT and OBJECTION.', example: WORDS, lines: true }) text: string;
  @OneOf(RECORDED_FORMS, 'RecordedForm', FORM) form: RecordedForm;
}

export class AnswerMessageInput {
  @Text(1, MESSAGE_MAX, { description: 'The answer, to the person.', example: 'Jag ringer dig i eftermiddag.', lines: true }) text: string;
}

/** Words that staff wrote down for the person. */
export class RecordedView {
  @Part(() => StaffRef, { description: 'Who wrote it down.' }) by: StaffRef;
  @OneOf(RECORDED_FORMS, 'RecordedForm', FORM) form: RecordedForm;
}

export class PersonMessageView {
  @Uuid({ description: 'The message.' }) id: string;
  @OneOf(MESSAGE_KINDS, 'MessageKind', { description: 'What the person wants.' }) kind: MessageKind;
  @Uuid({ description: 'The item of the plan it is about, when the reader reads that.', nullable: true }) itemId: string | null;
  @Uuid({ description: 'The handover it is about.', nullable: true }) handoverId: string | null;
  @Text(0, MESSAGE_MAX, { description: 'The words of that item.', example: 'Träna två gånger i veckan.', nullable: true, lines: true })
  about: string | null;
  @OneOf(STOP_REASONS, 'StopReason', { description: 'Why it has stopped; of a STOP only.', nullable: true }) reason: StopReason | null;
  @Text(0, MESSAGE_MAX, { description: 'What the person says; may be empty for a STOP or a request.', example: WORDS, lines: true }) text: string;
  @Instant({ description: 'When it was said.' }) madeAt: string;
  @Part(() => RecordedView, { description: 'Set when staff wrote it down for the person.', nullable: true }) recorded: RecordedView | null;
  @OneOf(MESSAGE_STATES, 'MessageState', { description: 'Whether the person waits.' }) state: MessageState;
  @Part(() => StaffRef, { description: 'Who sees to it that the person is answered.' }) responsible: StaffRef;
  @Instant({ description: 'When the person is to have an answer.' }) dueAt: string;
  @Text(1, MESSAGE_MAX, {
    description: 'What the person was answered, for readers of the organisation that answered: it is not handed on to another.',
    example: 'Jag ringer dig i eftermiddag.',
    nullable: true,
    lines: true,
  })
  answer: string | null;
  @Part(() => StaffRef, { description: 'Who answered.', nullable: true }) answeredBy: StaffRef | null;
  @Instant({ description: 'When.', nullable: true }) answeredAt: string | null;
  @Whole(1, 1_000_000, { description: 'For If-Match.' }) version: number;
  @ListOfOneOf(PERSON_MESSAGE_ACTIONS, 'PersonMessageAction', 0, PERSON_MESSAGE_ACTIONS.length, { description: 'What the reader may do now.' })
  actions: PersonMessageAction[];
  @ListOf(() => BlockedView, PERSON_MESSAGE_ACTIONS.length, { description: 'What the reader may not do now, and why.' }) blocked: BlockedView[];
}

export class PersonMessageList {
  @ListOf(() => PersonMessageView, 500, { description: 'Those that wait first, whichever is due first; then newest first.' })
  items: PersonMessageView[];
}
