import { Component, computed, inject, input } from '@angular/core';
import { type CaseView, type OrganisationRef } from '@samspel/shared/api.ts';
import { receivers } from '../consent/coverage.ts';
import { SessionStore } from '../session/session.store.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Icon } from '../ui/icon.ts';

/** Who will read what is shared, by name, and whom it does not reach and why. */
@Component({
  selector: 'app-share-sight',
  imports: [Icon, TextPipe],
  template: `
    <ul class="see" role="list">
      @for (each of reached(); track each.organisation.id) {
        <li>
          <ui-icon class="ok" name="eye" /><span>{{
            'plan.share.reads' | t: { organisation: each.organisation.name, people: each.people.join(', ') }
          }}</span>
        </li>
      }
      @for (each of missed(); track each.organisation.id) {
        <li>
          <ui-icon class="no" name="no" /><span>{{ why(each.organisation) }}</span>
        </li>
      }
      @if (reached().length === 0 && missed().length === 0) {
        <li>
          <ui-icon class="no" name="info" /><span>{{ 'plan.share.nobodyElse' | t }}</span>
        </li>
      }
      <li>
        <ui-icon class="no" name="lock" /><span>{{ 'plan.share.notPerson' | t: { name: view().person.givenName } }}</span>
      </li>
    </ul>
  `,
})
export class ShareSight {
  private readonly words = inject(Words);
  private readonly me = inject(SessionStore).assignment;

  readonly view = input.required<CaseView>();
  private readonly own = computed(() => this.me()?.organisation.id ?? '');
  private readonly all = computed(() => receivers(this.view(), this.own(), 'PLAN'));
  protected readonly reached = computed(() => this.all().filter(({ covered }) => covered));
  protected readonly missed = computed(() => this.all().filter(({ covered }) => !covered));

  protected why({ id, name: organisation }: OrganisationRef): string {
    const named = receivers(this.view(), this.own()).some((each) => each.organisation.id === id && each.covered);
    return this.words.t(named ? 'plan.share.missed.notPlan' : 'plan.share.missed.noConsent', { organisation, name: this.view().person.givenName });
  }
}
