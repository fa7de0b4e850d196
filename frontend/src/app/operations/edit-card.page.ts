import { Component, computed, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type OrganisationCard, type OrganisationCardEdit, type OwnWord } from '@samspel/shared/api.ts';
import { Api } from '../api/api.ts';
import { read } from '../api/read.ts';
import { ActForm } from '../case/act-form.ts';
import { FormState } from '../case/form-state.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Check } from '../ui/choice.ts';
import { Field } from '../ui/field.ts';
import { Icon } from '../ui/icon.ts';
import { TextInput } from '../ui/input.ts';
import { Load } from '../ui/load.ts';
import { Note } from '../ui/note.ts';
import { Panel } from '../ui/panel.ts';
import { type CardTexts, PARTS, type PartName, textsOf, wordsFilled } from './card-texts.ts';
import { OwnWords } from './own-words.ts';

/** The whole organisation card in one form. When somebody else saved first, both texts are on the page and nothing is lost. */
@Component({
  imports: [ActForm, Check, Field, Icon, Load, Note, OwnWords, Panel, RouterLink, TextInput, TextPipe],
  template: `
    <a class="crumb" routerLink="/drift"><ui-icon name="left" />{{ 'operations.title' | t }}</a>
    <h1>{{ 'operations.card.title' | t }}</h1>
    <ui-load [of]="card" />
    @if (card.value(); as view) {
      <p class="lead">{{ view.name }}</p>
      <section uiPanel>
        <form [appActForm]="form" [label]="'operations.card.save' | t" (sent)="save(view)" (cancelled)="leave()">
          @for (part of parts; track part) {
            <ui-field
              [label]="'organisation.part.' + part | t"
              [optional]="true"
              [hint]="theirs(part)"
              [fieldId]="form.id(part)"
              [error]="form.error(part)"
            >
              <textarea uiInput rows="4" maxlength="2000" [value]="typed()[part]" (valueChange)="type(part, $event)"></textarea>
            </ui-field>
          }
          @if (theirWords(); as text) {
            <ui-note kind="soon" icon="alert">{{ text }}</ui-note>
          }
          <app-own-words [fieldId]="form.id('words')" [error]="form.error('words')" [words]="ownWords()" (wordsChange)="ownChanged.set($event)" />
          <ui-check
            [label]="'operations.card.namesStaff' | t"
            [hint]="'operations.card.namesStaffHint' | t"
            [fieldId]="form.id('namesStaff')"
            [checked]="namesChanged() ?? view.namesStaff"
            (checkedChange)="namesChanged.set($event)"
          />
        </form>
      </section>
    }
  `,
  host: { class: 'wrap--text stack' },
})
export default class EditCardPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly words = inject(Words);

  /** From the address. */
  readonly id = input.required<string>();

  protected readonly parts = PARTS;
  protected readonly form = new FormState(this.words, 'card', [...PARTS, 'words', 'namesStaff'], 'operations.error.');
  protected readonly card = read<OrganisationCard>(() => `/organisations/${this.id()}`);
  // The card as it was when the form opened: a newer one must not take what has been typed.
  private readonly first = linkedSignal<OrganisationCard | undefined, OrganisationCard | undefined>({
    source: this.card.value,
    computation: (now, before) => before?.value ?? now,
  });
  /** What has been changed here. All else follows the card, so that saving never undoes what somebody else has written. */
  private readonly changed = signal<Partial<CardTexts>>({});
  protected readonly ownChanged = signal<readonly OwnWord[] | null>(null);
  protected readonly namesChanged = signal<boolean | null>(null);
  protected readonly typed = computed<CardTexts>(() => ({ ...textsOf(this.card.value()), ...this.changed() }));
  protected readonly ownWords = computed(() => this.ownChanged() ?? this.card.value()?.words ?? []);

  constructor() {
    effect(() => {
      if (this.form.act.problem()?.conflict === true) this.card.reload();
    });
  }

  /** The words of the organisation are kept as one list: whose stand when both have changed it is for the reader to see. */
  protected readonly theirWords = computed(() => {
    const now = this.card.value()?.words;
    if (this.ownChanged() === null || now === undefined || JSON.stringify(now) === JSON.stringify(this.first()?.words)) return null;
    return this.words.t('operations.card.theirs', { text: now.map(({ word, meaning }) => `${word}: ${meaning}`).join(' ') });
  });

  /** What somebody else has saved in this field meanwhile, where it differs from what is typed here. */
  protected theirs(part: PartName): string | undefined {
    const now = this.card.value()?.[part];
    if (now === undefined || now === this.first()?.[part] || now === this.typed()[part]) return undefined;
    return now === '' ? this.words.t('operations.card.theirsEmpty') : this.words.t('operations.card.theirs', { text: now });
  }

  protected type(part: PartName, text: string): void {
    this.changed.update((changed) => ({ ...changed, [part]: text }));
  }

  protected async save(view: OrganisationCard): Promise<void> {
    const names = this.namesChanged();
    const body: OrganisationCardEdit = { ...this.typed(), words: wordsFilled(this.ownWords()), ...(names !== null && { namesStaff: names }) };
    if (!this.form.check({})) return;
    await this.form.send(() => this.api.act(`/organisations/${view.id}/card`, body, view.version));
    if (!this.form.act.failed()) this.leave();
  }

  protected leave(): void {
    void this.router.navigate(['/organisationer', this.id()]);
  }
}
