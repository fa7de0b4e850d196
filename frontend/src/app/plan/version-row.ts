import { Component, computed, inject, input, output } from '@angular/core';
import { type PlanAgreementView, type PlanVersionRowView, type PlanView } from '@samspel/shared/api.ts';
import { Act } from '../api/act.ts';
import { Api, apiUrl } from '../api/api.ts';
import { SessionStore } from '../session/session.store.ts';
import { fullDay } from '../text/format/dates.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Words } from '../text/words.ts';
import { Announcer } from '../ui/announcer.ts';
import { Button } from '../ui/button.ts';
import { Icon } from '../ui/icon.ts';
import { Problem } from '../ui/problem.ts';
import { Tag } from '../ui/tag.ts';

/** One published version: when, by whom, why, who stands behind it, and as a document. */
@Component({
  selector: 'li[appVersion]',
  imports: [Button, Icon, Problem, Tag, TextPipe, WhenPipe],
  template: `
    <h3 class="row">
      {{ 'plan.version.name' | t: { number: version().number } }}
      @if (latest()) {
        <ui-tag kind="done" icon="eye">{{ 'plan.version.read' | t: { name: givenName() } }}</ui-tag>
      }
    </h3>
    <p class="small muted">
      {{
        'plan.version.published'
          | t: { when: version().publishedAt | when: 'full-moment', name: version().by.name, organisation: version().by.organisation.shortName }
      }}
    </p>
    <p class="told">{{ version().reason }}</p>
    <ul class="see" role="list" [attr.aria-label]="'plan.agreement.title' | t">
      @for (each of agreements(); track $index) {
        <li>
          <ui-icon class="ok" name="check" /><span>{{ each }}</span>
        </li>
      } @empty {
        <li>
          <ui-icon class="no" name="ring" /><span>{{ 'plan.agreement.none' | t }}</span>
        </li>
      }
    </ul>
    @if (agreeing.problem(); as problem) {
      <ui-problem [problem]="problem" />
    }
    <div class="row">
      @if (mayAgree()) {
        <button uiButton="second" dense icon="check" [busy]="agreeing.busy()" (click)="agree('AGREES')">{{ 'plan.agreement.agree' | t }}</button>
        <button uiButton="quiet" dense icon="hand" [busy]="agreeing.busy()" (click)="agree('AGREES_WITH_DISSENT')">
          {{ 'plan.agreement.dissent' | t }}
        </button>
      }
      @for (variant of ['staff', 'simple']; track variant) {
        <a uiButton="quiet" dense icon="download" download [href]="pdf(variant)"
          >{{ 'plan.pdf.' + variant | t: { name: givenName() }
          }}<span class="vh">, {{ 'plan.version.name' | t: { number: version().number } }}</span></a
        >
      }
    </div>
  `,
  host: { class: 'plan-part stack' },
})
export class VersionRow {
  private readonly api = inject(Api);
  private readonly words = inject(Words);
  private readonly announcer = inject(Announcer);
  private readonly me = inject(SessionStore).assignment;

  readonly version = input.required<PlanVersionRowView>({ alias: 'appVersion' });
  readonly plan = input.required<PlanView>();
  readonly givenName = input.required<string>();
  readonly latest = input.required<boolean>();
  readonly agreed = output<void>();

  protected readonly agreeing = new Act();
  protected readonly agreements = computed(() => this.version().agreements.map((each) => this.say(each)));
  /** Each organisation once, for the version that is read now. */
  protected readonly mayAgree = computed(
    () =>
      this.latest() &&
      this.plan().actions.includes('plan.agree') &&
      this.version().agreements.every(({ organisation }) => organisation?.id !== this.me()?.organisation.id),
  );

  protected pdf(variant: string): string {
    return apiUrl(`/plans/${this.plan().id}/document.pdf?version=${this.version().number}&variant=${variant}`);
  }

  protected async agree(stance: PlanAgreementView['stance']): Promise<void> {
    const path = `/plans/${this.plan().id}/versions/${this.version().number}/agreement`;
    const done = await this.agreeing.run(() => this.api.act(path, { stance }).then(() => true));
    if (!done) return;
    this.announcer.say(this.words.t('plan.agreement.done'));
    this.agreed.emit();
  }

  private say({ organisation, staff, person, stance, at, recordedForm, viaRepresentative }: PlanAgreementView): string {
    const when = fullDay(at, this.words.language());
    const who = person ? this.givenName() : `${staff?.name ?? ''}, ${organisation?.name ?? ''}`;
    const said = this.words.t(`plan.agreement.${stance}`, { who, when });
    if (viaRepresentative) return `${said} (${this.words.t('plan.agreement.viaRepresentative')})`;
    return recordedForm === null ? said : `${said} (${this.words.t(`plan.recordedForm.${recordedForm}`)})`;
  }
}
