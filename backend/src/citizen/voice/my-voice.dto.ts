import {
  MESSAGE_KINDS,
  MESSAGE_MAX,
  MESSAGE_STATES,
  type MessageKind,
  type MessageState,
  MY_MESSAGE_ACTIONS,
  type MyMessageAction,
  OWN_WORDS_MAX,
  RATING_MAX,
  REMARK_KINDS,
  type RemarkKind,
  REQUEST_KINDS,
  type RequestKind,
  STOP_REASONS,
  type StopReason,
} from '@samspel/shared/citizen/voice.ts';
import { RECORDED_FORMS, type RecordedForm } from '@samspel/shared/plan/plan.ts';
import { OrganisationRef } from '../../organisation/refs.dto.ts';
import { Day, Instant, ListOf, ListOfOneOf, OneOf, Part, Text, Uuid, Whole } from '../../platform/openapi/fields.ts';
import { RatingView } from './voice.dto.ts';

const WORDS = 'Jag har ringt tre gånger och får inget svar.';
const MATTERS = 'Att orka leka med barnen.';

export class MyStopInput {
  @Uuid({ description: 'What of the plan has stopped; absent: no step in particular.', optional: true }) itemId?: string;
  @Uuid({ description: 'The handover that has stopped; never beside `itemId`.', optional: true }) handoverId?: string;
  @OneOf(STOP_REASONS, 'StopReason', { description: 'Why.' }) reason: StopReason;
  @Text(0, MESSAGE_MAX, { description: 'In own words.', example: WORDS, optional: true, lines: true }) text?: string;
}

export class MyRemarkInput {
  @Uuid({ description: 'What of the published plan it is about.' }) itemId: string;
  @OneOf(REMARK_KINDS, 'RemarkKind', { description: 'A comment, or that the person does not agree.' }) kind: RemarkKind;
  @Text(1, MESSAGE_MAX, { description: 'In own words.', example: 'Jag vill hellre träna hemma.', lines: true }) text: string;
}

export class MyRequestInput {
  @OneOf(REQUEST_KINDS, 'RequestKind', { description: 'What the person asks for.' }) kind: RequestKind;
}

export class MyWordsInput {
  @Text(1, OWN_WORDS_MAX, { description: 'In own words.', example: MATTERS, lines: true }) text: string;
}

export class MyRatingInput {
  @Whole(0, RATING_MAX, { description: 'How much the plan helps right now; 0 not at all.', example: 7 }) value: number;
}

export class MyResponderView {
  @Text(1, 80, { description: 'Given name.', example: 'Karin' }) givenName: string;
  @Part(() => OrganisationRef, { description: 'Where they work.' }) organisation: OrganisationRef;
}

export class MyResponsibleView extends MyResponderView {
  @Text(1, 40, { description: 'Phone; the unit’s when they have none of their own.', example: '0980-319 202', nullable: true }) phone: string | null;
}

export class MyAboutView {
  @Text(1, MESSAGE_MAX, { description: 'The words of the step it is about.', example: 'Du tränar två gånger i veckan.', lines: true }) words: string;
}

export class MyMessageView {
  @Uuid({ description: 'The message.' }) id: string;
  @OneOf(MESSAGE_KINDS, 'MessageKind', { description: 'What it is.' }) kind: MessageKind;
  @Part(() => MyAboutView, { description: 'What of the plan it is about; null when it is about nothing in particular.', nullable: true })
  about: MyAboutView | null;
  @OneOf(STOP_REASONS, 'StopReason', { description: 'Why it has stopped; of a STOP only.', nullable: true }) reason: StopReason | null;
  @Text(0, MESSAGE_MAX, { description: 'The person’s own words; may be empty.', example: WORDS, lines: true }) text: string;
  @Instant({ description: 'When it was said.' }) madeAt: string;
  @OneOf(RECORDED_FORMS, 'RecordedForm', { description: 'Set when staff wrote it down for the person.', nullable: true })
  recordedForm: RecordedForm | null;
  @OneOf(MESSAGE_STATES, 'MessageState', { description: 'Whether it waits for an answer.' }) state: MessageState;
  @Part(() => MyResponsibleView, { description: 'Who sees to it that there is an answer.' }) responsible: MyResponsibleView;
  @Day({ description: 'The last day on which the answer is in time.' }) dueOn: string;
  @Text(1, MESSAGE_MAX, { description: 'The answer.', example: 'Jag ringer dig i eftermiddag.', nullable: true, lines: true }) answer: string | null;
  @Part(() => MyResponderView, { description: 'Who answered.', nullable: true }) answeredBy: MyResponderView | null;
  @Instant({ description: 'When.', nullable: true }) answeredAt: string | null;
  @ListOfOneOf(MY_MESSAGE_ACTIONS, 'MyMessageAction', 0, MY_MESSAGE_ACTIONS.length, { description: 'What the person may do now.' })
  actions: MyMessageAction[];
}

export class MyMessageList {
  @ListOf(() => MyMessageView, 500, { description: 'Newest first.' }) items: MyMessageView[];
}

export class MyRatingList {
  @ListOf(() => RatingView, 2000, { description: 'Oldest first.' }) items: RatingView[];
}

export class MyMeetingView {
  @Uuid({ description: 'The meeting.' }) id: string;
  @Instant({ description: 'When it begins.' }) at: string;
}

/** Empty until meetings are planned in here. */
export class MyMeetingList {
  @ListOf(() => MyMeetingView, 100, { description: 'The next one first.' }) items: MyMeetingView[];
}
