import { Component, computed, inject, input, signal } from '@angular/core';
import { type CaseView } from '@samspel/shared/api.ts';
import { Act } from '../api/act.ts';
import { Api } from '../api/api.ts';
import { offered } from '../case/acts.ts';
import { CaseStore } from '../case/case-store.ts';
import { receivers } from '../consent/coverage.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Words } from '../text/words.ts';
import { ActionButton } from '../ui/action-button.ts';
import { Announcer } from '../ui/announcer.ts';
import { Icon } from '../ui/icon.ts';
import { Problem } from '../ui/problem.ts';
import { Tag } from '../ui/tag.ts';
import { InPlace } from './in-place.ts';
import { PlanDesk } from './plan-desk.ts';
import { ShareItemForm } from './share-item.form.ts';
import { WritingHint } from './writing-now.ts';
import { type PlanItem, worthSaying } from './plan-item.ts';

/** Below an item of the plan: who reads it, who is writing in it, and what the reader may do with it as a whole. */
@Component({
  selector: 'app-item-frame',
  imports: [ActionButton, Icon, InPlace, Problem, ShareItemForm, Tag, TextPipe, WhenPipe, WritingHint],
  template: `
    <div class="row item-frame__facts">
      @if (item().shared) {
        <span class="tiny muted"><ui-icon name="eye" /> {{ readers() }}</span>
      } @else {
        <ui-tag kind="later" icon="lock">{{ 'plan.item.draftOf' | t: { organisation: item().organisation?.shortName ?? '' } }}</ui-tag>
      }
      @if (item().recordedForm; as form) {
        <span class="tiny muted">{{ 'plan.item.recorded.' + form | t: { name: item().author?.name ?? '' } }}</span>
      }
      @if (item().viaRepresentative) {
        <span class="tiny muted">{{ 'plan.item.viaRepresentative' | t }}</span>
      }
      @if (item().changedSincePublished) {
        <ui-tag icon="edit">{{ 'plan.item.changed' | t: { name: view().person.givenName } }}</ui-tag>
      }
      @if (item().changedBy; as staff) {
        <span class="tiny muted">{{ 'plan.item.changedBy' | t: { name: staff.name, when: item().changedAt | when: 'moment' } }}</span>
      }
      <app-writing-now [who]="item().writing" />
    </div>
    @if (removing.problem(); as problem) {
      <ui-problem [problem]="problem" />
    }
    @if (!desk.isOpen(item().id)) {
      <div class="row">
        <ui-action action="item.share" kind="second" dense icon="users" [of]="acts()" (act)="sharing.set(true)">{{
          'plan.share.open' | t
        }}</ui-action>
        <ui-action action="item.edit" kind="quiet" dense icon="edit" [of]="acts()" (act)="desk.open(item().id)"
          >{{ 'plan.item.edit' | t }}<span class="vh">: {{ name() }}</span></ui-action
        >
        <ng-content />
        <ui-action action="item.remove" kind="quiet" dense icon="x" [of]="acts()" [busy]="removing.busy()" (act)="remove()"
          >{{ 'plan.item.remove' | t }}<span class="vh">: {{ name() }}</span></ui-action
        >
      </div>
    }
    @if (sharing()) {
      <div appInPlace (appInPlaceClosed)="sharing.set(false)">
        <app-share-item-form [item]="item()" [view]="view()" (done)="sharing.set(false)" (cancelled)="sharing.set(false)" />
      </div>
    }
  `,
  host: { class: 'item-frame stack' },
})
export class ItemFrame {
  private readonly api = inject(Api);
  private readonly store = inject(CaseStore);
  private readonly words = inject(Words);
  private readonly announcer = inject(Announcer);
  protected readonly desk = inject(PlanDesk);

  readonly item = input.required<PlanItem>();
  readonly view = input.required<CaseView>();
  /** Its own words, so that two buttons are not called the same. */
  readonly name = input.required<string>();
  readonly section = input.required<string>();

  protected readonly removing = new Act();
  protected readonly sharing = signal(false);
  /** What is shared is only shared again when that reaches somebody. */
  protected readonly acts = computed(() => {
    const { actions, blocked } = worthSaying(offered(this.item()));
    const reaches = !this.item().shared || this.missed().some(({ covered }) => covered);
    return { actions: actions.filter((action) => action !== 'item.share' || reaches), blocked };
  });
  protected readonly readers = computed(() => {
    const { organisation, audience, byPerson } = this.item();
    if (organisation === null || byPerson) return this.words.t('plan.item.readByTeam');
    const reads = this.words.t('plan.item.readBy', { organisations: [organisation, ...audience].map(({ shortName }) => shortName).join(', ') });
    const missed = this.missed().map((each) => each.organisation.shortName);
    return missed.length === 0 ? reads : `${reads} ${this.words.t('plan.item.missed', { organisations: missed.join(', ') })}`;
  });
  /** Organisations of the team that do not read it though it is shared. */
  protected readonly missed = computed(() => {
    const { shared, organisation, audience } = this.item();
    if (!shared || organisation === null) return [];
    return receivers(this.view(), organisation.id, 'PLAN').filter((each) => audience.every(({ id }) => id !== each.organisation.id));
  });

  protected async remove(): Promise<void> {
    const { id, version } = this.item();
    const done = await this.removing.run(() => this.api.act(`/plan-items/${id}/removal`, {}, version).then(() => true));
    if (done) {
      this.desk.keepForUndo({ id, section: this.section(), what: this.words.t('plan.item.removed') });
      this.announcer.say(this.words.t('plan.item.removed'));
    }
    this.store.reload();
  }
}
