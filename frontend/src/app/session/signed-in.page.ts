import { Component, inject } from '@angular/core';
import { TextPipe } from '../text/text.pipe.ts';
import { SignInNews } from './sign-in-news.ts';

/** Where a sign-in in a second tab ends: the first tab is told and goes on where it was. */
@Component({
  imports: [TextPipe],
  template: `
    <h1>{{ 'session.signedIn.title' | t }}</h1>
    <p class="lead">{{ 'session.signedIn.text' | t }}</p>
  `,
  host: { class: 'wrap--text stack' },
})
export default class SignedInPage {
  constructor() {
    inject(SignInNews).tell();
  }
}
