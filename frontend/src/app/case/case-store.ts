import { computed, DestroyRef, effect, inject, Injectable, linkedSignal, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { type CaseView } from '@samspel/shared/api.ts';
import { Live, UnseenChanges } from '../api/live.ts';
import { read } from '../api/read.ts';

/** The case a page shows: its one read, what is new since, and whether somebody is writing on the page. */
@Injectable()
export class CaseStore {
  private readonly unseen = new UnseenChanges();
  private readonly writers = signal<readonly (() => boolean)[]>([]);
  private readonly stale = signal(false);

  readonly id = signal<string | undefined>(undefined);
  readonly read = read<CaseView>(() => (this.id() === undefined ? undefined : `/cases/${this.id()}`));
  readonly view = this.read.value;
  readonly news = this.unseen.count;
  readonly editing = computed(() => this.writers().some((isWriting) => isWriting()));

  private readonly shown = linkedSignal<{ id: string | undefined; shown: boolean }, boolean>({
    source: () => ({ id: this.id(), shown: this.view() !== undefined }),
    computation: (now, before) => now.shown || (before?.source.id === now.id && before?.value === true),
  });
  /** It was on the screen a moment ago, and now the reader may no longer see it. */
  readonly lost = computed(() => this.shown() && this.read.problem()?.hidden === true);

  constructor() {
    inject(Live)
      .about(() => this.id())
      .pipe(takeUntilDestroyed())
      .subscribe(() => this.hear());
    // It remembers what it saw, so it has to look while the case is there.
    effect(() => void this.shown());
    // A linked signal remembers only what somebody has read, and the page asks for `lost` first when nothing is left to show.
    effect(() => void this.shown());
    effect(() => {
      if (this.read.loading()) return;
      untracked(() => this.settle());
    });
  }

  reload(): void {
    this.stale.set(this.read.loading());
    this.read.reload();
  }

  /** Nothing moves on the page while this says that text is being written. Call in an injection context. */
  whileWriting(isWriting: () => boolean): void {
    this.writers.update((all) => [...all, isWriting]);
    inject(DestroyRef).onDestroy(() => this.writers.update((all) => all.filter((each) => each !== isWriting)));
  }

  private hear(): void {
    if (untracked(this.editing)) this.unseen.add();
    else this.reload();
  }

  // What changed while the answer was on its way may be missing in it.
  private settle(): void {
    this.unseen.seen();
    if (!this.stale()) return;
    this.stale.set(false);
    this.read.reload();
  }
}
