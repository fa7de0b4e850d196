import { inject, Pipe, type PipeTransform } from '@angular/core';
import { type TextParams, Words } from './words.ts';

// Not pure: the words read the language as a signal, and a pure pipe would keep the old text after a switch.

/** `{{ 'ui.close' | t }}`, `{{ 'ui.more' | t: { n: 20 } }}`. */
@Pipe({ name: 't', pure: false })
export class TextPipe implements PipeTransform {
  private readonly words = inject(Words);

  transform(key: string, params?: TextParams): string {
    return this.words.t(key, params);
  }
}

/** `{{ 'ui.changes' | count: n }}` reads `ui.changes.one` or `ui.changes.other`. */
@Pipe({ name: 'count', pure: false })
export class CountPipe implements PipeTransform {
  private readonly words = inject(Words);

  transform(key: string, n: number, params?: TextParams): string {
    return this.words.count(key, n, params);
  }
}
