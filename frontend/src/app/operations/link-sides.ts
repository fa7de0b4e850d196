import { Component, computed, inject, input, model } from '@angular/core';
import { type OrganisationList } from '@samspel/shared/api.ts';
import { PRINCIPAL_KINDS } from '@samspel/shared/organisation/organisation.ts';
import { read } from '../api/read.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';
import { Load } from '../ui/load.ts';
import { Segment } from '../ui/segment.ts';

export interface Sides {
  readonly by: 'kinds' | 'units';
  readonly from: string;
  readonly to: string;
}

/** Which links a new template is for: between two kinds of principal, or between two units. Either side may be any. */
@Component({
  selector: 'app-link-sides',
  imports: [Field, Load, Segment, TextInput, TextPipe],
  template: `
    <ui-segment [legend]="'operations.link.by.label' | t" [options]="ways()" [value]="sides().by" (valueChange)="turn($event)" />
    <ui-load [of]="organisations" />
    @for (side of ends; track side) {
      <ui-field
        [label]="'operations.link.' + side | t"
        [fieldId]="side === 'from' ? fromId() : toId()"
        [error]="side === 'from' ? fromError() : toError()"
      >
        <select uiInput [value]="sides()[side]" (valueChange)="change(side, $event)">
          <option value="">{{ 'operations.link.any' | t }}</option>
          @for (each of choices(); track each.value) {
            <option [value]="each.value">{{ each.label }}</option>
          }
        </select>
      </ui-field>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s-4);
      margin-block: var(--s-5);
    }
    ui-field {
      margin: 0;
    }
  `,
})
export class LinkSides {
  private readonly words = inject(Words);

  readonly sides = model.required<Sides>();
  readonly fromId = input.required<string>();
  readonly toId = input.required<string>();
  readonly fromError = input<string | null>(null);
  readonly toError = input<string | null>(null);

  protected readonly ends = ['from', 'to'] as const;
  protected readonly organisations = read<OrganisationList>(() => (this.sides().by === 'units' ? '/organisations' : undefined));
  protected readonly ways = computed(() =>
    (['kinds', 'units'] as const).map((value) => ({ value, label: this.words.t(`operations.link.by.${value}`) })),
  );
  protected readonly choices = computed(() =>
    this.sides().by === 'kinds'
      ? PRINCIPAL_KINDS.filter((kind) => kind !== 'FEDERATION').map((value) => ({
          value: value,
          label: this.words.t(`operations.kind.${value}`),
        }))
      : (this.organisations.value()?.items ?? []).flatMap(({ shortName, units }) =>
          units.map(({ id, name }) => ({ value: id, label: `${name}, ${shortName}` })),
        ),
  );

  protected turn(by: string): void {
    this.sides.set({ by: by === 'units' ? 'units' : 'kinds', from: '', to: '' });
  }

  protected change(side: 'from' | 'to', value: string): void {
    this.sides.update((sides) => ({ ...sides, [side]: value }));
  }
}
