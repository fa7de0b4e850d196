import { Directive, inject, input, output, signal } from '@angular/core';
import { type CaseView, type PlanItemView, type PlanView } from '@samspel/shared/api.ts';
import { Api } from '../api/api.ts';
import { CaseStore } from '../case/case-store.ts';
import { type FormState } from '../case/form-state.ts';
import { SessionStore } from '../session/session.store.ts';
import { Words } from '../text/words.ts';
import { type Fields, itemWriting } from './item-writing.ts';
import { type MergeField } from './merge.ts';
import { presence } from './presence.ts';

interface Item {
  readonly id: string;
  readonly version: number;
  readonly shared: boolean;
}

interface Theirs {
  readonly who: string;
  readonly version: number;
  readonly fields: Fields;
}

/**
 * What the forms of a plan's items have in common: unsaved text is kept, a new item is created once, a change goes on the
 * version it was written on, and when somebody was first both texts stand until one is chosen.
 */
@Directive()
export abstract class ItemForm<V extends Item> {
  protected readonly api = inject(Api);
  protected readonly store = inject(CaseStore);
  protected readonly words = inject(Words);
  protected readonly session = inject(SessionStore);

  readonly view = input.required<CaseView>();
  readonly plan = input.required<PlanView>();
  /** Null: a new one. */
  readonly item = input<V | null>(null);
  readonly done = output<void>();
  readonly cancelled = output<void>();

  protected abstract readonly form: FormState;
  /** For the draft: `goal:new:<plan id>`, `goal:<id>`. */
  protected abstract readonly name: string;
  /** The folder of the item in the API: `goals`. */
  protected abstract readonly folder: string;
  protected abstract stored(item: V | null): Fields;
  protected abstract bodyOf(fields: Fields): object;
  protected abstract itemIn(view: PlanItemView): V | null;
  /** What the form itself finds wrong. */
  protected abstract wrong(fields: Fields): Readonly<Record<string, string | false>>;
  protected abstract mergeFields(): readonly MergeField[];

  protected readonly writing = itemWriting(
    () => `${this.name}:${this.item()?.id ?? `new:${this.slot()}`}`,
    () => this.stored(this.item()),
    () => this.item()?.version ?? null,
  );
  protected readonly fields = this.writing.fields;
  protected readonly met = signal<Theirs | null>(null);
  /** A new one is shared at once, or stays a draft of the own organisation. */
  protected readonly share = signal(false);
  /** Who else has it open, as the server said a moment ago. */
  protected readonly others = presence(() => (this.item()?.shared === true ? (this.item()?.id ?? null) : null));

  constructor() {
    this.store.whileWriting(() => true);
  }

  /** Where a new one would stand: one draft for each place. */
  protected slot(): string {
    return this.plan().id;
  }

  /** The folder of the plan where a new one is made. */
  protected createFolder(): string {
    return this.folder;
  }

  /** What a new one is told besides its fields. */
  protected extra(): object {
    return {};
  }

  protected async save(): Promise<void> {
    const fields = this.fields();
    if (!this.form.check(this.wrong(fields))) return;
    const item = this.item();
    const body = this.bodyOf(fields);
    const saved = await this.form.send(async (key) => {
      if (item !== null) await this.api.act(`/${this.folder}/${item.id}`, body, this.writing.version() ?? item.version);
      else await this.api.create(`/plans/${this.plan().id}/${this.createFolder()}`, { ...body, ...this.extra(), share: this.share() }, key);
      return true;
    });
    if (saved) {
      this.writing.discard();
      this.store.reload();
      this.done.emit();
    } else if (item !== null && this.form.act.problem()?.conflict === true) await this.meet(item.id);
  }

  protected async settle(fields: Fields): Promise<void> {
    const met = this.met();
    if (met === null) return;
    this.writing.rebase(met.version, fields);
    this.met.set(null);
    this.form.act.forget();
    await this.save();
  }

  protected giveUp(): void {
    this.writing.discard();
    this.cancelled.emit();
  }

  private async meet(id: string): Promise<void> {
    const found = await this.api.get<PlanItemView>(`/plan-items/${id}`).catch(() => null);
    const item = found === null ? null : this.itemIn(found);
    if (item === null) return;
    const changedBy = found?.part ?? found?.goal ?? found?.activity ?? found?.followUp ?? null;
    const who = changedBy?.changedBy?.givenName ?? this.words.t('plan.merge.somebody');
    this.met.set({ who, version: item.version, fields: this.stored(item) });
  }
}
