import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type CaseHandoversView, type HandoverRowView } from '@samspel/shared/api.ts';
import { read } from '../api/read.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Words } from '../text/words.ts';
import { Load } from '../ui/load.ts';
import { OrgBadge } from '../ui/org-badge.ts';
import { Panel } from '../ui/panel.ts';
import { Tag, type TagKind } from '../ui/tag.ts';
import { type IconName } from '../ui/icon.ts';
import { clockTag, isOnItsWay } from './baton-words.ts';

/** Stafetten: every hand the case has been in, newest first. Read when somebody asks for it, since every look is logged. */
@Component({
  selector: 'app-baton-panel',
  imports: [Load, OrgBadge, Panel, RouterLink, Tag, TextPipe, WhenPipe],
  template: `
    <section uiPanel [heading]="'handover.case.baton' | t">
      <details class="fold" (toggle)="open.set(true)">
        <summary>{{ 'handover.case.batonShow' | t }}</summary>
        <ui-load [of]="list" />
        @if (rows(); as shown) {
          <ul class="tasks" role="list">
            @for (each of shown; track each.row.id) {
              <li>
                <ui-org [org]="each.row.to.organisation" beside />
                <div class="task__text">
                  <a [routerLink]="['/overlamningar', each.row.id]">{{
                    'handover.case.row' | t: { scope: 'handover.scope.' + each.row.scope + '.name' | t, unit: each.row.to.unit.name }
                  }}</a>
                  <p class="task__meta">
                    {{ each.row.from.staff.name }}, {{ each.row.from.organisation.shortName }}
                    @if (each.row.offeredAt; as at) {
                      · {{ at | when: 'moment' }}
                    }
                  </p>
                </div>
                <span class="task__end">
                  <ui-tag [kind]="each.kind" [icon]="each.icon">{{ each.text }}</ui-tag>
                </span>
              </li>
            } @empty {
              <li class="muted">{{ 'handover.case.batonNone' | t }}</li>
            }
          </ul>
        }
      </details>
    </section>
  `,
})
export class BatonPanel {
  private readonly words = inject(Words);

  readonly caseId = input.required<string>();
  protected readonly open = signal(false);
  protected readonly list = read<CaseHandoversView>(() => (this.open() ? `/cases/${this.caseId()}/handovers` : undefined));
  protected readonly rows = computed(() => this.list.value()?.items.map((row) => ({ row, ...this.standing(row) })));

  private standing(row: HandoverRowView): { kind: TagKind; icon: IconName; text: string } {
    const state = this.words.t(`handover.state.${row.state}`);
    if (isOnItsWay(row)) return { kind: row.clock.overdue ? 'late' : 'wait', icon: 'hourglass', text: clockTag(row.clock, this.words) ?? state };
    if (row.state === 'COMPLETED' || row.state === 'ACCEPTED' || row.state === 'IN_PROGRESS')
      return { kind: 'done', icon: 'check-circle', text: state };
    return { kind: 'plain', icon: row.state === 'ON_HOLD' ? 'pause' : row.state === 'DRAFT' ? 'edit' : 'no', text: state };
  }
}
