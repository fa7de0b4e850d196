import { computed, effect, inject, Injectable, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { Words } from '../text/words.ts';

/** "Min dag – Samspel": the route's `title` is a text key, and a page may say more with `name()`. */
@Injectable({ providedIn: 'root' })
export class PageTitle extends TitleStrategy {
  private readonly title = inject(Title);
  private readonly words = inject(Words);
  private readonly routeKey = signal<string | undefined>(undefined);
  private readonly own = signal<string | undefined>(undefined);
  private readonly text = computed(() => {
    const routeKey = this.routeKey();
    return this.own() ?? (routeKey === undefined ? undefined : this.words.t(routeKey));
  });

  constructor() {
    super();
    effect(() => this.title.setTitle(this.text() === undefined ? 'Samspel' : `${this.text()} – Samspel`));
  }

  override updateTitle(snapshot: RouterStateSnapshot): void {
    this.own.set(undefined);
    this.routeKey.set(this.buildTitle(snapshot));
  }

  /** What this page is about, for pages whose title comes with their data. */
  name(text: string): void {
    this.own.set(text);
  }
}
