import { Component, computed, inject, linkedSignal } from '@angular/core';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Button } from '../ui/button.ts';
import { Dialog } from '../ui/dialog.ts';
import { Act } from '../api/act.ts';
import { Problem } from '../ui/problem.ts';
import { Idle } from './idle.ts';
import { signInAddress } from './sign-in-address.ts';
import { SignInNews } from './sign-in-news.ts';
import { SessionStore } from './session.store.ts';

/**
 * Stands in front of the page when the sign-in is about to end or has ended. The page behind stays as it is, with all
 * that was typed: signing in again happens in another tab.
 */
@Component({
  selector: 'app-session-dialog',
  imports: [Button, Dialog, Problem, TextPipe, WhenPipe],
  template: `
    <ui-dialog [(open)]="open" [heading]="(ended() ? 'session.ended.title' : 'session.idle.title') | t" locked>
      @if (ended()) {
        <p>{{ 'session.ended.text' | t }}</p>
      } @else {
        <p>{{ (idle.final() ? 'session.idle.final' : 'session.idle.text') | t: { time: endsAt() | when: 'time' } }}</p>
      }
      @if (act.problem(); as problem) {
        <ui-problem [problem]="problem" />
      }
      <div class="dialog__foot" uiDialogFoot>
        @if (ended()) {
          <a uiButton [href]="address()" target="_blank">{{ 'session.ended.signIn' | t }}</a>
        } @else if (idle.final()) {
          <button uiButton (click)="open.set(false)">{{ 'session.idle.understood' | t }}</button>
        } @else {
          <button uiButton [busy]="act.busy()" (click)="stay()">{{ 'session.idle.stay' | t }}</button>
        }
        <button uiButton="quiet" (click)="logOut()">{{ 'session.logOut' | t }}</button>
      </div>
    </ui-dialog>
  `,
})
export class SessionDialog {
  private readonly store = inject(SessionStore);
  protected readonly idle = inject(Idle);
  protected readonly act = new Act();

  protected readonly ended = computed(() => this.idle.state() === 'ended');
  protected readonly open = linkedSignal(() => this.idle.state() !== 'working');
  protected readonly endsAt = computed(() => (Number.isFinite(this.idle.endsAt()) ? new Date(this.idle.endsAt()) : null));
  protected readonly address = computed(() => signInAddress(this.store.current()?.audience ?? 'staff', '/inloggad'));

  constructor() {
    inject(SignInNews).listen(() => void this.store.returned());
  }

  protected stay(): void {
    void this.act.run(() => this.idle.stay());
  }

  protected logOut(): void {
    void this.act.run(() => this.store.logOut());
  }
}
