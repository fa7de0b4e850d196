import { Component, inject, signal } from '@angular/core';
import { TextPipe } from '../../text/text.pipe.ts';
import { Words } from '../../text/words.ts';
import { ActionButton } from '../action-button.ts';
import { Button } from '../button.ts';
import { Count } from '../count.ts';
import { IconButton } from '../icon-button.ts';
import { type IconName } from '../icon.ts';
import { type MenuEntry, UiMenu } from '../menu.ts';
import { Panel } from '../panel.ts';
import { Tag, type TagKind } from '../tag.ts';

const TAGS: readonly (readonly [TagKind, IconName])[] = [
  ['done', 'check-circle'],
  ['go', 'half'],
  ['plain', 'ring'],
  ['wait', 'hourglass'],
  ['later', 'lock'],
  ['late', 'alert'],
  ['stop', 'shield'],
  ['solid', 'stop'],
];

@Component({
  selector: 'app-kit-buttons',
  imports: [ActionButton, Button, Count, IconButton, Panel, Tag, TextPipe, UiMenu],
  template: `
    <section uiPanel [heading]="'kit.buttons.title' | t">
      <div class="row">
        <button uiButton>{{ 'kit.buttons.main' | t }}</button>
        <button uiButton class="is-hover">{{ 'kit.buttons.hover' | t }}</button>
        <button uiButton class="is-focus">{{ 'kit.buttons.focus' | t }}</button>
        <button uiButton [busy]="true">{{ 'kit.buttons.busy' | t }}</button>
        <button uiButton="second">{{ 'kit.buttons.second' | t }}</button>
        <button uiButton="quiet">{{ 'kit.buttons.quiet' | t }}</button>
        <button uiButton="stop">{{ 'kit.buttons.stop' | t }}</button>
        <button uiButton="second" dense icon="bell">{{ 'kit.remind' | t }}</button>
        <button uiIconButton="phone" [label]="'kit.buttons.call' | t"></button>
        <button type="button" class="linkbtn">{{ 'kit.buttons.link' | t }}</button>
        <ui-menu look="btn btn--second" [label]="'kit.buttons.menu' | t" [entries]="menu()" (chosen)="chosen.set($event)">{{
          'kit.buttons.menu' | t
        }}</ui-menu>
      </div>
      <div class="stack rule">
        <span class="tiny muted">{{ 'kit.buttons.blocked' | t }}</span>
        <div class="row">
          <ui-action action="publish" [of]="view" (act)="chosen.set('publish')">{{ 'kit.buttons.publish' | t }}</ui-action>
          <ui-action action="close" kind="second" [of]="view">{{ 'kit.buttons.close' | t }}</ui-action>
        </div>
      </div>
    </section>
    <section uiPanel [heading]="'kit.tags.title' | t">
      <div class="row">
        @for (tag of tags; track tag[0]) {
          <ui-tag [kind]="tag[0]" [icon]="tag[1]">{{ 'kit.tags.' + tag[0] | t }}</ui-tag>
        }
        <ui-count [of]="7" /><ui-count [of]="2" kind="wait" /><ui-count [of]="1" kind="stop" />
      </div>
    </section>
  `,
  host: { class: 'kit' },
})
export class KitButtons {
  private readonly words = inject(Words);
  protected readonly tags = TAGS;
  protected readonly view = { actions: ['publish'], blocked: [{ action: 'close', because: 'other' }] };
  protected readonly chosen = signal('');

  protected menu(): readonly MenuEntry[] {
    return [
      { value: 'remind', label: this.words.t('kit.remind'), icon: 'bell' },
      { value: 'see', label: this.words.t('kit.see'), icon: 'eye', note: this.words.t('kit.deputy') },
    ];
  }
}
