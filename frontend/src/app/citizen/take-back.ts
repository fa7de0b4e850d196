import { Component, computed, inject, input, model, output } from '@angular/core';
import { type MyConsentView, type MyHolderView } from '@samspel/shared/api.ts';
import { Act } from '../api/act.ts';
import { Api } from '../api/api.ts';
import { localeOf } from '../text/language.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Button } from '../ui/button.ts';
import { Dialog } from '../ui/dialog.ts';
import { Icon } from '../ui/icon.ts';
import { Problem } from '../ui/problem.ts';
import { listed, receiversOf } from './plan-parts.ts';

/** Says what happens before a yes is taken back, and takes it back. Open while `consent` is one. */
@Component({
  selector: 'app-take-back',
  imports: [Button, Dialog, Icon, Problem, TextPipe],
  template: `
    <ui-dialog [open]="consent() !== null" (openChange)="close($event)" [heading]="'citizen.takeBack.heading' | t">
      @if (act.problem(); as problem) {
        <ui-problem [problem]="problem" />
      }
      <p>{{ 'citizen.takeBack.lead' | t: { organisation: consent()?.disclosingOrganisation?.name, names: names() } }}</p>
      <ul class="see" role="list">
        <li>
          <ui-icon class="soft" name="clock" /><span>{{ 'citizen.takeBack.now' | t }}</span>
        </li>
        <li>
          <ui-icon class="soft" name="lock" /><span>{{ 'citizen.takeBack.closed' | t }}</span>
        </li>
        <li>
          <ui-icon class="soft" name="info" /><span>{{ 'citizen.takeBack.stays' | t }}</span>
        </li>
        @if (holder(); as who) {
          <li>
            <ui-icon class="soft" name="message" /><span>{{ 'citizen.takeBack.told' | t: { name: who.givenName } }}</span>
          </li>
        }
        <li>
          <ui-icon class="soft" name="undo" /><span>{{ 'citizen.takeBack.again' | t }}</span>
        </li>
      </ul>
      <div class="dialog__foot" uiDialogFoot>
        <button uiButton="stop" [busy]="act.busy()" (click)="takeBack()">{{ 'citizen.takeBack.yes' | t }}</button>
        <button uiButton="quiet" (click)="consent.set(null)">{{ 'citizen.takeBack.no' | t }}</button>
      </div>
    </ui-dialog>
  `,
})
export class TakeBack {
  private readonly api = inject(Api);
  private readonly words = inject(Words);

  readonly consent = model.required<MyConsentView | null>();
  readonly holder = input.required<MyHolderView | null>();
  readonly done = output<void>();

  protected readonly act = new Act();
  protected readonly names = computed(() => {
    const consent = this.consent();
    return consent === null ? '' : listed(receiversOf(consent), localeOf(this.words.language()));
  });

  protected close(open: boolean): void {
    if (open) return;
    this.act.forget();
    this.consent.set(null);
  }

  protected async takeBack(): Promise<void> {
    const consent = this.consent();
    if (consent === null) return;
    await this.act.run(() => this.api.act(`/me/consents/${consent.id}/withdrawal`));
    if (this.act.failed()) return;
    this.consent.set(null);
    this.done.emit();
  }
}
