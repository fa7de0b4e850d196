import { EMAIL } from '@samspel/shared/organisation/organisation.ts';
import { Instant, Pattern, Text } from '../../platform/openapi/fields.ts';

export class MyMailInput {
  @Text(3, 254, { description: 'Where to.', example: 'eva.lind@example.se' })
  @Pattern(EMAIL, { description: 'Where to.', example: 'eva.lind@example.se' })
  email: string;
}

export class MyMailView {
  @Text(3, 254, { description: 'Where mails go; null when the person has not asked for any.', example: 'eva.lind@example.se', nullable: true })
  email: string | null;
  @Instant({ description: 'Since when; null when not asked for.', nullable: true }) since: string | null;
}
