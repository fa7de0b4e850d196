import { afterRenderEffect, Component, ElementRef, inject, input, viewChild } from '@angular/core';
import { CountPipe } from '../text/text.pipe.ts';
import { Icon } from './icon.ts';

export interface SummarisedError {
  readonly fieldId: string;
  readonly text: string;
}

/** What has to be put right, above the form, with a way to each field. Takes the focus when it appears or changes. */
@Component({
  selector: 'ui-error-summary',
  imports: [CountPipe, Icon],
  template: `
    @if (errors().length > 0) {
      <div #box class="error-sum" role="alert" tabindex="-1">
        <p class="error-sum__say"><ui-icon name="alert" /> {{ 'ui.errors' | count: errors().length }}</p>
        <ul>
          @for (error of errors(); track error.fieldId) {
            <li>
              <a [href]="'#' + error.fieldId" (click)="goTo($event, error.fieldId)">{{ error.text }}</a>
            </li>
          }
        </ul>
      </div>
    }
  `,
})
export class ErrorSummary {
  private readonly page = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement.ownerDocument;
  private readonly box = viewChild<ElementRef<HTMLElement>>('box');

  readonly errors = input.required<readonly SummarisedError[]>();
  /** False where the summary is shown as a sample, as on the kit page. */
  readonly takesFocus = input(true);

  constructor() {
    afterRenderEffect(() => {
      if (this.errors().length > 0 && this.takesFocus()) this.box()?.nativeElement.focus();
    });
  }

  // The page has a base address, so a plain fragment link would leave for the start page.
  protected goTo(event: Event, fieldId: string): void {
    event.preventDefault();
    this.page.getElementById(fieldId)?.focus();
  }
}
