import { Component, Injectable, inject, signal } from '@angular/core';

/** Says something to a screen reader that the eye sees anyway, such as the result of a filter. */
@Injectable({ providedIn: 'root' })
export class Announcer {
  readonly text = signal('');

  say(text: string): void {
    this.text.set(text);
  }
}

@Component({ selector: 'ui-announcements', template: '{{ announcer.text() }}', host: { class: 'vh', role: 'status' } })
export class Announcements {
  protected readonly announcer = inject(Announcer);
}
