import { Component, computed, inject, input, output } from '@angular/core';
import { type ContactView } from '@samspel/shared/api.ts';
import { Act } from '../api/act.ts';
import { Api } from '../api/api.ts';
import { isOffered } from '../case/acts.ts';
import { CaseStore } from '../case/case-store.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { IconButton } from '../ui/icon-button.ts';
import { Icon } from '../ui/icon.ts';
import { type MenuEntry, UiMenu } from '../ui/menu.ts';
import { Problem } from '../ui/problem.ts';

/** A contact without login. */
@Component({
  selector: 'li[appContactRow]',
  imports: [Icon, IconButton, Problem, TextPipe, UiMenu],
  template: `
    <ui-icon name="user" />
    <div>
      <b>{{ contact().name }}</b>
      <small>{{ what() }}</small>
      @if (contact().email; as email) {
        <small
          ><a [href]="'mailto:' + email">{{ email }}</a></small
        >
      }
      @if (contact().questionArea; as area) {
        <small><ui-icon name="question" /> {{ 'careTeam.ask' | t: { area: area } }}</small>
      }
      @if (act.problem(); as problem) {
        <ui-problem [problem]="problem" />
      }
    </div>
    <span class="row">
      @if (contact().phone; as phone) {
        <a uiIconButton="phone" [href]="'tel:' + phone" [label]="'careTeam.call' | t: { name: contact().name, phone: phone }"></a>
      }
      @if (menu().length > 0) {
        <ui-menu [label]="'careTeam.menu' | t: { name: contact().name }" [entries]="menu()" (chosen)="choose($event)">
          <ui-icon name="down" /><span class="vh">{{ 'careTeam.menu' | t: { name: contact().name } }}</span>
        </ui-menu>
      }
    </span>
  `,
})
export class ContactRow {
  private readonly api = inject(Api);
  private readonly store = inject(CaseStore);
  private readonly words = inject(Words);

  readonly contact = input.required<ContactView>({ alias: 'appContactRow' });
  readonly edit = output<void>();
  readonly removed = output<void>();
  protected readonly act = new Act();
  protected readonly what = computed(() => {
    const { kind, worksAt } = this.contact();
    const said = this.words.t(`careTeam.contact.kind.${kind}`);
    return worksAt === '' || worksAt === said ? said : `${said}, ${worksAt}`;
  });
  protected readonly menu = computed<readonly MenuEntry[]>(() => {
    const entries: readonly MenuEntry[] = [
      { value: 'contact.change', label: this.words.t('careTeam.contact.change'), icon: 'edit' },
      { value: 'contact.remove', label: this.words.t('careTeam.contact.remove'), icon: 'x' },
    ];
    return entries.filter(({ value }) => isOffered(this.contact(), value));
  });

  protected choose(value: string): void {
    if (value === 'contact.change') this.edit.emit();
    else void this.remove();
  }

  private async remove(): Promise<void> {
    const done = await this.act.run(() => this.api.act(`/contacts/${this.contact().id}/removal`).then(() => true));
    if (done === undefined) return;
    this.removed.emit();
    this.store.reload();
  }
}
