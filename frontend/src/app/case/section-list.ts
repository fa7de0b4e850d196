import { afterNextRender, Component, DestroyRef, inject, input, signal } from '@angular/core';
import { key } from '../text/words.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Count } from '../ui/count.ts';

const SECTIONS = [
  { id: 'att-gora', text: key('case.todo.title') },
  { id: 'plan', text: key('plan.title') },
  { id: 'tidslinje', text: key('timeline.title') },
  { id: 'stafetten', text: key('handover.case.baton') },
  { id: 'team', text: key('careTeam.title') },
  { id: 'fragor', text: key('question.title') },
  { id: 'samtycke', text: key('consent.title') },
  { id: 'anteckningar', text: key('note.title') },
  { id: 'insyn', text: key('case.access.title') },
] as const;

/** The sections of the case, and which one is in sight. */
@Component({
  selector: 'app-section-list',
  imports: [Count, TextPipe],
  template: `
    @for (section of sections; track section.id) {
      <a [href]="'#' + section.id" [attr.aria-current]="section.id === current() ? 'true' : null" (click)="goTo($event, section.id)">
        {{ section.text | t }}
        @if (section.id === 'att-gora' && todo() > 0) {
          <ui-count [of]="todo()" />
        }
      </a>
    }
  `,
  host: { role: 'navigation', '[attr.aria-label]': 'label()' },
})
export class SectionList {
  readonly todo = input.required<number>();
  readonly label = input.required<string>();
  protected readonly sections = SECTIONS;
  protected readonly current = signal<string>(SECTIONS[0].id);

  constructor() {
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      const seen = new IntersectionObserver(
        (entries) => {
          const [first] = entries.filter(({ isIntersecting }) => isIntersecting);
          if (first !== undefined) this.current.set(first.target.id);
        },
        { rootMargin: '-15% 0px -70% 0px' },
      );
      for (const { id } of SECTIONS) {
        const section = document.getElementById(id);
        if (section !== null) seen.observe(section);
      }
      destroyed.onDestroy(() => seen.disconnect());
    });
  }

  protected goTo(event: Event, id: string): void {
    event.preventDefault();
    const section = document.getElementById(id);
    section?.scrollIntoView();
    // The next Tab starts in the section, as it would after a real fragment link.
    const heading = section?.querySelector<HTMLElement>('h2');
    if (heading) heading.tabIndex = -1;
    heading?.focus({ preventScroll: true });
    this.current.set(id);
  }
}
