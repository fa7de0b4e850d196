import { MAIL_FAILURE_REASONS, type MailFailureReason } from '@samspel/shared/mail/mail-failure.ts';
import { Instant, ListOf, OneOf, Text, Uuid, Whole } from '../platform/openapi/fields.ts';

export class MailFailureView {
  @Uuid({ description: 'The mail that was given up.' }) id: string;
  @Text(1, 60, { description: 'What kind of mail it was.', example: 'alert' }) kind: string;
  @Instant({ description: 'When the last attempt failed, real time.' }) failedAt: string;
  @Whole(1, 1000, { description: 'How often it was tried.', example: 15 }) attempts: number;
  @OneOf(MAIL_FAILURE_REASONS, 'MailFailureReason', { description: 'Why the last attempt failed.' }) reason: MailFailureReason;
}

export class MailFailureList {
  @ListOf(() => MailFailureView, 100, { description: 'Newest first.' }) items: MailFailureView[];
  @Text(1, 400, { description: 'Give it as `cursor` for the next page; missing on the last.', optional: true }) nextCursor?: string;
}
