import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type AcceptedInvitationView, type InvitationPreviewView } from '@samspel/shared/api.ts';
import { read } from '../api/read.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Button } from '../ui/button.ts';
import { Icon } from '../ui/icon.ts';
import { Load } from '../ui/load.ts';
import { Note } from '../ui/note.ts';
import { Panel } from '../ui/panel.ts';
import { AcceptForm } from './accept.form.ts';
import { DeclineForm } from './decline.form.ts';
import { PreviewPanel } from './preview-panel.ts';

interface Answer {
  readonly given: 'accepted' | 'declined';
  readonly name: string;
}

/** All an invited unit gets to read before its yes, beside the answer to give. */
@Component({
  imports: [AcceptForm, Button, DeclineForm, Icon, Load, Note, Panel, PreviewPanel, RouterLink, TextPipe],
  template: `
    <a class="crumb" routerLink="/inbjudningar"><ui-icon name="left" />{{ 'shell.title.invitations' | t }}</a>
    <h1>{{ 'invitation.title' | t }}</h1>
    @if (answer(); as given) {
      <div role="status">
        <ui-note kind="done" icon="check-circle">
          <p>{{ 'invitation.answered.' + given.given | t: { name: given.name } }}</p>
          <p class="row">
            <a uiButton="second" dense routerLink="/inbjudningar">{{ 'invitation.toList' | t }}</a>
          </p>
        </ui-note>
      </div>
    } @else {
      <ui-load [of]="preview" />
      @if (preview.value(); as view) {
        @if (view.content; as content) {
          <div class="cols cols--half">
            <div class="stack">
              <app-invitation-preview [content]="content" [unit]="view.unit.name" />
            </div>
            <div class="stack">
              @if (mayAccept()) {
                <section uiPanel [heading]="(declining() ? 'invitation.decline.title' : 'invitation.accept.title') | t">
                  @if (declining()) {
                    <app-decline-form [id]="view.id" (declined)="decline()" (cancelled)="declining.set(false)" />
                  } @else {
                    <app-accept-form [invitation]="view" (accepted)="accept($event.view, $event.name)" />
                    <div class="row rule">
                      <button uiButton="second" (click)="declining.set(true)">{{ 'invitation.decline.start' | t }}</button>
                    </div>
                  }
                </section>
              }
            </div>
          </div>
        } @else {
          <ui-note kind="soon" icon="info"
            ><p>{{ 'invitation.gone' | t }}</p></ui-note
          >
        }
      }
    }
  `,
  styles: '.rule { margin-block-start: var(--s-5); padding-block-start: var(--s-4); border-block-start: 1px solid var(--line) }',
  host: { class: 'stack' },
})
export default class InvitationPage {
  private readonly router = inject(Router);

  /** From the address. */
  readonly id = input.required<string>();

  protected readonly preview = read<InvitationPreviewView>(() => `/invitations/${this.id()}`);
  protected readonly declining = signal(false);
  protected readonly answer = signal<Answer | null>(null);
  protected readonly mayAccept = computed(() => this.preview.value()?.actions.includes('invitation.accept') === true);

  // Whoever named themself goes straight to work; a case opened to a colleague is not theirs to see.
  protected accept(view: AcceptedInvitationView, name: string): void {
    if (view.caseId === null) this.answer.set({ given: 'accepted', name });
    else void this.router.navigate(['/arenden', view.caseId]);
  }

  protected decline(): void {
    this.answer.set({ given: 'declined', name: '' });
  }
}
