import { Component, inject, input, output } from '@angular/core';
import { type CaseView } from '@samspel/shared/api.ts';
import { Api } from '../api/api.ts';
import { ActForm } from '../case/act-form.ts';
import { CaseStore } from '../case/case-store.ts';
import { FormState } from '../case/form-state.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Announcer } from '../ui/announcer.ts';
import { ShareSight } from './share-sight.ts';
import { type PlanItem } from './plan-item.ts';

/** "Dela": what was a draft of one organisation, to the team. Says exactly who will read it before it happens. */
@Component({
  selector: 'app-share-item-form',
  imports: [ActForm, ShareSight, TextPipe],
  template: `
    <form [appActForm]="form" [label]="'plan.share.send' | t" (sent)="share()" (cancelled)="cancelled.emit()">
      <h4>{{ 'plan.share.title' | t }}</h4>
      <app-share-sight [view]="view()" />
      <p class="small soft">{{ 'plan.share.stays' | t }}</p>
    </form>
  `,
})
export class ShareItemForm {
  private readonly api = inject(Api);
  private readonly store = inject(CaseStore);
  private readonly words = inject(Words);
  private readonly announcer = inject(Announcer);

  readonly item = input.required<PlanItem>();
  readonly view = input.required<CaseView>();
  readonly done = output<void>();
  readonly cancelled = output<void>();
  protected readonly form = new FormState(this.words, 'share', [], 'plan.error.');

  protected async share(): Promise<void> {
    const { id, version } = this.item();
    const shared = await this.form.send(() => this.api.act(`/plan-items/${id}/sharing`, {}, version).then(() => true));
    this.store.reload();
    if (!shared) return;
    this.announcer.say(this.words.t('plan.share.done'));
    this.done.emit();
  }
}
