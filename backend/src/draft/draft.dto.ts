import { DRAFT_MAX } from '@samspel/shared/note/note.ts';
import { Instant, Text } from '../platform/openapi/fields.ts';

export class DraftInput {
  @Text(0, DRAFT_MAX, { description: 'What has been typed so far.', example: 'Eva provade att', lines: true }) text: string;
}

export class DraftView {
  @Text(0, DRAFT_MAX, { description: 'What had been typed; empty when there is no draft.', example: 'Eva provade att', lines: true }) text: string;
  @Instant({ description: 'When it was kept; null when there is no draft.', nullable: true }) updatedAt: string | null;
}
