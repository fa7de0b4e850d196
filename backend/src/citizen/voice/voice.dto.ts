import { OWN_WORDS_MAX, RATING_MAX } from '@samspel/shared/citizen/voice.ts';
import { RECORDED_FORMS, type RecordedForm } from '@samspel/shared/plan/plan.ts';
import { Day, ListOf, OneOf, Part, Text, Whole } from '../../platform/openapi/fields.ts';
import { PersonMessageView } from './person-message.dto.ts';

const FORM = { description: 'How the person said it.' };

export class TellWordsInput {
  @Text(1, OWN_WORDS_MAX, { description: 'What matters to the person, in their words.', example: 'Att orka leka med barnen.', lines: true })
  text: string;
  @OneOf(RECORDED_FORMS, 'RecordedForm', FORM) form: RecordedForm;
}

export class TellRatingInput {
  @Whole(0, RATING_MAX, { description: 'How much the plan helps the person, 0 not at all.', example: 7 }) value: number;
  @Day({ description: 'The day the person said so; today or earlier.' }) on: string;
  @OneOf(RECORDED_FORMS, 'RecordedForm', FORM) form: RecordedForm;
}

export class RatingView {
  @Day({ description: 'The day.' }) on: string;
  @Whole(0, RATING_MAX, { description: 'How much the plan helps the person, 0 not at all.', example: 7 }) value: number;
  @OneOf(RECORDED_FORMS, 'RecordedForm', { description: 'Set when staff wrote it down for the person.', nullable: true })
  recordedForm: RecordedForm | null;
}

/** What the person says, as the team’s page of the case carries it. */
export class VoiceView {
  @ListOf(() => PersonMessageView, 100, { description: 'What waits for an answer, whichever is due first.' }) openMessages: PersonMessageView[];
  @Part(() => RatingView, { description: 'The latest answer to how much the plan helps.', nullable: true }) rating: RatingView | null;
  @ListOf(() => RatingView, 12, { description: 'The latest twelve, oldest first.' }) ratings: RatingView[];
}
