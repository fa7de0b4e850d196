import { Component, computed, DestroyRef, effect, inject, input, model, signal } from '@angular/core';
import { type ColleagueList, type ColleagueView } from '@samspel/shared/api.ts';
import { Api } from '../api/api.ts';
import { ApiProblem } from '../api/problem.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Radios } from '../ui/choice.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';
import { Problem } from '../ui/problem.ts';

const PAUSE_MS = 250;
const LETTERS_AT_LEAST = 2;

/** Finds somebody of the own organisation by the beginning of a name. */
@Component({
  selector: 'app-colleague-picker',
  imports: [Field, Problem, Radios, TextInput, TextPipe],
  template: `
    <ui-field [label]="'careTeam.find.label' | t" [hint]="'careTeam.find.hint' | t" [fieldId]="fieldId()" [error]="error()">
      <input uiInput autocomplete="off" [(value)]="typed" />
    </ui-field>
    @if (problem(); as refused) {
      <ui-problem [problem]="refused" />
    }
    @if (options().length > 0) {
      <ui-radios [legend]="'careTeam.find.who' | t" [options]="options()" [(value)]="assignmentId" />
    } @else if (found() !== null) {
      <p class="small muted" role="status">{{ 'careTeam.find.nobody' | t }}</p>
    }
  `,
  host: { class: 'field-group stack' },
})
export class ColleaguePicker {
  private readonly api = inject(Api);

  readonly organisationId = input.required<string>();
  /** Assignments that are in the team already. */
  readonly without = input<readonly string[]>([]);
  readonly fieldId = input.required<string>();
  readonly error = input<string | null>(null);
  readonly assignmentId = model<string | undefined>();

  protected readonly typed = signal('');
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly found = signal<readonly ColleagueView[] | null>(null);
  protected readonly options = computed(() =>
    (this.found() ?? [])
      .filter((each) => !this.without().includes(each.assignmentId))
      .map((each) => ({ value: each.assignmentId, label: each.name, hint: `${each.title}, ${each.unit}` })),
  );

  constructor() {
    let timer: ReturnType<typeof setTimeout> | undefined;
    effect(() => {
      const q = this.typed().trim();
      clearTimeout(timer);
      this.assignmentId.set(undefined);
      if (q.length < LETTERS_AT_LEAST) this.found.set(null);
      else timer = setTimeout(() => void this.find(q), PAUSE_MS);
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(timer));
  }

  private async find(q: string): Promise<void> {
    try {
      const { items } = await this.api.get<ColleagueList>('/colleagues', { q, organisationId: this.organisationId() });
      if (q !== this.typed().trim()) return;
      this.found.set(items);
      this.problem.set(null);
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
    }
  }
}
