import { Component, computed, effect, inject, input, linkedSignal, output, signal } from '@angular/core';
import { type CreatedView, type LinkTemplateInput, type LinkTemplateView } from '@samspel/shared/api.ts';
import { Api } from '../api/api.ts';
import { ActForm } from '../case/act-form.ts';
import { FormState } from '../case/form-state.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';
import { Note } from '../ui/note.ts';
import { ChecklistLines } from './checklist-lines.ts';
import { LinkSides, type Sides } from './link-sides.ts';
import { type Limit, LIMIT_NAMES, wrongLimits } from './link-template.ts';

/** The limits and checklist of a link. A changed limit moves clocks that are running, and the form says so before it is saved. */
@Component({
  selector: 'app-link-template-form',
  imports: [ActForm, ChecklistLines, Field, LinkSides, Note, TextInput, TextPipe],
  template: `
    <form [appActForm]="form" [label]="'operations.save' | t" (sent)="save()" (cancelled)="cancelled.emit()">
      <ui-field [label]="'operations.link.name' | t" [fieldId]="form.id('name')" [error]="form.error('name')">
        <input uiInput maxlength="120" [(value)]="name" />
      </ui-field>
      @if (template() === null) {
        <app-link-sides
          [(sides)]="sides"
          [fromId]="form.id('from')"
          [toId]="form.id('to')"
          [fromError]="form.error('from') ?? form.error('fromKind') ?? form.error('fromUnitId')"
          [toError]="form.error('toKind') ?? form.error('toUnitId')"
        />
      }
      <div class="limits">
        @for (limit of limits; track limit) {
          <ui-field [label]="'operations.link.' + limit | t" [fieldId]="form.id(limit)" [error]="form.error(limit)">
            <input uiInput class="input--short" inputmode="numeric" maxlength="3" [value]="typed()[limit]" (valueChange)="change(limit, $event)" />
          </ui-field>
        }
      </div>
      <p class="hint">{{ 'operations.link.days' | t }}</p>
      @if (moves()) {
        <ui-note kind="soon" icon="alert"
          ><p>{{ 'operations.link.moves' | t }}</p></ui-note
        >
      }
      <app-checklist-lines [fieldId]="form.id('checklist')" [error]="form.error('checklist')" [(lines)]="checklist" />
    </form>
  `,
  styles: `
    .limits {
      display: grid;
      gap: var(--s-4);
      grid-template-columns: repeat(auto-fit, minmax(min(12rem, 100%), 1fr));
      align-items: end;
    }
    .limits > ui-field {
      margin: 0;
    }
  `,
})
export class LinkTemplateForm {
  private readonly api = inject(Api);

  /** null: a new one. */
  readonly template = input.required<LinkTemplateView | null>();
  readonly saved = output<void>();
  /** Somebody else saved first: the version has to be read again. */
  readonly stale = output<void>();
  readonly cancelled = output<void>();

  protected readonly limits = LIMIT_NAMES;
  protected readonly form = new FormState(
    inject(Words),
    'link',
    ['name', 'from', 'fromKind', 'fromUnitId', 'toKind', 'toUnitId', ...LIMIT_NAMES, 'checklist'],
    'operations.error.',
  );
  // From the id: a newer version of the template must not take what has been typed.
  private readonly first = linkedSignal<string | undefined, LinkTemplateView | null>({
    source: () => this.template()?.id,
    computation: (id, before) => (before !== undefined && before.source === id ? before.value : this.template()),
  });
  protected readonly name = linkedSignal(() => this.first()?.name ?? '');
  protected readonly checklist = linkedSignal<readonly string[]>(() => this.first()?.checklist ?? []);
  protected readonly typed = linkedSignal<Readonly<Record<Limit, string>>>(() => {
    const { receiptDays, ownerDays, firstContactDays, loopDays } = this.first() ?? {
      receiptDays: 1,
      ownerDays: 3,
      firstContactDays: 5,
      loopDays: 30,
    };
    return { receiptDays: `${receiptDays}`, ownerDays: `${ownerDays}`, firstContactDays: `${firstContactDays}`, loopDays: `${loopDays}` };
  });
  protected readonly sides = signal<Sides>({ by: 'kinds', from: '', to: '' });
  protected readonly moves = computed(() => {
    const before = this.template();
    return before !== null && LIMIT_NAMES.some((limit) => this.typed()[limit].trim() !== `${before[limit]}`);
  });

  constructor() {
    effect(() => {
      if (this.form.act.problem()?.conflict === true) this.stale.emit();
    });
  }

  protected change(limit: Limit, text: string): void {
    this.typed.update((typed) => ({ ...typed, [limit]: text }));
  }

  protected async save(): Promise<void> {
    const { from, to } = this.sides();
    const lines = this.checklist().map((line) => line.trim());
    const fine = this.form.check({
      name: this.name().trim() === '' && 'required',
      from: this.template() === null && from === '' && to === '' && 'required',
      ...wrongLimits(this.typed()),
      checklist: (lines.includes('') || new Set(lines).size < lines.length) && 'lines_differ',
    });
    if (!fine) return;
    const template = this.template();
    const body = this.body(lines);
    await this.form.send((key) => (template === null ? this.add(body, key) : this.api.act(`/link-templates/${template.id}`, body, template.version)));
    if (!this.form.act.failed()) this.saved.emit();
  }

  private body(checklist: readonly string[]): LinkTemplateInput {
    const days = (limit: Limit): number => Number(this.typed()[limit]);
    return {
      name: this.name().trim(),
      receiptDays: days('receiptDays'),
      ownerDays: days('ownerDays'),
      firstContactDays: days('firstContactDays'),
      loopDays: days('loopDays'),
      checklist: [...checklist],
    };
  }

  private add(body: LinkTemplateInput, key: string): Promise<CreatedView> {
    const { by, from, to } = this.sides();
    const [fromName, toName] = by === 'kinds' ? ['fromKind', 'toKind'] : ['fromUnitId', 'toUnitId'];
    return this.api.create('/link-templates', { ...body, ...(from && { [fromName]: from }), ...(to && { [toName]: to }) }, key);
  }
}
