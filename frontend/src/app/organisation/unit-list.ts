import { Component, computed, inject, input } from '@angular/core';
import { type UnitView } from '@samspel/shared/api.ts';
import { SessionStore } from '../session/session.store.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Tag } from '../ui/tag.ts';

/** The open units of an organisation and how to reach each. */
@Component({
  selector: 'app-unit-list',
  imports: [Tag, TextPipe],
  template: `
    <ul class="people" role="list">
      @for (unit of open(); track unit.id) {
        <li>
          <span></span>
          <div>
            <b>{{ unit.name }}</b>
            @if (unit.phone; as phone) {
              <small
                ><a [href]="'tel:' + phone">{{ phone }}</a></small
              >
            }
            @if (unit.functionAddress; as address) {
              <small
                ><a [href]="'mailto:' + address">{{ address }}</a></small
              >
            }
            @if (unit.takesIntake) {
              <ui-tag icon="check">{{ 'organisation.takesIntake' | t }}</ui-tag>
            }
          </div>
        </li>
      } @empty {
        <li class="soft">{{ 'organisation.noUnits' | t }}</li>
      }
    </ul>
  `,
  styles: `
    .people > li {
      grid-template-columns: 0 1fr;
      column-gap: 0;
    }
    .people > li.soft {
      display: block;
    }
    small {
      overflow-wrap: anywhere;
    }
    ui-tag {
      margin-block-start: var(--s-1);
    }
  `,
})
export class UnitList {
  private readonly today = inject(SessionStore).today;

  readonly units = input.required<readonly UnitView[]>();
  protected readonly open = computed(() => this.units().filter((unit) => unit.closedOn === null || unit.closedOn > this.today()));
}
