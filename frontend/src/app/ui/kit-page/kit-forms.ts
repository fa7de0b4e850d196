import { Component, computed, inject, signal } from '@angular/core';
import { SessionStore } from '../../session/session.store.ts';
import { TextPipe } from '../../text/text.pipe.ts';
import { Words } from '../../text/words.ts';
import { Check, Radios } from '../choice.ts';
import { Chips } from '../chips.ts';
import { Conflict } from '../conflict.ts';
import { DateField } from '../date-field.ts';
import { ErrorSummary } from '../error-summary.ts';
import { Field } from '../field.ts';
import { TextInput } from '../input.ts';
import { Panel } from '../panel.ts';
import { Segment } from '../segment.ts';
import { KARIN } from './samples.ts';

@Component({
  selector: 'app-kit-forms',
  imports: [Check, Chips, Conflict, DateField, ErrorSummary, Field, Panel, Radios, Segment, TextInput, TextPipe],
  template: `
    <section uiPanel [heading]="'kit.forms.title' | t">
      <ui-error-summary [takesFocus]="false" [errors]="errors()" />
      <div class="cols cols--half rule">
        <div>
          <ui-field [label]="'kit.forms.why' | t" [hint]="'kit.forms.whyHint' | t" [saved]="'kit.forms.saved' | t">
            <textarea uiInput rows="3" [(value)]="text"></textarea>
          </ui-field>
          <ui-date-field [label]="'kit.forms.answerBy' | t" fieldId="kit-date" [today]="today()" [min]="today()" [(value)]="day" />
          <ui-field [label]="'kit.forms.number' | t" fieldId="kit-number" [error]="'kit.forms.numberError' | t">
            <input uiInput inputmode="numeric" autocomplete="off" [(value)]="number" />
          </ui-field>
        </div>
        <div>
          <ui-field [label]="'kit.forms.unit' | t" [optional]="true">
            <select uiInput [(value)]="unit">
              <option value="one">{{ 'kit.forms.unitOne' | t }}</option>
              <option value="two">{{ 'kit.forms.unitTwo' | t }}</option>
            </select>
          </ui-field>
          <ui-field [label]="'kit.forms.fixed' | t" [hint]="'kit.forms.fixedHint' | t">
            <input uiInput readonly [value]="'kit.forms.unitOne' | t" />
          </ui-field>
          <ui-field [label]="'kit.forms.shut' | t" [hint]="'kit.forms.shutHint' | t">
            <input uiInput disabled [value]="'kit.forms.hidden' | t" />
          </ui-field>
        </div>
      </div>
    </section>
    <section uiPanel [heading]="'kit.choices.title' | t">
      <div class="cols cols--half">
        <ui-radios [legend]="'kit.choices.how' | t" [options]="ways()" [(value)]="way" />
        <fieldset class="fieldset">
          <legend>{{ 'kit.choices.share' | t }}</legend>
          <ui-check [label]="'kit.choices.plan' | t" [(checked)]="plan" />
          <ui-check [label]="'kit.choices.health' | t" [shutBecause]="'kit.choices.no' | t" />
          <ui-check boxed [label]="'kit.choices.boxed' | t" [hint]="'kit.choices.boxedHint' | t" [checked]="true" />
        </fieldset>
      </div>
      <div class="row rule">
        <ui-segment [legend]="'kit.choices.showAs' | t" [options]="views()" [(value)]="view" />
        <ui-chips [label]="'kit.choices.filter' | t" [options]="filters()" [(value)]="filter" />
      </div>
    </section>
    <section uiPanel [heading]="'kit.conflict' | t">
      <ui-conflict [who]="karin" [mine]="'kit.sentence' | t" [theirs]="'kit.holder.more' | t" />
    </section>
  `,
  host: { class: 'kit' },
})
export class KitForms {
  private readonly words = inject(Words);
  protected readonly today = inject(SessionStore).today;
  protected readonly karin = KARIN;

  protected readonly text = signal('');
  protected readonly number = signal('');
  protected readonly day = signal('');
  protected readonly unit = signal('two');
  protected readonly way = signal<string | undefined>('warm');
  protected readonly plan = signal(true);
  protected readonly view = signal('chart');
  protected readonly filter = signal('all');

  protected readonly errors = computed(() => [
    { fieldId: 'kit-date', text: this.words.t('ui.date.noSuchDay') },
    { fieldId: 'kit-number', text: this.words.t('kit.forms.numberError') },
  ]);
  protected readonly ways = computed(() => [
    { value: 'warm', label: this.words.t('kit.choices.warm'), hint: this.words.t('kit.choices.warmHint') },
    { value: 'phone', label: this.words.t('kit.choices.phone') },
    { value: 'kin', label: this.words.t('kit.choices.kin'), shutBecause: this.words.t('kit.choices.no') },
  ]);
  protected readonly views = computed(() => [
    { value: 'chart', label: this.words.t('kit.choices.chart'), icon: 'stairs' as const },
    { value: 'table', label: this.words.t('kit.choices.table'), icon: 'table' as const },
  ]);
  protected readonly filters = computed(() => [
    { value: 'all', label: this.words.t('kit.choices.all') },
    { value: 'meetings', label: this.words.t('kit.choices.meetings') },
  ]);
}
