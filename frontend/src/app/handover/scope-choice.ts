import { Component, computed, inject, input, model } from '@angular/core';
import { type CaseView } from '@samspel/shared/api.ts';
import { CASE_SCOPES } from '@samspel/shared/handover/handover.ts';
import { heldBy, mayLetGo } from '../case/holder-words.ts';
import { SessionStore } from '../session/session.store.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Radios } from '../ui/choice.ts';

/** What of the case itself is handed over. Only whoever answers for it can let it go, so the rest says whose it is. */
@Component({
  selector: 'app-scope-choice',
  imports: [Radios, TextPipe],
  template: `<ui-radios boxed [legend]="'handover.scope.legend' | t" [options]="options()" [(value)]="scope" />`,
})
export class ScopeChoice {
  private readonly words = inject(Words);
  private readonly me = inject(SessionStore).assignment;

  readonly view = input.required<CaseView>();
  readonly scope = model<string>();
  protected readonly options = computed(() =>
    CASE_SCOPES.map((value) => {
      const label = this.words.t(`handover.scope.${value}.name`);
      const who = heldBy(this.view().holder, value);
      if (mayLetGo(this.view(), this.me()?.id).includes(value)) return { value, label, hint: this.words.t('handover.scope.yours') };
      if (who.assignmentId === this.me()?.id) return { value, label, shutBecause: this.words.t('handover.scope.pending') };
      return { value, label, shutBecause: this.words.t(`handover.scope.${value}.theirs`, { name: who.name }) };
    }),
  );
}
