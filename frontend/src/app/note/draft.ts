import { computed, DestroyRef, effect, inject, type Signal, signal, untracked } from '@angular/core';
import { type DraftView } from '@samspel/shared/api.ts';
import { Api } from '../api/api.ts';
import { timeOf } from '../text/format/dates.ts';
import { Words } from '../text/words.ts';

const PAUSE_MS = 800;

/** Text that is being written: kept on the server a moment after every pause, so that neither a crash nor another machine loses it. */
export interface Draft {
  readonly text: Signal<string>;
  /** "Utkastet sparat 14.06", once it is. */
  readonly said: Signal<string | undefined>;
  write(text: string): void;
  /** It became what it was meant for. */
  discard(): void;
}

/** The draft under this key, read at once. Call in an injection context. Keys hold codes and ids only: `note:<case id>`. */
export function draft(key: () => string): Draft {
  const api = inject(Api);
  const words = inject(Words);
  const text = signal('');
  const keptAt = signal<Date | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let touched = false;

  const keep = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const path = `/drafts/${untracked(key)}`;
    // Without an answer the text stays in the field, which is where the writer sees that nothing says "sparat".
    void api.act(path, { text: untracked(text) }).then(
      () => keptAt.set(new Date()),
      () => keptAt.set(null),
    );
  };
  effect(() => {
    const path = `/drafts/${key()}`;
    void api.get<DraftView>(path).then(
      (found) => {
        if (!touched && found.text !== '') text.set(found.text);
      },
      () => undefined,
    );
  });
  inject(DestroyRef).onDestroy(() => {
    if (timer !== undefined) keep();
  });

  return {
    text: text.asReadonly(),
    said: computed(() => {
      const at = keptAt();
      return at === null ? undefined : words.t('note.kept', { time: timeOf(at, words.language()) });
    }),
    write: (typed) => {
      touched = true;
      text.set(typed);
      keptAt.set(null);
      clearTimeout(timer);
      timer = setTimeout(keep, PAUSE_MS);
    },
    discard: () => {
      clearTimeout(timer);
      timer = undefined;
      touched = true;
      text.set('');
      keptAt.set(null);
      void api.remove(`/drafts/${untracked(key)}`).catch(() => undefined);
    },
  };
}
