import { computed, type Signal } from '@angular/core';
import { type CaseHandoversView, type HandoverRowView, type HandoverView } from '@samspel/shared/api.ts';
import { type HandoverScope } from '@samspel/shared/handover/handover.ts';
import { read, type Read } from '../api/read.ts';

interface DraftOf {
  readonly list: Read<CaseHandoversView>;
  /** The reader's draft of this baton; null when there is none, undefined until that is known. */
  readonly found: Signal<HandoverView | null | undefined>;
  /** The handover this one is to follow, once read. */
  readonly previous: Signal<HandoverView | null>;
}

/** Finds what has been written already. Call in an injection context. */
export function draftOf(
  caseId: () => string,
  scope: () => HandoverScope,
  activityId: () => string | null,
  previousId: () => string | undefined,
): DraftOf {
  const list = read<CaseHandoversView>(() => `/cases/${caseId()}/handovers`);
  const row = computed(() => {
    const items = list.value()?.items;
    if (items === undefined) return undefined;
    return items.find((each) => each.state === 'DRAFT' && isBaton(each, scope(), activityId()) && each.actions.includes('handover.edit')) ?? null;
  });
  const whole = read<HandoverView>(() => {
    const id = row()?.id;
    return id === undefined ? undefined : `/handovers/${id}`;
  });
  const before = read<HandoverView>(() => {
    const id = previousId();
    return id === undefined ? undefined : `/handovers/${id}`;
  });
  return {
    list,
    found: computed(() => {
      if (previousId() !== undefined && before.value() === undefined && before.problem() === null) return undefined;
      const draft = row();
      return draft ? whole.value() : draft;
    }),
    previous: computed(() => before.value() ?? null),
  };
}

/** Whether the row hands over this responsibility, or this activity. */
export function isBaton(row: HandoverRowView, scope: HandoverScope, activityId: string | null): boolean {
  return row.scope === scope && (row.activity?.id ?? null) === activityId;
}
