import { Component, computed, inject, input, output } from '@angular/core';
import { type ParticipantView } from '@samspel/shared/api.ts';
import { isOffered } from '../case/acts.ts';
import { placeOf } from '../text/format/place.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Words } from '../text/words.ts';
import { IconButton } from '../ui/icon-button.ts';
import { type MenuEntry, UiMenu } from '../ui/menu.ts';
import { Icon } from '../ui/icon.ts';
import { OrgBadge } from '../ui/org-badge.ts';

/** One of the team: who, where, what they may say, and what to ask them about. */
@Component({
  selector: 'li[appParticipantRow]',
  imports: [Icon, IconButton, OrgBadge, TextPipe, UiMenu, WhenPipe],
  template: `
    <ui-org [org]="one().staff.organisation" beside />
    <div>
      <b>{{ one().staff.name }}</b>
      <small>{{ place() }}</small>
      @if (parts(); as said) {
        <small class="part">{{ said }}</small>
      }
      <small>{{ 'careTeam.mandate.' + one().mandate | t }}, {{ 'careTeam.since' | t: { day: one().since | when: 'day' } }}</small>
      @if (one().questionArea; as area) {
        <small><ui-icon name="question" /> {{ 'careTeam.ask' | t: { area: area } }}</small>
      }
    </div>
    <span class="row">
      @if (one().phone; as phone) {
        @if (!one().isYou) {
          <a uiIconButton="phone" [href]="'tel:' + phone" [label]="'careTeam.call' | t: { name: one().staff.name, phone: phone }"></a>
        }
      }
      @if (menu().length > 0) {
        <ui-menu [label]="'careTeam.menu' | t: { name: one().staff.name }" [entries]="menu()" (chosen)="choose($event)">
          <ui-icon name="down" /><span class="vh">{{ 'careTeam.menu' | t: { name: one().staff.name } }}</span>
        </ui-menu>
      }
    </span>
  `,
})
export class ParticipantRow {
  private readonly words = inject(Words);

  readonly one = input.required<ParticipantView>({ alias: 'appParticipantRow' });
  /** Of a closed case: nobody holds or leads it any more. */
  readonly closed = input(false);
  readonly edit = output<void>();
  readonly leave = output<void>();

  protected readonly place = computed(() => {
    const { role, staff } = this.one();
    return `${role}, ${placeOf(staff.organisation.shortName, staff.unit)}`;
  });
  protected readonly parts = computed(() => {
    const { isOwner, isCoordinator, isYou } = this.one();
    const open = !this.closed();
    const parts = [open && isOwner && 'careTeam.part.owner', open && isCoordinator && 'careTeam.part.coordinator', isYou && 'careTeam.part.you'];
    return parts
      .filter((part) => part !== false)
      .map((part) => this.words.t(part))
      .join('. ');
  });
  protected readonly menu = computed<readonly MenuEntry[]>(() => {
    const entries: readonly MenuEntry[] = [
      { value: 'participant.change', label: this.words.t('careTeam.change.open'), icon: 'edit' },
      { value: 'participant.leave', label: this.words.t('careTeam.leave.open'), icon: 'exit' },
    ];
    return entries.filter(({ value }) => isOffered(this.one(), value));
  });

  protected choose(value: string): void {
    if (value === 'participant.change') this.edit.emit();
    else this.leave.emit();
  }
}
