import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type CreatedView, type PublicationPreviewView } from '@samspel/shared/api.ts';
import { VERSION_REASON_MAX } from '@samspel/shared/plan/plan.ts';
import { Api } from '../api/api.ts';
import { read } from '../api/read.ts';
import { offered } from '../case/acts.ts';
import { CaseStore } from '../case/case-store.ts';
import { FormState } from '../case/form-state.ts';
import { PersonPlan, type PlanMode } from '../citizen/plan/person-plan.ts';
import { draft } from '../note/draft.ts';
import { PageTitle } from '../shell/page-title.ts';
import { CountPipe, TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { ActForm } from '../case/act-form.ts';
import { ActionButton } from '../ui/action-button.ts';
import { Button } from '../ui/button.ts';
import { Empty } from '../ui/empty.ts';
import { Field } from '../ui/field.ts';
import { Icon } from '../ui/icon.ts';
import { TextInput } from '../ui/input.ts';
import { Load } from '../ui/load.ts';
import { Note } from '../ui/note.ts';
import { Panel } from '../ui/panel.ts';
import { Segment } from '../ui/segment.ts';
import { PlainWordsForm } from './plain-words.form.ts';

/** Publishing to the person: what is missing, what could be said more simply, exactly what they will read, and why a new version. */
@Component({
  imports: [
    ActForm,
    ActionButton,
    Button,
    CountPipe,
    Empty,
    Field,
    Icon,
    Load,
    Note,
    Panel,
    PersonPlan,
    PlainWordsForm,
    RouterLink,
    Segment,
    TextInput,
    TextPipe,
  ],
  providers: [CaseStore],
  templateUrl: './publish.page.html',
})
export default class PublishPage {
  private readonly api = inject(Api);
  private readonly words = inject(Words);
  private readonly router = inject(Router);
  private readonly title = inject(PageTitle);
  protected readonly store = inject(CaseStore);

  readonly id = input.required<string>();

  protected readonly max = VERSION_REASON_MAX;
  protected readonly view = this.store.view;
  protected readonly plan = computed(() => this.view()?.plan ?? null);
  protected readonly acts = computed(() => offered(this.plan() ?? { actions: [], blocked: [] }));
  protected readonly may = computed(() => this.plan()?.actions.includes('plan.publish') === true);
  protected readonly givenName = computed(() => this.view()?.person.givenName ?? '');
  protected readonly preview = read<PublicationPreviewView>(() => {
    const plan = this.plan();
    return plan === null || !this.may() ? undefined : `/plans/${plan.id}/publication-preview`;
  });
  protected readonly form = new FormState(this.words, 'publish', ['reason'], 'plan.error.');
  protected readonly reason = draft(() => `publication:${this.id()}`);
  protected readonly mode = signal<PlanMode>('full');
  protected readonly modes = computed(() => [
    { value: 'full', label: this.words.t('plan.sight.full'), icon: 'eye' as const },
    { value: 'simple', label: this.words.t('plan.sight.simple'), icon: 'sun' as const },
  ]);
  /** With the item itself, which is what is changed; one this reader may not change is only named. */
  protected readonly withoutPlain = computed(() => {
    const plan = this.plan();
    const items = [...(plan?.goals ?? []), ...(plan?.activities ?? [])];
    return (this.preview.value()?.missingPlain ?? []).map(({ itemId, text }) => {
      const item = items.find(({ id }) => id === itemId);
      const actions: readonly string[] = item?.actions ?? [];
      return {
        itemId,
        text,
        item: item !== undefined && actions.some((action) => action === 'item.edit' || action === 'activity.edit') ? item : null,
      };
    });
  });
  protected readonly lacking = computed(() => this.preview.value()?.missing ?? []);

  constructor() {
    effect(() => this.store.id.set(this.id()));
    effect(() => {
      if (this.givenName() !== '') this.title.name(this.words.t('plan.publish.open', { name: this.givenName() }));
    });
    this.store.whileWriting(() => this.form.act.busy());
  }

  protected show(mode: string): void {
    this.mode.set(mode === 'simple' ? 'simple' : 'full');
  }

  /** Where what is missing is put right: the facts of the plan, or the item itself. */
  protected wayTo(code: string, itemId: string | null): string | null {
    return itemId ?? (['NO_RESPONSIBLE_AUTHORITY', 'NO_OTHER_MEASURE_ANSWER'].includes(code) ? 'settings' : null);
  }

  protected refresh(): void {
    this.preview.reload();
  }

  protected async publish(): Promise<void> {
    const plan = this.plan();
    const reason = this.reason.text().trim();
    if (plan === null || !this.form.check({ reason: reason === '' && 'required' })) return;
    const made = await this.form.send((key) => this.api.create<CreatedView>(`/plans/${plan.id}/publication`, { reason }, key));
    this.store.reload();
    this.preview.reload();
    if (made === undefined) return;
    this.reason.discard();
    await this.router.navigate(['/arenden', this.id(), 'plan', 'versioner']);
  }
}
