import { afterRenderEffect, Component, computed, type ElementRef, inject, linkedSignal, signal, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { type CaseloadOfferView, type CaseloadView } from '@samspel/shared/api.ts';
import { map } from 'rxjs';
import { read } from '../api/read.ts';
import { ColleaguePicker } from '../care-team/colleague-picker.ts';
import { SessionStore } from '../session/session.store.ts';
import { CountPipe, TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Button } from '../ui/button.ts';
import { Empty } from '../ui/empty.ts';
import { Icon } from '../ui/icon.ts';
import { Load } from '../ui/load.ts';
import { Note } from '../ui/note.ts';
import { Panel } from '../ui/panel.ts';
import { CaseloadOfferForm } from './caseload-offer.ts';

/** Everything a colleague answers for, handed over before they leave or go away: reviewed, and accepted by each receiver. */
@Component({
  imports: [Button, CaseloadOfferForm, ColleaguePicker, CountPipe, Empty, Icon, Load, Note, Panel, RouterLink, TextPipe],
  template: `
    <div class="page-head">
      <div>
        <a class="crumb" routerLink="/fastnat"><ui-icon name="left" />{{ 'shell.nav.stalled' | t }}</a>
        <h1>{{ 'caseload.title' | t }}</h1>
        <p class="lead">{{ 'caseload.lead' | t }}</p>
      </div>
    </div>
    <div class="stack">
      @if (chosen() === undefined) {
        <section uiPanel [heading]="'caseload.whose' | t">
          @if (organisation(); as id) {
            <app-colleague-picker fieldId="caseload-whose" [organisationId]="id" [(assignmentId)]="picked" />
            @if (picked(); as assignmentId) {
              <button uiButton icon="right" (click)="choose(assignmentId)">{{ 'caseload.show' | t }}</button>
            }
          }
        </section>
      } @else {
        <ui-load [of]="caseload" />
        @if (caseload.value(); as view) {
          <section uiPanel [heading]="'caseload.of' | t: { name: view.staff.name }">
            <button uiPanelEnd uiButton="quiet" dense (click)="choose(null)">{{ 'caseload.another' | t }}</button>
            <div #outcome role="status" tabindex="-1">
              @if (result(); as done) {
                <ui-note [kind]="done.offered > 0 ? 'done' : 'plain'" [icon]="done.offered > 0 ? 'check-circle' : 'info'">
                  <p>{{ 'caseload.sent' | count: done.offered }} {{ 'caseload.until' | t: { name: view.staff.givenName } }}</p>
                </ui-note>
              }
            </div>
            @if (refused().length > 0) {
              <h3>{{ 'caseload.refused' | t }}</h3>
              <ul class="stack" role="list">
                @for (line of refused(); track $index) {
                  <li>{{ line.reference }}: {{ line.why }}</li>
                }
              </ul>
            }
            @if (view.items.length > 0) {
              <app-caseload-offer [view]="view" (offered)="offered($event)" />
            } @else {
              <ui-empty icon="check-circle" [heading]="'caseload.none' | t: { name: view.staff.givenName }" [checkedAt]="caseload.readAt()" />
            }
          </section>
        }
      }
    </div>
  `,
})
export default class CaseloadPage {
  private readonly route = inject(ActivatedRoute);
  private readonly router = inject(Router);
  private readonly words = inject(Words);
  private readonly session = inject(SessionStore);

  protected readonly organisation = computed(() => this.session.assignment()?.organisation.id);
  protected readonly chosen = toSignal(this.route.queryParamMap.pipe(map((params) => params.get('medarbetare') ?? undefined)));
  protected readonly caseload = read<CaseloadView>(() =>
    this.chosen() === undefined ? undefined : `/caseloads/${encodeURIComponent(this.chosen()!)}`,
  );
  private readonly outcome = viewChild<ElementRef<HTMLElement>>('outcome');
  protected readonly picked = signal<string | undefined>(undefined);
  protected readonly result = linkedSignal<string | undefined, CaseloadOfferView | null>({ source: this.chosen, computation: () => null });
  protected readonly refused = computed(() => {
    const items = this.caseload.value()?.items ?? [];
    return (this.result()?.refused ?? []).map(({ caseId, because }) => ({
      reference: items.find((item) => item.caseId === caseId)?.reference ?? '',
      why: this.words.known(`problem.because.${because}`) ?? this.words.t('problem.because.other'),
    }));
  });

  constructor() {
    // The form that was sent is empty again; what became of it stands above.
    afterRenderEffect(() => {
      if (this.result() !== null) this.outcome()?.nativeElement.focus();
    });
  }

  protected choose(assignmentId: string | null): void {
    this.picked.set(undefined);
    void this.router.navigate([], { relativeTo: this.route, queryParams: { medarbetare: assignmentId }, queryParamsHandling: 'merge' });
  }

  protected offered(done: CaseloadOfferView): void {
    this.result.set(done);
    this.caseload.reload();
  }
}
