import { Component, inject } from '@angular/core';
import { type AccessLogItem, type AccessLogView } from '@samspel/shared/api.ts';
import { read } from '../api/read.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Words } from '../text/words.ts';
import { Load } from '../ui/load.ts';
import { lookText } from './look-words.ts';

@Component({
  selector: 'app-simple-looks',
  imports: [Load, TextPipe, WhenPipe],
  template: `
    <h2 id="simple-heading" tabindex="-1">{{ 'citizen.simple.looks' | t }}</h2>
    <ui-load [of]="looks" />
    @if (looks.value(); as list) {
      @for (look of list.items; track $index) {
        <p class="say">
          <b>{{ look.name }}</b><br />{{ look.organisation.shortName }}<br />{{ look.when | when: 'full-moment' }}<br />{{ say(look) }}
        </p>
      } @empty {
        <p class="say">{{ 'citizen.looks.none' | t }}</p>
      }
    }
  `,
  styles: ':host { display: block }',
})
export class SimpleLooks {
  private readonly words = inject(Words);

  protected readonly looks = read<AccessLogView>(() => '/me/access-log?limit=5');

  protected say(look: AccessLogItem): string {
    return lookText(look, this.words);
  }
}
