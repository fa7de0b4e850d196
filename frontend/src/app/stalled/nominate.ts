import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { type NomineeListView, type NomineeView, type StalledRowView } from '@samspel/shared/api.ts';
import { Act } from '../api/act.ts';
import { Api } from '../api/api.ts';
import { read } from '../api/read.ts';
import { SessionStore } from '../session/session.store.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Words } from '../text/words.ts';
import { Button } from '../ui/button.ts';
import { Radios } from '../ui/choice.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';
import { Load } from '../ui/load.ts';
import { Problem } from '../ui/problem.ts';
import { chosenBeforehand, nomineeOption } from './nominee-choice.ts';

/** So many are shown; with more of them they can be searched. */
const MANY = 8;

/** Names somebody who is to receive. They are asked, not made owner: the clock runs on until they have said yes themselves. */
@Component({
  selector: 'app-nominate',
  imports: [Button, Field, Load, Problem, Radios, TextInput, TextPipe, WhenPipe],
  template: `
    <div>
      <h3>{{ 'stalled.nominee.title' | t: { reference: row().reference } }}</h3>
      <p class="small soft">
        {{ 'stalled.nominee.unseen' | t }}
        @if (row().consentUntil; as day) {
          {{ 'stalled.nominee.consent' | t: { organisation: row().to.organisation.shortName, day: day | when: 'full-day' } }}
        }
      </p>
      <ui-load [of]="nominees" />
      @if (nominees.value(); as list) {
        @if (list.items.length > many) {
          <ui-field [label]="'stalled.nominee.search' | t" [hint]="'stalled.nominee.of' | t: { n: options().length, all: list.items.length }">
            <input uiInput autocomplete="off" [(value)]="typed" />
          </ui-field>
        }
        @if (options().length > 0) {
          <ui-radios boxed [legend]="'stalled.nominee.legend' | t: { unit: row().to.unit.name }" [options]="options()" [(value)]="chosen" />
        } @else {
          <p class="small muted" role="status">{{ 'stalled.nominee.nobody' | t: { unit: row().to.unit.name } }}</p>
        }
      }
    </div>
    <div class="stack">
      @if (act.problem(); as problem) {
        <ui-problem [problem]="problem" />
      }
      <button uiButton wide [busy]="act.busy()" [blocked]="person() === undefined" [attr.aria-describedby]="'after-' + row().id" (click)="nominate()">
        @if (person(); as staff) {
          {{ 'stalled.nominee.name' | t: { name: staff.name } }}
        } @else {
          {{ 'stalled.nominee.choose' | t }}
        }
      </button>
      <p class="small soft" [id]="'after-' + row().id">{{ after() }}</p>
      <ng-content />
    </div>
  `,
  host: { class: 'assign__cols' },
})
export class Nominate {
  private readonly api = inject(Api);
  private readonly words = inject(Words);
  private readonly today = inject(SessionStore).today;

  readonly row = input.required<StalledRowView>();
  readonly settled = output<string>();
  /** Somebody else was first: the row has to be read again. */
  readonly stale = output<void>();

  protected readonly many = MANY;
  protected readonly act = new Act();
  protected readonly typed = signal('');
  private readonly id = computed(() => this.row().id);
  protected readonly nominees = read<NomineeListView>(() => `/stalled-handovers/${this.id()}/nominees`);
  private readonly all = computed(() => this.nominees.value()?.items ?? []);
  /** Whoever is named already need not be named again. */
  private readonly named = computed(() => this.row().nominee?.assignmentId);
  protected readonly chosen = linkedSignal<readonly NomineeView[], string | undefined>({
    source: this.all,
    computation: (all) => (this.named() === undefined ? chosenBeforehand(all) : undefined),
  });
  protected readonly options = computed(() => {
    const typed = this.typed().trim().toLocaleLowerCase('sv');
    return this.all()
      .filter(({ staff }) => staff.assignmentId === this.chosen() || staff.name.toLocaleLowerCase('sv').includes(typed))
      .slice(0, MANY)
      .map((nominee) =>
        nominee.staff.assignmentId === this.named()
          ? { value: nominee.staff.assignmentId, label: nominee.staff.name, shutBecause: this.words.t('stalled.nominee.named') }
          : nomineeOption(nominee, this.row().to.unit.name, this.words, this.today()),
      );
  });
  protected readonly person = computed(() => this.all().find(({ staff }) => staff.assignmentId === this.chosen())?.staff);
  protected readonly after = computed(() => {
    const { accountable, accountableIsYou } = this.row();
    const name = this.person()?.givenName;
    if (name === undefined) return this.words.t('stalled.nominee.afterNobody');
    return accountableIsYou
      ? this.words.t('stalled.nominee.afterYou', { name })
      : this.words.t('stalled.nominee.after', { name, accountable: accountable.givenName });
  });

  protected async nominate(): Promise<void> {
    const staff = this.person();
    if (staff === undefined) return;
    const { id, version } = this.row();
    await this.act.run(() => this.api.act(`/stalled-handovers/${id}/nomination`, { assignmentId: staff.assignmentId }, version));
    if (!this.act.failed()) this.settled.emit(this.words.t('stalled.done.nominated', { name: staff.name }));
    else if (this.act.problem()?.conflict === true) this.stale.emit();
  }
}
