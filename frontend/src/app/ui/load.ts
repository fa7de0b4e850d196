import { Component, computed, input } from '@angular/core';
import { type Read } from '../api/read.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Empty } from './empty.ts';
import { Problem } from './problem.ts';
import { Skeleton } from './skeleton.ts';

/**
 * Every state of a read but its value: waiting, not there, refused, no answer. Write it once beside
 * `@if (read.value(); as view) { … }`.
 */
@Component({
  selector: 'ui-load',
  imports: [Empty, Problem, Skeleton, TextPipe],
  template: `
    @if (problem(); as refused) {
      @if (refused.hidden) {
        <ui-empty icon="no" [level]="2" [heading]="'problem.hidden.title' | t" [text]="'problem.hidden.detail' | t" />
      } @else {
        <ui-problem [problem]="refused" canRetry (retry)="of().reload()" />
      }
    } @else if (of().loading() && of().value() === undefined) {
      <ui-skeleton />
    }
  `,
})
export class Load {
  readonly of = input.required<Read<unknown>>();

  // While signed out the sign-in dialog speaks; two messages about one thing would be one too many.
  protected readonly problem = computed(() => {
    const problem = this.of().problem();
    return problem?.status === 401 ? null : problem;
  });
}
