import { afterNextRender, Component, computed, inject, input } from '@angular/core';
import { ActivatedRoute } from '@angular/router';
import { type CaseView } from '@samspel/shared/api.ts';
import { JoinRequest } from '../care-team/join-request.ts';
import { TeamPanel } from '../care-team/team.panel.ts';
import { ConsentBanner } from '../consent/consent-banner.ts';
import { ConsentPanel } from '../consent/consent.panel.ts';
import { BatonPanel } from '../handover/baton.panel.ts';
import { NotesPanel } from '../note/notes.panel.ts';
import { MessagesPanel } from '../person-message/messages.panel.ts';
import { PlanPanel } from '../plan/plan.panel.ts';
import { QuestionsPanel } from '../question/questions.panel.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { TimelinePanel } from '../timeline/timeline.panel.ts';
import { Icon } from '../ui/icon.ts';
import { AccessPanel } from './access.panel.ts';
import { ClosedBanner } from './closed-banner.ts';
import { CoordinatorQuestion } from './coordinator-question.ts';
import { HolderActs } from './holder-acts.ts';
import { HolderPanel } from './holder.panel.ts';
import { Introduction } from './introduction.ts';
import { SectionList } from './section-list.ts';
import { TodoPanel } from './todo.panel.ts';

/** The sections of the case in reading order: who holds it, what to do, the plan, what the person says, what happened, who, under which consent. */
@Component({
  selector: 'app-case-sheet',
  imports: [
    AccessPanel,
    BatonPanel,
    ClosedBanner,
    ConsentBanner,
    ConsentPanel,
    CoordinatorQuestion,
    HolderActs,
    HolderPanel,
    Icon,
    Introduction,
    JoinRequest,
    MessagesPanel,
    NotesPanel,
    PlanPanel,
    QuestionsPanel,
    SectionList,
    TeamPanel,
    TextPipe,
    TimelinePanel,
    TodoPanel,
  ],
  template: `
    <div class="case__top">
      @if (view().closed; as closed) {
        <app-closed-banner [closed]="closed" />
      }
      <app-consent-banner [view]="view()" />
      @if (view().introduction; as introduction) {
        <app-introduction [introduction]="introduction" [view]="view()" />
      }
      @if (view().coordinatorRequest; as request) {
        <app-coordinator-question [request]="request" />
      }
      @for (request of view().joinRequests; track request.id) {
        <app-join-request [request]="request" />
      }
    </div>
    <div class="case">
      <section appHolderPanel [view]="view()"><app-holder-acts class="acts-row" [view]="view()" /></section>
      <app-section-list class="toc" [todo]="todo()" [label]="'case.sections' | t" />
      <div class="case__main">
        <app-todo-panel id="att-gora" [view]="view()" />
        <app-plan-panel id="plan" [view]="view()" />
        <app-messages-panel id="sager" [view]="view()" />
        <app-timeline-panel id="tidslinje" [view]="view()" />
        <app-baton-panel id="stafetten" [caseId]="view().id" />
        <app-consent-panel id="samtycke" [view]="view()" />
        <app-notes-panel id="anteckningar" [view]="view()" />
      </div>
      <div class="case__rail">
        <app-team-panel id="team" [view]="view()" />
        <app-questions-of-case id="fragor" [view]="view()" />
        <app-access-panel id="insyn" [view]="view()" />
      </div>
    </div>
    <nav class="actionbar" [attr.aria-label]="'case.bar.label' | t">
      @if (view().holder.ownerPhone; as phone) {
        <a [href]="'tel:' + phone"><ui-icon name="phone" />{{ 'case.bar.call' | t: { name: view().holder.owner.givenName } }}</a>
      }
      <a href="#anteckningar" (click)="goTo($event, 'anteckningar')"><ui-icon name="edit" />{{ 'note.title' | t }}</a>
      <a href="#team" (click)="goTo($event, 'team')"><ui-icon name="users" />{{ 'careTeam.title' | t }}</a>
    </nav>
  `,
})
export class CaseSheet {
  readonly view = input.required<CaseView>();
  protected readonly todo = computed(() => this.view().todo.mine.length + this.view().todo.others.length);

  constructor() {
    // A link to a section of the case is followed once the case is there.
    const { fragment } = inject(ActivatedRoute).snapshot;
    afterNextRender(() => {
      if (fragment !== null) document.getElementById(fragment)?.scrollIntoView();
    });
  }

  // The page has a base address, so a plain fragment link would leave for the start page.
  protected goTo(event: Event, id: string): void {
    event.preventDefault();
    document.getElementById(id)?.scrollIntoView();
  }
}
