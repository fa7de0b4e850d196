import { DestroyRef, effect, inject, type Signal, signal } from '@angular/core';
import { type PlanItemView, type WritingNow } from '@samspel/shared/api.ts';
import { PRESENCE_SECONDS } from '@samspel/shared/plan/plan.ts';
import { Api } from '../api/api.ts';

/** Often enough not to look gone between two. */
const EVERY_MS = (PRESENCE_SECONDS * 1000) / 2;

/**
 * Says that somebody is writing in a shared item as long as the form is open, and hears who else is. Call in an
 * injection context.
 */
export function presence(itemId: () => string | null): Signal<readonly WritingNow[]> {
  const api = inject(Api);
  const others = signal<readonly WritingNow[]>([]);
  let timer: ReturnType<typeof setInterval> | undefined;
  const tell = async (id: string): Promise<void> => {
    await api.act(`/plan-items/${id}/presence`);
    const found = await api.get<PlanItemView>(`/plan-items/${id}`);
    const item = found.part ?? found.goal ?? found.activity ?? found.followUp;
    others.set(item?.writing ?? []);
  };
  // A hint is worth no error: without an answer nobody is said to be there.
  const look = (id: string): void => void tell(id).catch(() => others.set([]));
  effect(() => {
    clearInterval(timer);
    const id = itemId();
    if (id === null) return;
    look(id);
    timer = setInterval(() => look(id), EVERY_MS);
  });
  inject(DestroyRef).onDestroy(() => clearInterval(timer));
  return others.asReadonly();
}
