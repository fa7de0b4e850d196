import { MESSAGE_MAX } from '@samspel/shared/citizen/voice.ts';
import { Pattern, Text, Uuid } from '../../platform/openapi/fields.ts';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?(Z|[+-]\d{2}:\d{2})$/;

export class LogQuestionInput {
  @Uuid({ description: 'The organisation that looked.' }) organisationId: string;
  @Pattern(INSTANT, { description: 'When, as the log says.', example: '2026-11-20T08:12:00Z' }) lookedAt: string;
  @Text(1, MESSAGE_MAX, { description: 'What the person wonders.', example: 'Varför behövde ni läsa min plan i fredags?', lines: true }) text: string;
}
