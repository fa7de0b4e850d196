import { afterNextRender, Component, computed, ElementRef, inject, Injector, input, linkedSignal, output } from '@angular/core';
import { Steps } from '../simple/steps.ts';
import { PlanScreenView } from './plan-screen.ts';
import { planScreens } from './plan-screens.ts';
import { type MyPlanBody } from '@samspel/shared/api.ts';
import { type PlanWish } from './plan-wish.ts';

/** The plan alone, one thing per screen: what staff look through before they publish. */
@Component({
  selector: 'app-plan-pages',
  imports: [PlanScreenView, Steps],
  template: `
    <app-steps [number]="number()" [of]="screens().length" (go)="go($event)">
      @if (screen(); as one) {
        <app-plan-screen [plan]="plan()" [screen]="one" [matters]="matters()" [readOnly]="readOnly()" [busy]="busy()" (wish)="wish.emit($event)" />
      }
    </app-steps>
  `,
  styles: ':host { display: block }',
})
export class PlanPages {
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly plan = input.required<MyPlanBody>();
  readonly matters = input.required<string | null>();
  readonly readOnly = input.required<boolean>();
  readonly busy = input(false);
  readonly wish = output<PlanWish>();

  protected readonly screens = computed(() => planScreens(this.plan()));
  protected readonly number = linkedSignal<number, number>({
    source: () => this.screens().length,
    computation: (length, before) => Math.min(before?.value ?? 1, length),
  });
  protected readonly screen = computed(() => this.screens()[this.number() - 1]);

  protected go(n: number): void {
    this.number.set(n);
    afterNextRender({ read: () => this.host.querySelector<HTMLElement>('#simple-heading')?.focus() }, { injector: this.injector });
  }
}
