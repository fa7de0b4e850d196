import { Component, inject, input, output } from '@angular/core';
import { Router } from '@angular/router';
import { type ParticipantView } from '@samspel/shared/api.ts';
import { Api } from '../api/api.ts';
import { ActForm } from '../case/act-form.ts';
import { FormState } from '../case/form-state.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Announcer } from '../ui/announcer.ts';

/** Leaves the team; from then on the case is closed to whoever left. */
@Component({
  selector: 'app-leave-form',
  imports: [ActForm, TextPipe],
  template: `
    <form [appActForm]="form" kind="stop" [label]="'careTeam.leave.send' | t" (sent)="leave()" (cancelled)="done.emit()">
      <p>{{ 'careTeam.leave.text' | t }}</p>
    </form>
  `,
})
export class LeaveForm {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly words = inject(Words);
  private readonly announcer = inject(Announcer);

  readonly participant = input.required<ParticipantView>();
  readonly done = output<void>();
  protected readonly form = new FormState(this.words, 'leave', []);

  protected async leave(): Promise<void> {
    const left = await this.form.send(() => this.api.act(`/participants/${this.participant().id}/departure`).then(() => true));
    if (left === undefined) return;
    this.announcer.say(this.words.t('careTeam.leave.left'));
    await this.router.navigateByUrl('/arenden');
  }
}
