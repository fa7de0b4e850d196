import { CONTACT_KINDS, type ContactKind } from '@samspel/shared/care-team/care-team.ts';
import { PersonHandoverView } from '../handover/handover-parts.dto.ts';
import { OrganisationRef } from '../organisation/refs.dto.ts';
import { Day, Flag, Instant, ListOf, OneOf, Part, Text, Uuid } from '../platform/openapi/fields.ts';
import { MyConsentView, MyTimelineItemView } from './my-parts.dto.ts';
import { MyPlanBody, MyWordsView } from './plan/my-plan.dto.ts';

export class MyCaseView {
  @Uuid({ description: 'The case.' }) id: string;
  @Text(1, 20, { description: 'Reference to say on the phone.', example: 'S-0412' }) reference: string;
  @Instant({ description: 'When the team began.' }) openedAt: string;
  @Instant({ description: 'When it ended; null while it is open.', nullable: true }) closedAt: string | null;
}

export class MyselfView {
  @Text(1, 80, { description: 'Given name.', example: 'Eva' }) givenName: string;
  @Text(1, 161, { description: 'Whole name.', example: 'Eva Lind' }) name: string;
}

/** For the sentence "Karin på Försäkringskassan håller i det. Ring …". */
export class MyHolderView {
  @Text(1, 80, { description: 'Given name of whoever answers for the next step.', example: 'Karin' }) givenName: string;
  @Text(1, 161, { description: 'Whole name.', example: 'Karin Berg' }) name: string;
  @Part(() => OrganisationRef, { description: 'Where they work.' }) organisation: OrganisationRef;
  @Text(1, 40, { description: 'Where to call; their unit’s number when they have none of their own.', example: '0980-319 202', nullable: true })
  phone: string | null;
  @Instant({ description: 'Since when.' }) since: string;
}

export class MyNextStepView {
  @Text(1, 500, { description: 'What happens next.', example: 'Karin ringer din chef.', lines: true }) text: string;
  @Day({ description: 'By when; null when no day is set.', nullable: true }) due: string | null;
}

export class MyHelperView {
  @Text(1, 161, { description: 'Name.', example: 'Lena Forsman' }) name: string;
  @Text(1, 80, { description: 'Given name.', example: 'Lena' }) givenName: string;
  @Text(0, 80, { description: 'Title.', example: 'Kurator' }) title: string;
  @Part(() => OrganisationRef, { description: 'Where they work.' }) organisation: OrganisationRef;
  @Text(1, 40, { description: 'Phone; the unit’s when they have none of their own.', example: '0980-319 201', nullable: true }) phone: string | null;
  @Text(0, 200, { description: 'Which questions to ask them.', example: 'Samtal och stöd' }) questionArea: string;
  @Flag({ description: 'Leads the team.', example: false }) coordinates: boolean;
}

export class MyContactView {
  @OneOf(CONTACT_KINDS, 'ContactKind', { description: 'Who they are to the person.' }) kind: ContactKind;
  @Text(1, 160, { description: 'Name.', example: 'Gunilla Rask' }) name: string;
  @Text(0, 160, { description: 'Workplace or organisation, empty if none.', example: 'Almgården' }) worksAt: string;
  @Text(1, 40, { description: 'Phone.', example: '0980-319 220', nullable: true }) phone: string | null;
  @Text(0, 200, { description: 'Which questions go to them.', example: 'Arbetsplatsen och anpassningar' }) questionArea: string;
}

/** The person’s own page. Everything about the case is empty for somebody without one. */
export class MyPlanView {
  @Uuid({ description: 'The plan; null as long as nothing of it is published.', nullable: true }) id: string | null;
  @Part(() => MyPlanBody, { description: 'What has been published; null as long as nothing is.', nullable: true }) plan: MyPlanBody | null;
  @Part(() => MyWordsView, { description: 'What matters to the person, in their own words; also before anything is published.', nullable: true })
  myWords: MyWordsView | null;
  @ListOf(() => MyWordsView, 200, { description: 'Goals the person has written themself; also before anything is published.' })
  myGoals: MyWordsView[];
  @Part(() => MyCaseView, { description: 'The case; null for somebody without one.', nullable: true }) case: MyCaseView | null;
  @Part(() => MyselfView, { description: 'Who the page is about.' }) person: MyselfView;
  @Part(() => MyHolderView, { description: 'Who holds it now; null without an open case.', nullable: true }) holder: MyHolderView | null;
  @Part(() => PersonHandoverView, { description: 'Who has been asked to take over and has not answered; null when nobody has.', nullable: true })
  handover: PersonHandoverView | null;
  @Part(() => MyNextStepView, { description: 'What happens next; null when nothing is written.', nullable: true }) nextStep: MyNextStepView | null;
  @ListOf(() => MyHelperView, 200, { description: 'The team, whoever leads it first.' }) team: MyHelperView[];
  @ListOf(() => MyContactView, 200, { description: 'Others around the person.' }) contacts: MyContactView[];
  @ListOf(() => MyConsentView, 1000, { description: 'What the person has said yes to, newest first.' }) consents: MyConsentView[];
  @ListOf(() => MyTimelineItemView, 10, { description: 'The newest that happened.' }) timeline: MyTimelineItemView[];
}
