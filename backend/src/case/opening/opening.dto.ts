import { Equals } from 'class-validator';
import { ASKING_FORMS, type AskingForm, NEXT_STEP_MAX, REASON_MAX } from '@samspel/shared/case/case.ts';
import { Day, Flag, OneOf, Part, Pattern, Text } from '../../platform/openapi/fields.ts';

/** The person said yes to the question whether they already have a team. Without it nothing is looked up. */
export class ConsentToAskInput {
  @OneOf(ASKING_FORMS, 'AskingForm', { description: 'How the person said yes.' }) form: AskingForm;
  @Day({ description: 'When; today or earlier.' }) askedOn: string;
  @Equals(true)
  @Flag({ description: 'The person said yes. Only true is accepted.' })
  saidYes: boolean;
}

export class NextStepInput {
  @Text(1, NEXT_STEP_MAX, { description: 'What happens next, in words the person understands too.', example: 'Karin ringer Eva om läkarintyget.' })
  text: string;
  @Day({ description: 'When it shall be done, if a day has been agreed.', example: '2026-11-30', optional: true, nullable: true }) due?:
    string | null;
}

/** BCP 47 language tag, kept short on purpose: `sv`, `ar`, `so`, `zh-Hans`. */
export const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z]{2,8})?$/;

export class OpenCaseInput {
  @Text(10, 20, { description: 'Personnummer or samordningsnummer, 10 or 12 digits. Never in an address, never echoed.', example: '19800826-2381' })
  personalNumber: string;
  @Text(1, 80, { description: 'Given name.', example: 'Eva' }) givenName: string;
  @Text(1, 80, { description: 'Family name.', example: 'Lind' }) familyName: string;
  @Pattern(LANGUAGE, { description: 'Language the person reads.', example: 'sv', optional: true }) language?: string;
  @Pattern(LANGUAGE, { description: 'Language to interpret, if an interpreter is needed.', example: 'ar', optional: true, nullable: true })
  interpreterLanguage?: string | null;
  @Text(1, REASON_MAX, {
    description: 'Why several organisations need to work together around the person.',
    example: 'Eva är sjukskriven och behöver stöd från flera.',
    lines: true,
  })
  reason: string;
  @Part(() => ConsentToAskInput, { description: 'The person’s yes to asking.' }) consentToAsk: ConsentToAskInput;
  @Part(() => NextStepInput, { description: 'The first next step, if one is agreed.', optional: true }) nextStep?: NextStepInput;
  @Text(0, 200, { description: 'Which questions go to whoever opens the case.', example: 'Sjukpenning och samordning', optional: true })
  questionArea?: string;
}

/** All that is said when the person already has a team: no id, no organisations. */
export class AskedToJoinView {
  @Text(1, 300, { description: 'Swedish, to show as it stands.', example: 'Eva har redan ett team. Din förfrågan har gått till samordnaren.' })
  message: string;
}
