import { Component } from '@angular/core';
import { TextPipe } from '../text/text.pipe.ts';

/** Grey lines while something is read; the stylesheet keeps them away for the first 300 ms. */
@Component({
  selector: 'ui-skeleton',
  imports: [TextPipe],
  template: `
    <span class="vh" role="status">{{ 'ui.loading' | t }}</span>
    <div class="skel skel--short"></div>
    <div class="skel"></div>
    <div class="skel skel--long"></div>
  `,
  host: { class: 'skeleton stack', 'aria-busy': 'true' },
})
export class Skeleton {}
