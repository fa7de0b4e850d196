import { CASE_ACTIONS, CASE_PARTS, CASE_STATUSES, type CaseAction, type CasePart, type CaseStatus } from '@samspel/shared/case/case.ts';
import { TODO_KINDS, type TodoKind } from '@samspel/shared/case/todo.ts';
import { BlockedView } from '../../access/availability.dto.ts';
import { ContactView } from '../../care-team/contact/contact.dto.ts';
import { InvitationView } from '../../care-team/invitation/invitation.dto.ts';
import { JoinRequestView } from '../../care-team/invitation/join-request.dto.ts';
import { FormerParticipantView, ParticipantView } from '../../care-team/participant/participant.dto.ts';
import { VoiceView } from '../../citizen/voice/voice.dto.ts';
import { ConsentsView } from '../../consent/consent.dto.ts';
import { HandoverRowView } from '../../handover/handover.dto.ts';
import { NoteView } from '../../note/note.dto.ts';
import { OrganisationRef, StaffRef } from '../../organisation/refs.dto.ts';
import { Day, Instant, ListOf, ListOfOneOf, OneOf, Params, Part, Text, Uuid, Whole } from '../../platform/openapi/fields.ts';
import { PlanView } from '../../plan/plan.dto.ts';
import { TimelineItemView } from '../../timeline/timeline.dto.ts';
import { AccessLogSummary } from '../access-log/access-log.dto.ts';
import { AmbitionView } from '../ambition/ambition.dto.ts';
import { ClosedView } from '../closure/closure.dto.ts';
import { CoordinatorRequestView } from '../coordinator/coordinator-request.dto.ts';
import { JournalStateView } from '../journal/journal.dto.ts';
import { CasePersonRef } from '../list/case-list.dto.ts';
import { NextStepView } from '../next-step/next-step.dto.ts';

export class CasePersonView extends CasePersonRef {
  @Uuid({ description: 'The person.' }) id: string;
  @Text(1, 20, {
    description: 'All but the last four digits hidden; null when the person has no national identifier.',
    example: '••••••••-2382',
    nullable: true,
  })
  maskedNumber: string | null;
  @Text(2, 12, { description: 'Language the person reads.', example: 'sv' }) language: string;
  @Text(2, 12, { description: 'Language to interpret; null when no interpreter is needed.', example: 'ar', nullable: true }) interpreterLanguage:
    string | null;
}

/** Who holds it now: the one large sentence of the page. */
export class HolderView {
  @Part(() => StaffRef, { description: 'Who answers for the next step.' }) owner: StaffRef;
  @Instant({ description: 'Since when.' }) ownerSince: string;
  @Text(1, 40, { description: 'Their phone, or their unit’s.', example: '0980-319 202', nullable: true }) ownerPhone: string | null;
  @Part(() => StaffRef, { description: 'Who leads the team.' }) coordinator: StaffRef;
  @OneOf(CASE_PARTS, 'CasePart', { description: 'What the reader is in the case.' }) you: CasePart;
  @ListOf(() => HandoverRowView, 20, { description: 'Handovers that wait or whose loop is open: ownership first, waiting ones first.' })
  handovers: HandoverRowView[];
  @Part(() => StaffRef, { description: 'Who answers at once, while the owner is lost.', nullable: true }) standIn: StaffRef | null;
}

/** Who is to do something: a named person, or an organisation where nobody is named yet. */
export class TodoWho {
  @Part(() => StaffRef, { description: 'The person, when named.', nullable: true }) staff: StaffRef | null;
  @Part(() => OrganisationRef, { description: 'The organisation.' }) organisation: OrganisationRef;
}

export class TodoItem {
  @Text(1, 120, { description: 'Stable while the item stands.', example: 'NEXT_STEP:01994e2a-7c11-7a30-9d7e-2f1b6a1d0c42' }) id: string;
  @OneOf(TODO_KINDS, 'TodoKind', { description: 'What it is; the client has one sentence per kind.' }) kind: TodoKind;
  @Text(0, 2000, {
    description: 'Own words, for a next step, an activity, what the person says and questions.',
    example: 'Ring Gunilla.',
    nullable: true,
    lines: true,
  })
  text: string | null;
  @Params({ description: 'Names for the sentence.', example: { organisation: 'Arbetsförmedlingen' } }) params: Record<string, string>;
  @Day({ description: 'When it shall be done.', nullable: true }) due: string | null;
  @Part(() => TodoWho, { description: 'Whose it is; null for the reader’s own.', nullable: true }) who: TodoWho | null;
  @Uuid({ description: 'What to open: the invitation, request, consent or case.' }) subjectId: string;
}

export class TodoView {
  @ListOf(() => TodoItem, 1000, { description: 'The reader’s own, oldest due first, undated last.' }) mine: TodoItem[];
  @ListOf(() => TodoItem, 1000, { description: 'Others’, in the same order.' }) others: TodoItem[];
}

export class TimelineSection {
  @ListOf(() => TimelineItemView, 20, { description: 'The twenty newest.' }) items: TimelineItemView[];
  @Text(1, 400, { description: 'Where `cases/:id/timeline` goes on; null when that was all.', example: 'WyIyMDI2LTExLTIzIl0', nullable: true })
  nextCursor: string | null;
}

/** What a newcomer meets first, until they say that they have read it. */
export class IntroductionView {
  @Uuid({ description: 'The reader’s participation, to acknowledge it under.' }) participationId: string;
  @Instant({ description: 'In the team since.' }) since: string;
  @Text(1, 2000, { description: 'Why the case was opened.', example: 'Eva är sjukskriven och behöver stöd från flera.', lines: true }) reason: string;
  @ListOf(() => StaffRef, 100, { description: 'Who is in the team.' }) team: StaffRef[];
  @Part(() => NextStepView, { description: 'What happens next.', nullable: true }) nextStep: NextStepView | null;
  @ListOf(() => TimelineItemView, 5, { description: 'The five latest events.' }) latest: TimelineItemView[];
}

/** The whole shared case in one read, as this reader may see it. */
export class CaseView {
  @Uuid({ description: 'The case.' }) id: string;
  @Text(1, 20, { description: 'Reference, to say on the phone.', example: 'S-0412' }) reference: string;
  @OneOf(CASE_STATUSES, 'CaseStatus', { description: 'Open or closed.' }) status: CaseStatus;
  @Whole(1, 2_147_483_647, { description: 'For If-Match; also in the ETag.' }) version: number;
  @Instant({ description: 'When it was opened.' }) openedAt: string;
  @Text(1, 2000, { description: 'Why it was opened.', example: 'Eva är sjukskriven och behöver stöd från flera.', lines: true }) reason: string;
  @Part(() => ClosedView, { description: 'How it ended; null while open.', nullable: true }) closed: ClosedView | null;
  @Part(() => CasePersonView, { description: 'Whom it is about.' }) person: CasePersonView;
  @Part(() => HolderView, { description: 'Who holds it now.' }) holder: HolderView;
  @Part(() => NextStepView, { description: 'What happens next.', nullable: true }) nextStep: NextStepView | null;
  @Instant({ description: 'When something last happened.' }) lastMovementAt: string;
  @Whole(0, 36_500, { description: 'Calendar days in Sweden since then.', example: 3 }) daysWithoutMovement: number;
  @Part(() => AmbitionView, { description: 'How far the organisations go together; null until agreed.', nullable: true })
  ambition: AmbitionView | null;
  @Part(() => TodoView, { description: 'What is left to do.' }) todo: TodoView;
  @ListOf(() => ParticipantView, 100, { description: 'Who is in the team now.' }) participants: ParticipantView[];
  @ListOf(() => FormerParticipantView, 1000, { description: 'Who has left.' }) formerParticipants: FormerParticipantView[];
  @ListOf(() => ContactView, 200, { description: 'People without login around the person.' }) contacts: ContactView[];
  @ListOf(() => InvitationView, 1000, { description: 'Waiting and declined ones.' }) invitations: InvitationView[];
  @ListOf(() => JoinRequestView, 100, { description: 'Waiting ones.' }) joinRequests: JoinRequestView[];
  @Part(() => CoordinatorRequestView, { description: 'The question who leads the team, while it waits for an answer.', nullable: true })
  coordinatorRequest: CoordinatorRequestView | null;
  @Part(() => ConsentsView, { description: 'All consents, and how the case stands.' }) consents: ConsentsView;
  @ListOf(() => NoteView, 20, { description: 'The twenty newest the reader may see.' }) notes: NoteView[];
  @Whole(0, 2_147_483_647, { description: 'How many notes the reader may see in all.', example: 3 }) notesTotal: number;
  @Part(() => TimelineSection, { description: 'What has happened.' }) timeline: TimelineSection;
  @Part(() => PlanView, { description: 'The plan, as its own GET answers it; null when none is begun.', nullable: true }) plan: PlanView | null;
  @Part(() => AccessLogSummary, { description: 'Who has looked.' }) accessLog: AccessLogSummary;
  @Part(() => IntroductionView, { description: 'For a newcomer who has not read it yet.', nullable: true }) introduction: IntroductionView | null;
  @Part(() => VoiceView, { description: 'What the person says: what waits for an answer, and how much the plan helps.' }) voice: VoiceView;
  @Part(() => JournalStateView, { description: 'The reader’s own acts today, and whether they are written at home.' }) journal: JournalStateView;
  @ListOfOneOf(CASE_ACTIONS, 'CaseAction', 0, CASE_ACTIONS.length, { description: 'What the reader may do now.' }) actions: CaseAction[];
  @ListOf(() => BlockedView, CASE_ACTIONS.length, { description: 'What the reader may not do now, and why.' }) blocked: BlockedView[];
}
