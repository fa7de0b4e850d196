import { Component, computed, inject } from '@angular/core';
import { Act } from '../api/act.ts';
import { SessionStore } from '../session/session.store.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Button } from '../ui/button.ts';
import { Icon } from '../ui/icon.ts';
import { Problem } from '../ui/problem.ts';

/** Whose pages these are while somebody acts for another, and the way back to one's own. On every page, so nobody forgets. */
@Component({
  selector: 'app-acting-banner',
  imports: [Button, Icon, Problem, TextPipe],
  template: `
    @if (acting(); as person) {
      <div class="acting" role="region" [attr.aria-label]="'shell.acting.label' | t">
        <p>
          <ui-icon name="users" /><b>{{ 'shell.acting.now' | t: { name: person.name } }}</b>
        </p>
        <button uiButton="second" dense [busy]="act.busy()" (click)="end()">{{ 'shell.acting.end' | t }}</button>
      </div>
      @if (act.problem(); as problem) {
        <ui-problem [problem]="problem" />
      }
    }
  `,
  host: { class: 'acting-place' },
})
export class ActingBanner {
  private readonly store = inject(SessionStore);

  protected readonly act = new Act();
  protected readonly acting = computed(() => this.store.current()?.actingFor ?? null);

  protected end(): void {
    void this.act.run(() => this.store.actFor(null));
  }
}
