import type {
  ActivityCancelCode,
  ActivityDeclineCode,
  ActivityProvider,
  ActivityState,
  AgreementStance,
  Attainment,
  BlockCategory,
  GoalKind,
  PlanItemContent,
  PlanItemKind,
  RecordedForm,
} from '@samspel/shared/plan/plan.ts';
import type { StaffRef } from '../organisation/refs.dto.ts';
import type { ActivityHandoverView, ActivityNoteView, ActivityPerformerView } from './activity/activity-view.dto.ts';
import type { WritingNow } from './item/item.dto.ts';
import type { PlanView } from './plan.dto.ts';

/** What plan.sql.ts builds: people and organisations by id, the words as they stand. */
export interface StoredPlan extends Pick<
  PlanView,
  'id' | 'caseId' | 'type' | 'version' | 'responsibleAuthority' | 'authorities' | 'noOtherMeasures'
> {
  followUpOn: string | null;
  followUpCallerId: string | null;
  /** Organisations in the team now. */
  team: string[];
  people: StaffRef[];
  items: ItemRow[];
  published: PublishedRow | null;
}

export interface PublishedRow {
  number: number;
  at: string;
  byId: string;
  reason: string;
  gone: number;
  agreedBy: {
    organisationId: string | null;
    staffId: string | null;
    person: boolean;
    stance: AgreementStance;
    recordedForm: RecordedForm | null;
    viaRepresentative: boolean;
    at: string;
  }[];
}

export interface ItemRow {
  id: string;
  kind: PlanItemKind;
  version: number;
  organisationId: string | null;
  authorId: string | null;
  byPerson: boolean;
  recordedForm: RecordedForm | null;
  viaRepresentative: boolean;
  sharedAt: string | null;
  audience: string[];
  changedAt: string;
  changedById: string | null;
  changed: boolean;
  removed: boolean;
  parentId: string | null;
  goalKind: GoalKind | null;
  content: PlanItemContent;
  writing: WritingNow[];
  activity: ActivityColumns | null;
  attainments: { status: Attainment; at: string; byId: string }[];
}

export interface ActivityColumns {
  provider: ActivityProvider;
  state: ActivityState;
  started: boolean;
  ownerId: string;
  ownerOrganisationId: string;
  ownerLost: boolean;
  requestedOrganisationId: string | null;
  requestedId: string | null;
  requestedAt: string | null;
  declineCode: ActivityDeclineCode | null;
  deputyId: string | null;
  startOn: string | null;
  dueOn: string;
  afterId: string | null;
  blockedCategory: BlockCategory | null;
  cancelCode: ActivityCancelCode | null;
  completedAt: string | null;
  /** The day in Sweden. */
  completedOn: string | null;
  completedById: string | null;
  performer: ActivityPerformerView | null;
  notes: (Omit<ActivityNoteView, 'by'> & { byId: string })[];
  handover: ActivityHandoverView | null;
  messages: number;
}
