import { Text } from '../platform/openapi/fields.ts';

/** An act the reader can see but may not do now, so that the client shows it disabled with its reason instead of guessing. */
export class BlockedView {
  @Text(1, 60, { description: 'The act.', example: 'case.close' }) action: string;
  @Text(1, 60, { description: 'Why not, as a code the client puts into words.', example: 'consent_missing' }) because: string;
}
