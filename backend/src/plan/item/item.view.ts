import type { FollowUpContent, GoalContent, PartContent } from '@samspel/shared/plan/plan.ts';
import { availability } from '../../access/availability.ts';
import type { AttainmentView, GoalView } from '../goal/goal.dto.ts';
import type { FollowUpView, PartView } from '../part/part.dto.ts';
import { isActivity, type PlanReader, standingOf } from '../plan.reader.ts';
import type { ItemRow } from '../plan.stored.ts';
import type { ItemFactsView, ItemView } from './item.dto.ts';
import { itemDecisions } from './item.policy.ts';

/** What all kinds have in common, without what may be done. */
export function itemFactsView(reader: PlanReader, row: ItemRow): Omit<ItemFactsView, 'blocked'> {
  return {
    id: row.id,
    kind: row.kind,
    version: row.version,
    organisation: reader.organisationOrNull(row.organisationId),
    author: reader.personOrNull(row.authorId),
    byPerson: row.byPerson,
    recordedForm: row.recordedForm,
    viaRepresentative: row.viaRepresentative,
    shared: row.sharedAt !== null,
    sharedAt: row.sharedAt,
    audience: reader.organisationsOf(row.audience),
    changedAt: row.changedAt,
    changedBy: reader.personOrNull(row.changedById),
    changedSincePublished: row.changed,
    removed: row.removed,
    writing: row.writing,
  };
}

function itemView(reader: PlanReader, row: ItemRow): ItemView {
  return { ...itemFactsView(reader, row), ...availability(itemDecisions(reader.actor, reader.facts, standingOf(row))) };
}

export function partView(reader: PlanReader, row: ItemRow): PartView {
  const { text, call = null } = row.content as PartContent;
  return { ...itemView(reader, row), text, call };
}

export function goalView(reader: PlanReader, row: ItemRow): GoalView {
  const content = row.content as GoalContent;
  const attainments: AttainmentView[] = row.attainments.map(({ status, at, byId }) => ({ status, at, by: reader.person(byId) }));
  return {
    ...itemView(reader, row),
    text: content.text,
    ownWords: content.ownWords ?? null,
    plain: content.plain ?? null,
    goalKind: row.goalKind!,
    parentId: reader.other(row.parentId)?.id ?? null,
    targetOn: content.targetOn ?? null,
    conflict: content.conflict ?? null,
    conflictOrganisations: reader.organisationsOf(content.conflictOrganisationIds ?? []),
    attainment: attainments.at(-1) ?? null,
    attainments,
  };
}

/** Beside the words, what was planned until then and what of it was done. */
export function followUpView(reader: PlanReader, row: ItemRow): FollowUpView {
  const { heldOn, wanted, became, why, conclusion, now } = row.content as FollowUpContent;
  const due = reader.stored.items.filter(isActivity).filter(({ sharedAt, removed, activity }) => sharedAt && !removed && activity.dueOn <= heldOn);
  const done = due.filter(({ activity }) => activity.completedOn !== null && activity.completedOn <= heldOn);
  return { ...itemView(reader, row), heldOn, wanted, became, why, conclusion, now, planned: due.length, done: done.length };
}
