import { Component, computed, inject } from '@angular/core';
import { type MyRepresentationsView } from '@samspel/shared/api.ts';
import { Act } from '../../api/act.ts';
import { Api } from '../../api/api.ts';
import { read } from '../../api/read.ts';
import { SessionStore } from '../../session/session.store.ts';
import { TextPipe } from '../../text/text.pipe.ts';
import { WhenPipe } from '../../text/when.pipe.ts';
import { Button } from '../../ui/button.ts';
import { Load } from '../../ui/load.ts';
import { Panel } from '../../ui/panel.ts';
import { Problem } from '../../ui/problem.ts';

/** Whom one may act for, and who may act for oneself. */
@Component({
  selector: 'app-act-for',
  imports: [Button, Load, Panel, Problem, TextPipe, WhenPipe],
  template: `
    <section uiPanel [heading]="'mySettings.acting.heading' | t">
      <ui-load [of]="list" />
      @if (act.problem(); as problem) {
        <ui-problem [problem]="problem" />
      }
      @if (list.value(); as found) {
        <ul role="list" class="persons">
          @for (each of found.actingFor; track each.personId) {
            <li>
              <p>
                <b>{{ each.name }}</b>
              </p>
              <p class="small">
                {{ 'mySettings.acting.you' | t: { as: 'mySettings.acting.kind.' + each.kind | t, day: each.validTo | when: 'full-day' } }}
              </p>
              @if (each.personId === current()) {
                <button uiButton="second" [busy]="act.busy()" (click)="switchTo(null)">{{ 'shell.acting.end' | t }}</button>
              } @else {
                <button uiButton="second" icon="users" [busy]="act.busy()" (click)="switchTo(each.personId)">
                  {{ 'mySettings.acting.begin' | t: { name: each.name } }}
                </button>
              }
            </li>
          } @empty {
            <li class="soft">{{ 'mySettings.acting.nobody' | t }}</li>
          }
        </ul>
        <h3>{{ 'mySettings.acting.own' | t }}</h3>
        <ul role="list" class="persons">
          @for (each of found.own; track each.id) {
            <li>
              <p>
                <b>{{ each.name }}</b>
              </p>
              <p class="small">
                {{ 'mySettings.acting.they' | t: { as: 'mySettings.acting.kind.' + each.kind | t, day: each.validTo | when: 'full-day' } }}
              </p>
              @if (current() === null && each.kind === 'OMBUD') {
                <button uiButton="quiet" icon="x" [busy]="act.busy()" (click)="end(each.id)">
                  {{ 'mySettings.acting.stop' | t }}<span class="vh">: {{ each.name }}</span>
                </button>
              }
            </li>
          } @empty {
            <li class="soft">{{ 'mySettings.acting.none' | t }}</li>
          }
        </ul>
      }
    </section>
  `,
  styles: `
    :host {
      display: block;
    }
    .persons {
      padding: 0;
      list-style: none;
    }
    .persons > li {
      display: grid;
      justify-items: start;
      gap: var(--s-2);
      padding-block: var(--s-2);
    }
    h3 {
      margin-block-start: var(--s-4);
    }
  `,
})
export class ActFor {
  private readonly api = inject(Api);
  private readonly store = inject(SessionStore);

  protected readonly act = new Act();
  protected readonly list = read<MyRepresentationsView>(() => '/me/representations');
  protected readonly current = computed(() => this.store.current()?.actingFor?.personId ?? null);

  protected switchTo(personId: string | null): void {
    void this.act.run(() => this.store.actFor(personId));
  }

  protected async end(id: string): Promise<void> {
    await this.act.run(() => this.api.act(`/me/representatives/${id}/ending`));
    if (!this.act.failed()) this.list.reload();
  }
}
