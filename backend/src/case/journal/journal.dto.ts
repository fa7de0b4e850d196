import { Day, Flag, Text, Whole } from '../../platform/openapi/fields.ts';

export class JournalQuery {
  @Day({ description: 'Which day; today when absent.', optional: true }) day?: string;
}

export class JournalStateView {
  @Day({ description: 'The day.' }) day: string;
  @Whole(0, 10_000, { description: 'How many acts of the reader’s own that day.', example: 2 }) acts: number;
  @Flag({ description: 'Ticked as written in the own organisation’s records.', example: false }) marked: boolean;
}

export class JournalTextView extends JournalStateView {
  @Text(0, 200_000, {
    description: 'The reader’s own acts in this case that day, as clean Swedish text to copy; empty when there are none.',
    example: 'Ärende S-0412, Eva Lind\nMåndag 23 november 2026\n\nKl. 14.10 Satte nästa steg: Ring Gunilla.',
    lines: true,
  })
  text: string;
}
