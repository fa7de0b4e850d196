import { afterNextRender, Component, computed, ElementRef, inject, Injector, input, output, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { map } from 'rxjs';
import { type ConsentView, type MyPlanView } from '@samspel/shared/api.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Button } from '../ui/button.ts';
import { Icon } from '../ui/icon.ts';
import { SimpleConsents } from './simple-consents.ts';
import { SimpleHolder } from './simple-holder.ts';
import { SimpleHistory } from './simple-history.ts';
import { SimpleLooks } from './simple-looks.ts';
import { SimpleTeam } from './simple-team.ts';
import { TakeBack } from './take-back.ts';

type Screen = 'holder' | 'next' | 'team' | 'consents' | 'history' | 'looks';
const OPEN: readonly Screen[] = ['holder', 'next', 'team', 'consents', 'history', 'looks'];
const CLOSED: readonly Screen[] = ['history', 'consents', 'looks'];

/** The same plan with one thing per screen. Which one is in the address, so that back and reload work. */
@Component({
  selector: 'app-simple-plan',
  imports: [Button, Icon, SimpleConsents, SimpleHistory, SimpleHolder, SimpleLooks, SimpleTeam, TakeBack, TextPipe, WhenPipe],
  template: `
    <div class="screens">
      <section class="screen" aria-labelledby="simple-heading">
        <div>
          <p class="eyebrow">{{ 'citizen.simple.page' | t: { n: number(), of: screens().length } }}</p>
          <p class="steps-dots" aria-hidden="true">
            @for (each of screens(); track each; let i = $index) {
              <i [class.on]="i < number()"></i>
            }
          </p>
        </div>
        @switch (screen()) {
          @case ('holder') {
            @if (plan().holder; as holder) {
              <app-simple-holder class="holder" [holder]="holder" [handover]="plan().handover" />
            }
          }
          @case ('next') {
            <div class="panel stack">
              <h2 id="simple-heading" tabindex="-1">{{ 'citizen.simple.next' | t }}</h2>
              @if (plan().nextStep; as step) {
                <p class="say">{{ step.text }}</p>
                @if (due(); as day) {
                  <p class="say">{{ 'citizen.simple.due' | t: { day: day | when: 'full-day' } }}</p>
                }
              } @else {
                <p class="say">{{ 'citizen.next.none' | t: { name: plan().holder?.givenName } }}</p>
              }
            </div>
          }
          @case ('team') {
            <app-simple-team class="panel stack" [team]="plan().team" />
          }
          @case ('consents') {
            <app-simple-consents class="panel stack" [consents]="plan().consents" [takenBack]="takenBack()" (takeBack)="taking.set($event)" />
          }
          @case ('history') {
            <app-simple-history class="panel stack" [items]="plan().timeline" />
          }
          @case ('looks') {
            <app-simple-looks class="panel stack" />
          }
        }
        <div class="row row--between">
          @if (number() > 1) {
            <button uiButton="second" icon="left" (click)="go(number() - 1)">{{ 'citizen.simple.back' | t }}</button>
          } @else {
            <span></span>
          }
          @if (number() < screens().length) {
            <button uiButton (click)="go(number() + 1)">{{ 'citizen.simple.forward' | t }}<ui-icon name="right" /></button>
          } @else {
            <button uiButton (click)="go(1)">{{ 'citizen.simple.again' | t }}</button>
          }
        </div>
      </section>
    </div>
    <app-take-back [(consent)]="taking" [holder]="plan().holder" (done)="tell()" />
  `,
  styles: ':host { display: block }',
})
export class SimplePlan {
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly plan = input.required<MyPlanView>();
  readonly changed = output<void>();

  protected readonly taking = signal<ConsentView | null>(null);
  protected readonly takenBack = signal(false);
  private readonly wanted = toSignal(this.route.queryParamMap.pipe(map((params) => Number(params.get('sida')))), { initialValue: 1 });
  protected readonly screens = computed(() => (this.plan().holder === null ? CLOSED : OPEN));
  protected readonly number = computed(() => Math.min(Math.max(1, Math.trunc(this.wanted()) || 1), this.screens().length));
  protected readonly screen = computed(() => this.screens()[this.number() - 1]);
  protected readonly due = computed(() => this.plan().nextStep?.due ?? null);

  // A new screen is a new page to whoever listens: its heading takes the focus.
  protected async go(n: number): Promise<void> {
    await this.router.navigate([], { relativeTo: this.route, queryParams: { sida: n } });
    afterNextRender({ read: () => this.host.querySelector<HTMLElement>('#simple-heading')?.focus() }, { injector: this.injector });
  }

  protected tell(): void {
    this.takenBack.set(true);
    this.changed.emit();
  }
}
