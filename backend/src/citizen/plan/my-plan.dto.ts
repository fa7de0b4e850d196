import { ATTAINMENTS, GOAL_KINDS, PLAN_TYPES, type Attainment, type GoalKind, type PlanType } from '@samspel/shared/plan/plan.ts';
import {
  MY_ACTIVITY_ACTIONS,
  MY_ACTIVITY_STATES,
  MY_DOERS,
  MY_NEXT_KINDS,
  type MyActivityAction,
  type MyActivityState,
  type MyDoer,
  type MyNextKind,
} from '@samspel/shared/plan/my-plan.ts';
import { OrganisationRef } from '../../organisation/refs.dto.ts';
import { Day, Flag, Instant, ListOf, ListOfOneOf, ListOfUuid, OneOf, Part, Text, Uuid, Whole } from '../../platform/openapi/fields.ts';

/** The person’s own words, or words of theirs the team has published. */
export class MyWordsView {
  @Uuid({ description: 'The item: what a stop, a comment or an objection is about.' }) itemId: string;
  @Text(1, 2000, { description: 'The words.', example: 'Att orka hämta barnen på förskolan.', lines: true }) text: string;
}

export class MyEarlySignView extends MyWordsView {
  @Text(1, 2000, { description: 'Whom to call, in words.', example: 'Ring Lena på vårdcentralen.', nullable: true, lines: true })
  call: string | null;
}

export class MyDoerView {
  @Text(1, 161, { description: 'Name.', example: 'Karin Berg' }) name: string;
  @Text(1, 80, { description: 'Given name; null for somebody outside the team.', example: 'Karin', nullable: true }) givenName: string | null;
  @Part(() => OrganisationRef, { description: 'Where they work; null for somebody outside the team.', nullable: true })
  organisation: OrganisationRef | null;
  @Text(0, 160, { description: 'Workplace of somebody outside the team; else null.', example: 'Träningshallen', nullable: true })
  worksAt: string | null;
}

export class MyColleagueView {
  @Text(1, 80, { description: 'Given name.', example: 'Karin' }) givenName: string;
  @Part(() => OrganisationRef, { description: 'Where they work.' }) organisation: OrganisationRef;
}

/** Who answers until somebody else has said yes. */
export class MyAnswererView extends MyColleagueView {
  @Text(1, 40, { description: 'Where to call; the unit’s number when they have none of their own.', example: '0980-319 202', nullable: true })
  phone: string | null;
}

export class MyActivityAfterView {
  @Uuid({ description: 'What comes first.' }) id: string;
  @Text(1, 2000, { description: 'In the words the person reads.', example: 'Prata med din chef.', lines: true }) words: string;
}

export class MyActivityHandoverView {
  @Part(() => OrganisationRef, { description: 'Who has been asked to take it over and has not said yes.' }) toOrganisation: OrganisationRef;
  @Whole(0, 10_000, { description: 'Which working day it is since they were asked.', example: 2 }) day: number;
}

export class MyActivityView {
  @Uuid({ description: 'The activity.' }) id: string;
  @Text(1, 2000, { description: 'What the person reads: the plain words when there are any.', example: 'Du tränar i lugn takt.', lines: true })
  words: string;
  @Text(1, 2000, { description: 'The team’s words.', example: 'Individuellt anpassad konditionsträning.', lines: true }) text: string;
  @OneOf(MY_DOERS, 'MyDoer', { description: 'Who does it.' }) doneBy: MyDoer;
  @Part(() => MyDoerView, { description: 'By name; null when the person does it, or nobody has said yes.', nullable: true }) who: MyDoerView | null;
  @OneOf(MY_ACTIVITY_STATES, 'MyActivityState', { description: 'How it goes. WAITING: nobody has said yes.' }) state: MyActivityState;
  @Part(() => OrganisationRef, { description: 'Who has been asked and has not answered.', nullable: true }) asked: OrganisationRef | null;
  @Part(() => MyAnswererView, { description: 'Who answers for it now.' }) holds: MyAnswererView;
  @Day({ description: 'From when.', nullable: true }) startOn: string | null;
  @Day({ description: 'By when.' }) dueOn: string;
  @Part(() => MyActivityAfterView, { description: 'What comes first; null when nothing has to.', nullable: true }) after: MyActivityAfterView | null;
  @Flag({ description: 'The day has passed and it is not done.', example: false }) overdue: boolean;
  @Part(() => MyActivityHandoverView, { description: 'Being handed over; null when it is not.', nullable: true })
  handover: MyActivityHandoverView | null;
  @ListOfOneOf(MY_ACTIVITY_ACTIONS, 'MyActivityAction', 0, MY_ACTIVITY_ACTIONS.length, { description: 'What the person may do now.' })
  actions: MyActivityAction[];
}

export class MyGoalView {
  @Uuid({ description: 'The goal.' }) id: string;
  @Text(1, 2000, {
    description: 'What the person reads: plain words, else their own, else the team’s.',
    example: 'Jag orkar jobba halvtid.',
    lines: true,
  })
  words: string;
  @Text(1, 2000, { description: 'The team’s words.', example: 'Arbeta 50 procent från april.', lines: true }) text: string;
  @Text(1, 2000, { description: 'The person’s own words.', example: 'Jag vill tillbaka till mina kollegor.', nullable: true, lines: true })
  ownWords: string | null;
  @OneOf(GOAL_KINDS, 'GoalKind', { description: 'Main goal, or a step on the way.' }) kind: GoalKind;
  @Uuid({ description: 'The main goal this is a step of.', nullable: true }) parentId: string | null;
  @Flag({ description: 'Written by the person themself, who may change it.', example: false }) mine: boolean;
  @OneOf(ATTAINMENTS, 'Attainment', { description: 'How far it has come; null when nobody has said.', nullable: true }) attainment: Attainment | null;
  @ListOf(() => MyActivityView, 200, { description: 'What is done to reach it.' }) activities: MyActivityView[];
}

export class MyNextView {
  @OneOf(MY_NEXT_KINDS, 'MyNextKind', { description: 'An activity of the plan, or the team’s next step.' }) kind: MyNextKind;
  @Uuid({ description: 'The activity; null for the next step.', nullable: true }) activityId: string | null;
  @Text(1, 2000, { description: 'What happens next.', example: 'Karin ringer din chef.', lines: true }) words: string;
  @Day({ description: 'By when; null when no day is set.', nullable: true }) on: string | null;
  @Flag({ description: 'The person is the one who does it.', example: false }) mine: boolean;
  @Part(() => MyDoerView, { description: 'Who does it; null when the person does.', nullable: true }) who: MyDoerView | null;
}

export class MyFollowUpView {
  @Day({ description: 'When the plan is followed up.' }) on: string;
  @Part(() => MyColleagueView, { description: 'Who calls; null when nobody is named.', nullable: true }) caller: MyColleagueView | null;
}

/** What has been published to the person, with how each thing goes just now. */
export class MyPlanBody {
  @OneOf(PLAN_TYPES, 'PlanType', { description: 'What kind of plan.' }) type: PlanType;
  @Whole(1, 1_000_000, { description: 'Which publication.' }) number: number;
  @Instant({ description: 'When it was published.' }) publishedAt: string;
  @Part(() => MyColleagueView, { description: 'Who published it.' }) publishedBy: MyColleagueView;
  @Part(() => MyWordsView, { description: 'What matters to the person.', nullable: true }) whatMatters: MyWordsView | null;
  @ListOf(() => MyWordsView, 200, { description: 'What works.' }) strengths: MyWordsView[];
  @ListOf(() => MyWordsView, 200, { description: 'What help is needed with.' }) needs: MyWordsView[];
  @ListOf(() => MyGoalView, 200, { description: 'Main goals, each followed by its steps.' }) goals: MyGoalView[];
  @ListOf(() => MyActivityView, 200, { description: 'What belongs to no goal.' }) otherActivities: MyActivityView[];
  @ListOfUuid(0, 200, { description: 'Which of the activities the person does themself.' }) mine: string[];
  @ListOf(() => MyEarlySignView, 200, { description: 'Early signs that it is getting worse.' }) earlySigns: MyEarlySignView[];
  @Part(() => MyNextView, { description: 'What happens next; null when nothing is planned.', nullable: true }) next: MyNextView | null;
  @Part(() => MyFollowUpView, { description: 'When it is followed up.', nullable: true }) followUp: MyFollowUpView | null;
  @Text(1, 160, { description: 'Who has the overall responsibility.', example: 'Sjöstads kommun', nullable: true }) responsibleAuthority:
    string | null;
  @Flag({ description: 'The person stands behind this version.', example: false }) agreed: boolean;
  @Instant({ description: 'Since when.', nullable: true }) agreedAt: string | null;
}

export class AgreeToMyPlanInput {
  @Whole(1, 1_000_000, { description: 'The version the person has read; 409 when a newer one is published.' }) number: number;
}
