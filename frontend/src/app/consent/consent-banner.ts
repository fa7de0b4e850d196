import { Component, computed, inject, input } from '@angular/core';
import { type CaseView } from '@samspel/shared/api.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { fullDay } from '../text/format/dates.ts';
import { Words } from '../text/words.ts';
import { Note } from '../ui/note.ts';

/** Says above everything when the consent is about to end, has ended or was taken back, and what is left to do then. */
@Component({
  selector: 'app-consent-banner',
  imports: [Note, TextPipe],
  template: `
    @if (text(); as said) {
      <ui-note [kind]="ending() ? 'soon' : 'stop'" icon="shield">
        <p>
          <b>{{ said }}</b> {{ (ending() ? 'consent.banner.ask' : 'consent.banner.rest') | t: { name: view().person.givenName } }}
        </p>
        @if (mayOnlyClose()) {
          <p>{{ 'consent.banner.close' | t: { name: view().person.givenName } }}</p>
        }
      </ui-note>
    }
  `,
})
export class ConsentBanner {
  private readonly words = inject(Words);

  readonly view = input.required<CaseView>();
  protected readonly ending = computed(() => this.view().consents.state === 'EXPIRING');
  protected readonly mayOnlyClose = computed(() => {
    const { actions, blocked } = this.view();
    return actions.includes('case.close') && blocked.some(({ because }) => because === 'consent_missing');
  });
  protected readonly text = computed(() => {
    const { status, consents } = this.view();
    if (status === 'CLOSED' || consents.state === 'VALID') return null;
    const day = consents.validTo === null ? '' : fullDay(consents.validTo, this.words.language());
    return this.words.t(`consent.banner.${consents.state}`, { day });
  });
}
