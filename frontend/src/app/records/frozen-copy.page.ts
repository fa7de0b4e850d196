import { Component, DOCUMENT, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type FrozenCopyView } from '@samspel/shared/api.ts';
import { read } from '../api/read.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Button } from '../ui/button.ts';
import { Icon } from '../ui/icon.ts';
import { Load } from '../ui/load.ts';
import { Note } from '../ui/note.ts';
import { FrozenDisclosure } from './frozen-disclosure.ts';

/** One copy, made to be printed or saved and then kept in the organisation's own records. */
@Component({
  imports: [Button, FrozenDisclosure, Icon, Load, Note, RouterLink, TextPipe, WhenPipe],
  template: `
    <a class="crumb" routerLink="/kopior"><ui-icon name="left" />{{ 'records.title' | t }}</a>
    <ui-load [of]="copy" />
    @if (copy.value(); as view) {
      <div class="page-head">
        <div>
          <h1>{{ 'records.copyTitle' | t: { reference: view.reference } }}</h1>
          <p class="lead">{{ 'records.copyLead' | t: { unit: view.unit, day: view.createdAt | when: 'full-day' } }}</p>
        </div>
        @if (view.items) {
          <div class="row">
            <button uiButton icon="print" (click)="print()">{{ 'records.print' | t }}</button>
            <button uiButton="second" icon="download" (click)="save(view)">{{ 'records.save' | t }}</button>
          </div>
        }
      </div>
      @if (view.items; as items) {
        <ui-note icon="clock"
          ><p>{{ 'records.keep' | t: { day: view.purgeAfter | when: 'full-day' } }}</p></ui-note
        >
        @for (item of items; track $index) {
          <app-frozen-disclosure [item]="item" [number]="$index + 1" />
        } @empty {
          <p class="soft">{{ 'records.nothingShared' | t }}</p>
        }
      } @else {
        <ui-note kind="soon" icon="info"
          ><p>{{ 'records.emptied' | t: { day: view.purgedAt ?? view.purgeAfter | when: 'full-day' } }}</p></ui-note
        >
      }
    }
  `,
  host: { class: 'stack' },
})
export default class FrozenCopyPage {
  private readonly document = inject(DOCUMENT);

  /** From the address. */
  readonly id = input.required<string>();

  // Not read again by itself: every fetch is an entry in the log.
  protected readonly copy = read<FrozenCopyView>(() => `/frozen-copies/${this.id()}`);

  protected print(): void {
    this.document.defaultView?.print();
  }

  /** The same content as the page, as JSON for a system to take in. The file's name carries the reference, never a name. */
  protected save(view: FrozenCopyView): void {
    const url = URL.createObjectURL(new Blob([JSON.stringify(view, null, 2)], { type: 'application/json' }));
    const link = this.document.createElement('a');
    link.href = url;
    link.download = `samspel-${view.reference}.json`;
    link.click();
    URL.revokeObjectURL(url);
  }
}
