import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { type CaseView, type IdentifierDisplayView } from '@samspel/shared/api.ts';
import { Act } from '../api/act.ts';
import { Api } from '../api/api.ts';
import { ConsentTag } from '../consent/consent-tag.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Dialog } from '../ui/dialog.ts';
import { Icon } from '../ui/icon.ts';
import { LivePill } from '../ui/live-pill.ts';
import { type MenuEntry, UiMenu } from '../ui/menu.ts';
import { Problem } from '../ui/problem.ts';
import { Tag } from '../ui/tag.ts';
import { languageName } from '../timeline/language-name.ts';
import { AmbitionForm } from './ambition.form.ts';
import { CaseStore } from './case-store.ts';
import { CloseCaseForm } from './close-case.form.ts';
import { LanguageForm } from './language.form.ts';

/** Whom the case is about, how the consent stands, what is new, and the acts on the whole case. */
@Component({
  selector: 'app-identity-bar',
  imports: [AmbitionForm, CloseCaseForm, ConsentTag, Dialog, Icon, LanguageForm, LivePill, Problem, Tag, TextPipe, UiMenu],
  template: `
    <div class="identity__in">
      <h1>
        {{ view().person.givenName }} {{ view().person.familyName }}<span class="only-wide">{{ age() }}</span>
      </h1>
      @if (view().person.maskedNumber; as masked) {
        <span class="bit num only-wide">
          {{ number() ?? masked }}
          @if (mayShow() && number() === null) {
            <button type="button" class="linkbtn" [attr.aria-label]="'case.number.label' | t" (click)="showNumber()">
              {{ 'case.number.show' | t }}
            </button>
          }
        </span>
      }
      <span class="bit only-wide">{{ 'case.reference' | t: { reference: view().reference } }}</span>
      @if (view().status === 'CLOSED') {
        <ui-tag icon="lock">{{ 'case.status.CLOSED' | t }}</ui-tag>
      } @else {
        <app-consent-tag [standing]="view().consents" />
      }
      @if (view().person.interpreterLanguage; as tag) {
        <span class="bit only-wide"><ui-icon name="message" />{{ interpreter(tag) }}</span>
      }
      <span class="bit push"><ui-live-pill [count]="store.news()" (reveal)="store.reload()" /></span>
      @if (menu().length > 0) {
        <ui-menu [label]="'case.menu.label' | t" [entries]="menu()" (chosen)="open.set($event)">
          <ui-icon name="down" /><span class="vh">{{ 'case.menu.label' | t }}</span>
        </ui-menu>
      }
    </div>
    @if (showing.problem(); as problem) {
      <div class="wrap"><ui-problem [problem]="problem" /></div>
    }
    <ui-dialog [open]="open() !== null" (openChange)="open.set(null)" [heading]="heading()">
      @switch (open()) {
        @case ('case.change-person') {
          <app-language-form [view]="view()" (done)="open.set(null)" />
        }
        @case ('case.set-ambition') {
          <app-ambition-form [view]="view()" (done)="open.set(null)" />
        }
        @case ('case.close') {
          <app-close-case-form [view]="view()" (done)="open.set(null)" />
        }
      }
    </ui-dialog>
  `,
  host: { class: 'identity' },
})
export class IdentityBar {
  private readonly api = inject(Api);
  private readonly words = inject(Words);
  protected readonly store = inject(CaseStore);

  readonly view = input.required<CaseView>();
  protected readonly showing = new Act();
  protected readonly open = signal<string | null>(null);
  protected readonly number = linkedSignal<string, string | null>({ source: () => this.view().id, computation: () => null });
  protected readonly mayShow = computed(() => this.view().actions.includes('case.show-identifier'));
  protected readonly heading = computed(() => this.words.t(`case.menu.heading.${this.open() ?? 'case.close'}`));
  protected readonly menu = computed<readonly MenuEntry[]>(() => {
    const entries: readonly MenuEntry[] = [
      { value: 'case.set-ambition', label: this.words.t('case.menu.ambition'), icon: 'users' },
      { value: 'case.change-person', label: this.words.t('case.menu.language'), icon: 'message' },
      { value: 'case.close', label: this.words.t('case.menu.close'), icon: 'lock' },
    ];
    return entries.filter(({ value }) => this.view().actions.some((action) => action === value));
  });

  protected readonly age = computed(() => {
    const { age } = this.view().person;
    return age === null ? '' : `, ${this.words.t('case.age', { n: age })}`;
  });

  protected interpreter(tag: string): string {
    return this.words.t('case.interpreter', { language: languageName(tag, this.words) });
  }

  protected async showNumber(): Promise<void> {
    const shown = await this.showing.run((key) => this.api.create<IdentifierDisplayView>(`/cases/${this.view().id}/identifier-displays`, {}, key));
    if (shown === undefined) return;
    this.number.set(`${shown.personalNumber.slice(0, 8)}-${shown.personalNumber.slice(8)}`);
  }
}
