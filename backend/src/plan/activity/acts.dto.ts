import {
  ACTIVITY_DECLINE_CODES,
  ACTIVITY_NOTE_MAX,
  type ActivityCancelCode,
  type ActivityDeclineCode,
  BLOCK_CATEGORIES,
  type BlockCategory,
} from '@samspel/shared/plan/plan.ts';
import { Day, OneOf, Text } from '../../platform/openapi/fields.ts';

/** Reasons somebody chooses; the others follow from closing the case and from a consent taken back. */
const CHOSEN_CANCEL_CODES = ['NOT_NEEDED', 'REPLACED', 'PERSON_DECLINES'] as const satisfies readonly ActivityCancelCode[];

export class AcceptActivityInput {
  @Day({ description: 'When it shall be done; absent: as it was asked for.', optional: true }) dueOn?: string;
  @Day({ description: 'When it begins; absent: as it was asked for.', optional: true }) startOn?: string;
}

export class RefuseActivityInput {
  @OneOf(ACTIVITY_DECLINE_CODES, 'ActivityDeclineCode', { description: 'Why.' }) code: ActivityDeclineCode;
  @Text(0, ACTIVITY_NOTE_MAX, {
    description: 'In words, to those who read the activity.',
    example: 'Vi har ingen plats före jul.',
    optional: true,
    lines: true,
  })
  text?: string;
  @Text(0, 500, { description: 'What could be done instead.', example: 'Fråga kommunens arbetsmarknadsenhet.', optional: true, lines: true })
  suggestion?: string;
}

export class BlockActivityInput {
  @OneOf(BLOCK_CATEGORIES, 'BlockCategory', { description: 'What stands in the way.' }) category: BlockCategory;
  @Text(0, ACTIVITY_NOTE_MAX, {
    description: 'In words, to those who read the activity.',
    example: 'Vi väntar på läkarutlåtandet.',
    optional: true,
    lines: true,
  })
  text?: string;
}

export class CancelActivityInput {
  @OneOf(CHOSEN_CANCEL_CODES, 'ActivityChosenCancelCode', { description: 'Why.' }) code: (typeof CHOSEN_CANCEL_CODES)[number];
  @Text(0, ACTIVITY_NOTE_MAX, {
    description: 'In words, to those who read the activity.',
    example: 'Eva vill inte längre.',
    optional: true,
    lines: true,
  })
  text?: string;
}

export class ActivityNoteInput {
  @Text(1, ACTIVITY_NOTE_MAX, { description: 'How it goes, to those who read the activity.', example: 'Tre samtal är gjorda.', lines: true })
  text: string;
}
