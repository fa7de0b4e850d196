import { Component, computed, inject, signal } from '@angular/core';
import { type LinkTemplateList, type LinkTemplateView } from '@samspel/shared/api.ts';
import { read } from '../api/read.ts';
import { CountPipe, TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Announcer } from '../ui/announcer.ts';
import { Button } from '../ui/button.ts';
import { Dialog } from '../ui/dialog.ts';
import { Empty } from '../ui/empty.ts';
import { Load } from '../ui/load.ts';
import { Panel } from '../ui/panel.ts';
import { LIMIT_NAMES, linkOf } from './link-template.ts';
import { LinkTemplateForm } from './link-template.form.ts';

/** How long each link may take and what is to be ticked before a handover leaves, kept as data. */
@Component({
  selector: 'app-link-templates-tab',
  imports: [Button, CountPipe, Dialog, Empty, LinkTemplateForm, Load, Panel, TextPipe],
  template: `
    <section uiPanel [heading]="'operations.tab.links' | t">
      <button uiPanelEnd uiButton dense icon="plus" (click)="edit(null)">{{ 'operations.link.add' | t }}</button>
      <p class="soft">{{ 'operations.link.lead' | t }}</p>
      <ui-load [of]="templates" />
      @if (templates.value()) {
        <ul class="tasks tasks--plain" role="list">
          @for (row of rows(); track row.template.id) {
            <li>
              <div class="task__text">
                <span class="task__name">{{ row.template.name }}</span>
                <p class="task__meta">
                  <span>{{ row.link }}</span>
                  <span>{{ 'operations.link.lines' | count: row.template.checklist.length }}</span>
                </p>
                <dl class="facts">
                  @for (limit of limits; track limit) {
                    <div>
                      <dt>{{ 'operations.link.short.' + limit | t }}</dt>
                      <dd>{{ 'operations.link.nDays' | count: row.template[limit] }}</dd>
                    </div>
                  }
                </dl>
              </div>
              <span class="task__end">
                <button uiButton="second" dense icon="edit" (click)="edit(row.template)">
                  {{ 'operations.change' | t }}<span class="vh">, {{ row.template.name }}</span>
                </button>
              </span>
            </li>
          } @empty {
            <li class="nobody"><ui-empty icon="arrow" [heading]="'operations.link.none' | t" [checkedAt]="templates.readAt()" /></li>
          }
        </ul>
      }
    </section>
    <ui-dialog [(open)]="open" [heading]="(template() ? 'operations.link.change' : 'operations.link.add') | t">
      @if (open()) {
        <app-link-template-form [template]="current()" (saved)="saved()" (stale)="templates.reload()" (cancelled)="open.set(false)" />
      }
    </ui-dialog>
  `,
  styles: `
    .soft {
      margin-block-end: var(--s-4);
    }
    .facts {
      margin-block-start: var(--s-2);
      font-size: var(--t-14);
    }
    .tasks > .nobody {
      display: block;
    }
  `,
})
export class LinkTemplatesTab {
  private readonly words = inject(Words);
  private readonly announcer = inject(Announcer);

  protected readonly limits = LIMIT_NAMES;
  protected readonly templates = read<LinkTemplateList>(() => '/link-templates');
  protected readonly open = signal(false);
  protected readonly template = signal<string | null>(null);
  protected readonly rows = computed(() =>
    (this.templates.value()?.items ?? []).map((template) => ({ template, link: linkOf(template, this.words) })),
  );
  /** As it was read last, so that what is saved is saved on the newest version. */
  protected readonly current = computed(() => this.templates.value()?.items.find(({ id }) => id === this.template()) ?? null);

  protected edit(template: LinkTemplateView | null): void {
    this.template.set(template?.id ?? null);
    this.open.set(true);
  }

  protected saved(): void {
    this.open.set(false);
    this.announcer.say(this.words.t('operations.saved'));
    this.templates.reload();
  }
}
