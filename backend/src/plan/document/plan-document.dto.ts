import { DOCUMENT_VARIANTS, type DocumentVariant } from '@samspel/shared/plan/my-plan.ts';
import { OneOf, Whole } from '../../platform/openapi/fields.ts';

export class MyDocumentQuery {
  @OneOf(DOCUMENT_VARIANTS, 'DocumentVariant', {
    description: 'The complete plan, or the one in simple Swedish, which is the default.',
    optional: true,
  })
  variant: DocumentVariant = 'simple';
}

export class PlanDocumentQuery {
  @OneOf(DOCUMENT_VARIANTS, 'DocumentVariant', { description: 'The complete plan, the default, or the person’s in simple Swedish.', optional: true })
  variant: DocumentVariant = 'staff';
  @Whole(1, 1_000_000, { description: 'A published version; absent: the working copy, marked so.', optional: true }) version?: number;
}
