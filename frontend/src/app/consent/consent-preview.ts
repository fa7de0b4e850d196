import { Component, computed, DestroyRef, effect, inject, input, signal } from '@angular/core';
import { type ConsentPreviewView, type ConsentScopeInput, type InformationCategory } from '@samspel/shared/api.ts';
import { Api } from '../api/api.ts';
import { ApiProblem } from '../api/problem.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Icon } from '../ui/icon.ts';
import { OrgBadge } from '../ui/org-badge.ts';
import { Problem } from '../ui/problem.ts';

const PAUSE_MS = 300;

/** Exactly who would see what, as the server works it out from what is ticked now. Nothing is stored. */
@Component({
  selector: 'app-consent-preview',
  imports: [Icon, OrgBadge, Problem, TextPipe],
  template: `
    <p class="preview__bar"><ui-icon name="eye" /> {{ 'consent.preview.title' | t }}</p>
    <div class="preview__body" aria-live="polite">
      @if (problem(); as refused) {
        <ui-problem [problem]="refused" />
      } @else {
        @if (preview(); as found) {
          <ul class="see" role="list">
            @for (each of found.sees; track $index) {
              <li>
                <ui-org [org]="each.organisation" beside />
                <span>
                  <b>{{ each.organisation?.name ?? each.people.join(', ') }}</b>
                  {{ 'consent.preview.sees' | t: { what: named(each.categories) } }}
                  <span class="tiny muted">{{ behind(each.organisation === null, each.people) }}</span>
                </span>
              </li>
            }
            <li>
              <ui-icon name="lock" />
              <span>
                <b>{{ 'consent.preview.nobody' | t }}</b> {{ hidden() }}
              </span>
            </li>
          </ul>
        } @else {
          <p class="small muted">{{ 'consent.preview.choose' | t }}</p>
        }
      }
    </div>
  `,
  host: { class: 'preview' },
})
export class ConsentPreview {
  private readonly api = inject(Api);
  private readonly words = inject(Words);

  readonly caseId = input.required<string>();
  readonly scope = input.required<ConsentScopeInput>();
  protected readonly preview = signal<ConsentPreviewView | null>(null);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly hidden = computed(() => {
    const found = this.preview();
    return found === null ? '' : [this.named(found.notSeenCategories), found.notSeen].filter((part) => part !== '').join('. ');
  });

  constructor() {
    let timer: ReturnType<typeof setTimeout> | undefined;
    effect(() => {
      const scope = this.scope();
      const { organisationIds, contactIds } = scope.recipients;
      clearTimeout(timer);
      if (organisationIds.length + contactIds.length === 0 || scope.informationCategories.length === 0) this.preview.set(null);
      else timer = setTimeout(() => void this.ask(scope), PAUSE_MS);
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(timer));
  }

  protected named(categories: readonly InformationCategory[]): string {
    return categories.map((each) => this.words.t(`consent.category.${each}`)).join(', ');
  }

  protected behind(isContact: boolean, people: readonly string[]): string {
    if (isContact) return '';
    return people.length === 0 ? this.words.t('consent.preview.nobodyYet') : this.words.t('consent.preview.people', { who: people.join(', ') });
  }

  private async ask(scope: ConsentScopeInput): Promise<void> {
    try {
      const found = await this.api.create<ConsentPreviewView>(`/cases/${this.caseId()}/consent-previews`, scope, crypto.randomUUID());
      if (scope !== this.scope()) return;
      this.preview.set(found);
      this.problem.set(null);
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
    }
  }
}
