import { ACTIVITY_PROVIDERS, PLAIN_TEXT_MAX, PLAN_TEXT_MAX, type ActivityProvider } from '@samspel/shared/plan/plan.ts';
import { Day, Flag, OneOf, Text, Uuid } from '../../platform/openapi/fields.ts';

export class ActivityEdit {
  @Text(1, PLAN_TEXT_MAX, { description: 'What is to be done.', example: 'Samtal hos kurator.', lines: true }) text: string;
  @Text(0, PLAIN_TEXT_MAX, {
    description: 'Med enkla ord: what the person reads.',
    example: 'Du pratar med kuratorn.',
    optional: true,
    nullable: true,
    lines: true,
  })
  plain?: string | null;
  @Text(0, 200, { description: 'How often or how much.', example: 'Varannan vecka, sex gånger', optional: true, nullable: true }) extent?:
    string | null;
  @Uuid({ description: 'The goal it is for.', optional: true, nullable: true }) goalId?: string | null;
  @OneOf(ACTIVITY_PROVIDERS, 'ActivityProvider', { description: 'By an organisation of the team, by somebody else, or by the person.' })
  provider: ActivityProvider;
  @Uuid({
    description: 'Who answers for it: the writer, or a colleague of the same organisation in the team. The writer when absent.',
    optional: true,
    nullable: true,
  })
  ownerId?: string | null;
  @Uuid({
    description: 'Another organisation of the team that is asked to take it. Whoever asks answers for it until that one has said yes.',
    optional: true,
    nullable: true,
  })
  requestedOrganisationId?: string | null;
  @Uuid({ description: 'Whom of the asked organisation, when somebody is named.', optional: true, nullable: true }) requestedStaffId?: string | null;
  @Uuid({ description: 'Only for OTHER_MEASURE: the contact who does it.', optional: true, nullable: true }) performerContactId?: string | null;
  @Uuid({ description: 'Who steps in: of the owner’s organisation, in the team.', optional: true, nullable: true }) deputyId?: string | null;
  @Day({ description: 'When it begins.', optional: true, nullable: true }) startOn?: string | null;
  @Day({ description: 'When it shall be done.' }) dueOn: string;
  @Uuid({ description: 'The activity it comes after; absent: beside the others.', optional: true, nullable: true }) afterId?: string | null;
}

export class NewActivity extends ActivityEdit {
  @Flag({ description: 'Share it with the team at once; otherwise it is a draft of the writer’s organisation.', optional: true }) share?: boolean;
}
