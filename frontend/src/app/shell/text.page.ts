import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Button } from '../ui/button.ts';

/**
 * A short page of words only. The route's data names the page (`page: 'help'`) and how many sections it has; the words
 * are `shell.page.<page>.title`, `.lead`, `.<n>.title` and `.<n>.text`.
 */
@Component({
  imports: [Button, RouterLink, TextPipe],
  template: `
    <h1>{{ prefix() + '.title' | t }}</h1>
    <p class="lead">{{ prefix() + '.lead' | t }}</p>
    @for (n of numbers(); track n) {
      <section class="stack">
        <h2>{{ prefix() + '.' + n + '.title' | t }}</h2>
        <p>{{ prefix() + '.' + n + '.text' | t }}</p>
      </section>
    }
    @if (contact(); as address) {
      <p>
        <a [href]="'mailto:' + address">{{ address }}</a>
      </p>
    }
    @if (wayBack()) {
      <p>
        <a uiButton="second" routerLink="/">{{ 'shell.toStart' | t }}</a>
      </p>
    }
  `,
  host: { class: 'wrap--text stack' },
})
export default class TextPage {
  private readonly words = inject(Words);

  readonly page = input.required<string>();
  readonly sections = input(0);
  readonly wayBack = input(false);

  protected readonly prefix = computed(() => `shell.page.${this.page()}`);
  protected readonly numbers = computed(() => Array.from({ length: this.sections() }, (_, n) => n + 1));
  protected readonly contact = computed(() => this.words.known(`${this.prefix()}.contact`));
}
