import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { type MyMailView } from '@samspel/shared/api.ts';
import { Act } from '../../api/act.ts';
import { Api } from '../../api/api.ts';
import { read } from '../../api/read.ts';
import { TextPipe } from '../../text/text.pipe.ts';
import { Button } from '../../ui/button.ts';
import { Field } from '../../ui/field.ts';
import { TextInput } from '../../ui/input.ts';
import { Load } from '../../ui/load.ts';
import { Note } from '../../ui/note.ts';
import { Problem } from '../../ui/problem.ts';

/** An e-mail when there is something new, for those who ask for it. It says nothing else. */
@Component({
  selector: 'app-news-mail',
  imports: [Button, Field, Load, Note, Problem, TextInput, TextPipe],
  template: `
    <ui-load [of]="mail" />
    @if (mail.value()) {
      <p>{{ 'mySettings.mail.text' | t }}</p>
      @if (act.problem(); as problem) {
        @if (problem.status !== 422) {
          <ui-problem [problem]="problem" />
        }
      }
      <div role="status">
        @if (email(); as address) {
          <ui-note kind="done" icon="check-circle"
            ><p>{{ 'mySettings.mail.on' | t: { address } }}</p></ui-note
          >
        }
      </div>
      @if (email() === null) {
        <form novalidate (submit)="ask($event)">
          <ui-field [label]="'mySettings.mail.address' | t" [error]="wrong() ? ('mySettings.mail.wrong' | t) : null">
            <input uiInput type="email" autocomplete="email" maxlength="254" [(value)]="typed" />
          </ui-field>
          <button uiButton submits [busy]="act.busy()">{{ 'mySettings.mail.start' | t }}</button>
        </form>
      } @else {
        <button uiButton="second" [busy]="act.busy()" (click)="end()">{{ 'mySettings.mail.end' | t }}</button>
      }
    }
  `,
  styles: `
    :host,
    form {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      justify-items: start;
      overflow-wrap: anywhere;
      gap: var(--s-3);
    }
    ui-field {
      inline-size: 100%;
    }
  `,
})
export class NewsMail {
  private readonly api = inject(Api);

  protected readonly mail = read<MyMailView>(() => '/me/mail');
  protected readonly email = computed(() => this.mail.value()?.email ?? null);
  protected readonly typed = linkedSignal(() => this.email() ?? '');
  protected readonly act = new Act();
  private readonly refused = signal(false);
  protected readonly wrong = computed(() => this.refused() || this.act.problem()?.status === 422);

  protected async ask(event: Event): Promise<void> {
    event.preventDefault();
    const email = this.typed().trim();
    this.act.forget();
    this.refused.set(!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email));
    if (this.refused()) return;
    await this.act.run(() => this.api.act('/me/mail', { email }));
    if (!this.act.failed()) this.mail.reload();
  }

  protected async end(): Promise<void> {
    await this.act.run(() => this.api.remove('/me/mail'));
    if (!this.act.failed()) this.mail.reload();
  }
}
