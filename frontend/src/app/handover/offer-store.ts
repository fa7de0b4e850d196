import { computed, DestroyRef, inject, Injectable, signal, untracked } from '@angular/core';
import { type CreatedView, type HandoverView } from '@samspel/shared/api.ts';
import { type HandoverDirection, type HandoverScope } from '@samspel/shared/handover/handover.ts';
import { Act } from '../api/act.ts';
import { Api } from '../api/api.ts';

const PAUSE_MS = 800;

/** What the sender fills in. Days are `YYYY-MM-DD`, '' while none. */
export interface OfferText {
  readonly toUnitId: string;
  readonly nomineeId: string;
  readonly asked: string;
  readonly reason: string;
  readonly answerBy: string;
  readonly checklist: readonly string[];
}

export interface OfferOf {
  readonly caseId: string;
  readonly scope: HandoverScope;
  /** Of the scope ACTIVITY. */
  readonly activityId?: string;
  /** The handover this one follows, when it is handed on or back. */
  readonly previousId?: string;
  readonly direction?: HandoverDirection;
}

const NOTHING: OfferText = { toUnitId: '', nomineeId: '', asked: '', reason: '', answerBy: '', checklist: [] };

/**
 * An offer that is being written: kept on the server a moment after every pause as soon as it says to whom, and
 * read back from there, so that the preview is what the receiver will get and not what this page believes.
 */
@Injectable()
export class OfferStore {
  private readonly api = inject(Api);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private line: Promise<void> = Promise.resolve();
  private of: OfferOf | null = null;
  private readonly unkept = signal(false);

  readonly text = signal<OfferText>(NOTHING);
  /** As the server holds it. */
  readonly kept = signal<HandoverView | null>(null);
  readonly keptAt = signal<Date | null>(null);
  readonly keeping = new Act();
  /** What stands on the server when somebody changed it in another window first. */
  readonly met = signal<HandoverView | null>(null);
  /** A draft may lack words, but not to whom and by when. */
  readonly keepable = computed(() => this.text().toUnitId !== '' && this.text().answerBy !== '');

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      if (this.timer !== undefined) void this.keep();
    });
  }

  /** Begins anew, or goes on with the draft of this baton that is kept already. */
  begin(of: OfferOf, asked: string, draft: HandoverView | null): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.of = of;
    this.unkept.set(false);
    this.met.set(null);
    this.keeping.forget();
    this.kept.set(draft);
    this.keptAt.set(null);
    this.text.set(draft === null ? { ...NOTHING, asked } : textOf(draft));
  }

  write(changed: Partial<OfferText>): void {
    this.text.update((text) => ({ ...text, ...changed }));
    this.keptAt.set(null);
    this.unkept.set(true);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.keep(), PAUSE_MS);
  }

  /** Keeps what is written now. True when the server holds exactly that. One at a time, in the order they were asked for. */
  async keep(): Promise<boolean> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.line = this.line.then(() => this.send());
    await this.line;
    return untracked(() => !this.unkept() && this.kept() !== null);
  }

  /** Both texts have been seen; the one that was put together is kept on top of what stands. */
  async settle(reason: string): Promise<boolean> {
    const met = this.met();
    if (met === null) return false;
    this.kept.set(met);
    this.met.set(null);
    this.write({ reason });
    return this.keep();
  }

  private async send(): Promise<void> {
    const { of } = this;
    if (of === null || !untracked(this.keepable) || !untracked(this.unkept) || untracked(this.met) !== null) return;
    const text = untracked(this.text);
    const kept = untracked(this.kept);
    this.unkept.set(false);
    const view = await this.keeping.run(async (key) => {
      const id = kept?.id ?? (await this.api.create<CreatedView>(`/cases/${of.caseId}/handovers`, { ...bodyOf(text), ...linkOf(of) }, key)).id;
      if (kept !== null) await this.api.act(`/handovers/${id}`, bodyOf(text), kept.version);
      return this.api.get<HandoverView>(`/handovers/${id}`);
    });
    if (view !== undefined) {
      this.kept.set(view);
      this.keptAt.set(new Date());
      return;
    }
    this.unkept.set(true);
    if (this.keeping.problem()?.conflict === true && kept !== null) this.met.set(await this.api.get<HandoverView>(`/handovers/${kept.id}`));
  }
}

function bodyOf({ toUnitId, nomineeId, asked, reason, answerBy, checklist }: OfferText): object {
  return { toUnitId, asked: asked.trim(), reason: reason.trim(), answerBy, checklist, ...(nomineeId !== '' && { nomineeId }) };
}

function linkOf({ scope, activityId, previousId, direction }: OfferOf): object {
  return { scope, ...(activityId !== undefined && { activityId }), ...(previousId !== undefined && { previousId, direction }) };
}

function textOf({ to, nominee, answerBy, content }: HandoverView): OfferText {
  return {
    toUnitId: to.unit.id,
    nomineeId: nominee?.assignmentId ?? '',
    asked: content?.asked ?? '',
    reason: content?.reason ?? '',
    answerBy: answerBy ?? '',
    checklist: (content?.checklist ?? []).filter(({ done }) => done).map(({ text }) => text),
  };
}
