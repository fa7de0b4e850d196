import { Day, Instant, Text } from '../../platform/openapi/fields.ts';

export class NextStepView {
  @Text(1, 300, { description: 'What happens next.', example: 'Karin ringer Eva om läkarintyget.' }) text: string;
  @Day({ description: 'When it shall be done.', nullable: true }) due: string | null;
  @Instant({ description: 'When it was set.' }) setAt: string;
}
