import { Component, computed, inject, input } from '@angular/core';
import { type MyContactView, type MyHelperView } from '@samspel/shared/api.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { IconButton } from '../ui/icon-button.ts';
import { OrgBadge } from '../ui/org-badge.ts';
import { Panel } from '../ui/panel.ts';

/** The people who help, what to ask each of them, and one press to call. */
@Component({
  selector: 'app-my-team',
  imports: [IconButton, OrgBadge, Panel, TextPipe],
  template: `
    <section uiPanel [heading]="'citizen.team.heading' | t">
      <ul role="list" class="cards">
        @for (helper of helpers(); track helper.name + helper.organisation.id) {
          <li class="who-card">
            <ui-org [org]="helper.organisation" large beside />
            <div>
              <b>{{ helper.name }}</b><small>{{ helper.what }}</small>
            </div>
            @if (helper.phone; as phone) {
              <a [uiIconButton]="'phone'" [href]="'tel:' + phone" [label]="('citizen.call' | t: { name: helper.givenName }) + ', ' + phone"></a>
            }
          </li>
        } @empty {
          <li class="soft">{{ 'citizen.team.none' | t }}</li>
        }
      </ul>
      @if (contacts().length > 0) {
        <h3>{{ 'citizen.team.others' | t }}</h3>
        <ul role="list" class="cards">
          @for (contact of others(); track $index) {
            <li class="who-card">
              <span></span>
              <div>
                <b>{{ contact.name }}</b><small>{{ contact.what }}</small>
              </div>
              @if (contact.phone; as phone) {
                <a [uiIconButton]="'phone'" [href]="'tel:' + phone" [label]="('citizen.call' | t: { name: contact.name }) + ', ' + phone"></a>
              }
            </li>
          }
        </ul>
      }
    </section>
  `,
  styles: `
    :host {
      display: block;
    }
    .cards {
      padding: 0;
      list-style: none;
    }
    h3 {
      margin-block-start: var(--s-4);
    }
    h3 + .cards .who-card {
      column-gap: 0;
    }
  `,
})
export class MyTeam {
  private readonly words = inject(Words);

  readonly team = input.required<readonly MyHelperView[]>();
  readonly contacts = input.required<readonly MyContactView[]>();

  protected readonly helpers = computed(() =>
    this.team().map((helper) => ({
      ...helper,
      what: sentences([
        [helper.title, helper.organisation.shortName].filter(Boolean).join(', '),
        helper.coordinates ? this.words.t('citizen.team.coordinates') : '',
        helper.questionArea,
      ]),
    })),
  );
  protected readonly others = computed(() =>
    this.contacts().map((contact) => ({
      ...contact,
      what: sentences([
        [...new Set([this.words.t(`citizen.contact.${contact.kind}`), contact.worksAt])].filter(Boolean).join(', '),
        contact.questionArea,
      ]),
    })),
  );
}

/** "Kurator, Region Sjölandet. Samtal och stöd" */
function sentences(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('. ');
}
