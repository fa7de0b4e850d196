import { AMBITION_LEVELS, type AmbitionLevel } from '@samspel/shared/case/case.ts';
import { StaffRef } from '../../organisation/refs.dto.ts';
import { Instant, ListOf, OneOf, Part } from '../../platform/openapi/fields.ts';

export class AmbitionInput {
  @OneOf(AMBITION_LEVELS, 'AmbitionLevel', { description: 'How far the organisations have agreed to go together.' }) level: AmbitionLevel;
}

export class AmbitionChangeView extends AmbitionInput {
  @Instant({ description: 'Since when.' }) from: string;
  @Part(() => StaffRef, { description: 'Who wrote it down.' }) by: StaffRef;
}

export class AmbitionView extends AmbitionInput {
  @Instant({ description: 'Since when.' }) from: string;
  @ListOf(() => AmbitionChangeView, 200, { description: 'Every level so far, newest first, the present one included.' })
  history: AmbitionChangeView[];
}
