import { Component, computed, inject, input, signal } from '@angular/core';
import { ATTAINMENTS } from '@samspel/shared/plan/plan.ts';
import { type CreatedView, type GoalView } from '@samspel/shared/api.ts';
import { Api } from '../api/api.ts';
import { ActForm } from '../case/act-form.ts';
import { offered } from '../case/acts.ts';
import { CaseStore } from '../case/case-store.ts';
import { FormState } from '../case/form-state.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Words } from '../text/words.ts';
import { ActionButton } from '../ui/action-button.ts';
import { Announcer } from '../ui/announcer.ts';
import { Radios } from '../ui/choice.ts';
import { Tag } from '../ui/tag.ts';
import { attainmentTag } from './attainment-words.ts';
import { InPlace } from './in-place.ts';
import { worthSaying } from './plan-item.ts';

/** How it has gone with a goal over time, oldest first, and the next word on it. */
@Component({
  selector: 'app-attainments',
  imports: [ActForm, ActionButton, InPlace, Radios, Tag, TextPipe, WhenPipe],
  template: `
    @if (rows().length > 1) {
      <details class="fold">
        <summary>{{ 'plan.attainment.history' | t }}</summary>
        <ol class="week" role="list">
          @for (row of rows(); track $index) {
            <li>
              <time [attr.datetime]="row.at">{{ row.at | when: 'day' }}</time>
              <span
                ><ui-tag [kind]="row.tag.kind" [icon]="row.tag.icon">{{ row.tag.text }}</ui-tag> <span class="soft">{{ row.by.name }}</span></span
              >
            </li>
          }
        </ol>
      </details>
    }
    @if (open()) {
      <div appInPlace (appInPlaceClosed)="open.set(false)">
        <form [appActForm]="form" [label]="'plan.save' | t" (sent)="save()" (cancelled)="open.set(false)">
          <ui-radios
            [legend]="'plan.attainment.legend' | t"
            [options]="choices()"
            [fieldId]="form.id('status')"
            [error]="form.error('status')"
            [(value)]="status"
          />
        </form>
      </div>
    } @else {
      <ui-action action="goal.attain" kind="quiet" dense icon="stairs" [of]="acts()" (act)="open.set(true)"
        >{{ 'plan.attainment.open' | t }}<span class="vh">: {{ goal().ownWords || goal().text }}</span></ui-action
      >
    }
  `,
  host: { class: 'stack' },
})
export class Attainments {
  private readonly api = inject(Api);
  private readonly store = inject(CaseStore);
  private readonly words = inject(Words);
  private readonly announcer = inject(Announcer);

  readonly goal = input.required<GoalView>();
  protected readonly open = signal(false);
  protected readonly status = signal<string | undefined>(undefined);
  protected readonly form = new FormState(this.words, 'attainment', ['status'], 'plan.error.');
  protected readonly acts = computed(() => worthSaying(offered(this.goal())));
  protected readonly rows = computed(() => this.goal().attainments.map((each) => ({ ...each, tag: attainmentTag(each.status, this.words) })));
  protected readonly choices = computed(() => ATTAINMENTS.map((value) => ({ value, label: this.words.t(`plan.attainment.${value}`) })));

  protected async save(): Promise<void> {
    if (!this.form.check({ status: this.status() === undefined && 'required' })) return;
    const path = `/goals/${this.goal().id}/attainments`;
    const made = await this.form.send((key) => this.api.create<CreatedView>(path, { status: this.status() }, key));
    this.store.reload();
    if (made === undefined) return;
    this.open.set(false);
    this.announcer.say(this.words.t('plan.attainment.saved'));
  }
}
