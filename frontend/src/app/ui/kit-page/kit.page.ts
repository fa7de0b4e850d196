import { Component, computed, DestroyRef, DOCUMENT, effect, inject, signal, ViewEncapsulation } from '@angular/core';
import { TextPipe } from '../../text/text.pipe.ts';
import { Words } from '../../text/words.ts';
import { Panel } from '../panel.ts';
import { Segment } from '../segment.ts';
import { KitBaton } from './kit-baton.ts';
import { KitButtons } from './kit-buttons.ts';
import { KitForms } from './kit-forms.ts';
import { KitLists } from './kit-lists.ts';
import { KitStates } from './kit-states.ts';

const COLOURS = ['canvas', 'surface', 'ink', 'ink-3', 'fjord', 'fjord-soft', 'deep', 'baton', 'falu', 'moss'] as const;
const SIZES = ['36', '28', '22', '18', '16', '14'] as const;

/** Every part in every state. What is not here is not in Samspel. */
@Component({
  imports: [KitBaton, KitButtons, KitForms, KitLists, KitStates, Panel, Segment, TextPipe],
  template: `
    <div class="page-head">
      <div>
        <h1>{{ 'kit.title' | t }}</h1>
        <p class="lead">{{ 'kit.lead' | t }}</p>
      </div>
      <ui-segment [legend]="'kit.theme.label' | t" [options]="themes()" [(value)]="theme" />
    </div>
    <div class="kit">
      <section uiPanel [heading]="'kit.colour' | t">
        <div class="swatches">
          @for (colour of colours; track colour) {
            <div class="swatch">
              <i [style.background]="'var(--' + colour + ')'"></i><b>{{ colour }}</b>
            </div>
          }
        </div>
        <p class="small soft rule">{{ 'kit.colourRule' | t }}</p>
      </section>
      <section uiPanel [heading]="'kit.type' | t">
        @for (size of sizes; track size) {
          <div class="type-row">
            <span class="tiny muted">{{ size }}</span>
            <span [style.font-size]="'var(--t-' + size + ')'">{{ 'kit.sentence' | t }}</span>
          </div>
        }
      </section>
      <app-kit-baton />
      <app-kit-buttons />
      <app-kit-forms />
      <app-kit-lists />
      <app-kit-states />
    </div>
  `,
  styleUrl: './kit.page.css',
  // The parts of the page are components of their own and share these few rules; nothing else is loaded with it.
  encapsulation: ViewEncapsulation.None,
})
export default class KitPage {
  private readonly words = inject(Words);
  private readonly root = inject(DOCUMENT).documentElement;

  protected readonly colours = COLOURS;
  protected readonly sizes = SIZES;
  protected readonly theme = signal('system');
  protected readonly themes = computed(() =>
    (['system', 'light', 'dark'] as const).map((value) => ({ value, label: this.words.t(`kit.theme.${value}`) })),
  );

  constructor() {
    effect(() => {
      if (this.theme() === 'system') delete this.root.dataset['theme'];
      else this.root.dataset['theme'] = this.theme();
    });
    inject(DestroyRef).onDestroy(() => delete this.root.dataset['theme']);
  }
}
