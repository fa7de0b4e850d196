import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { apiInterceptor } from '../../api/interceptor.ts';
import { SessionStore } from '../../session/session.store.ts';
import { provideTexts } from '../../text/texts.testing.ts';
import { goal, own, planBody } from './my-plan.testing.ts';
import { PersonPlan, type PlanMode } from './person-plan.ts';
import { type PlanWish } from './plan-wish.ts';

interface Shown {
  readonly fixture: ComponentFixture<PersonPlan>;
  readonly root: HTMLElement;
  readonly wishes: PlanWish[];
  readonly settle: () => Promise<void>;
  readonly button: (name: string, index?: number) => HTMLButtonElement;
}

async function show(mode: PlanMode, readOnly = false, plan = planBody()): Promise<Shown> {
  TestBed.configureTestingModule({
    providers: [
      provideTexts('person-plan', 'citizen', 'ui', 'problem'),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      provideRouter([]),
      { provide: SessionStore, useValue: { today: signal('2026-11-23'), current: signal(null) } },
    ],
  });
  const fixture = TestBed.createComponent(PersonPlan);
  fixture.componentRef.setInput('plan', plan);
  fixture.componentRef.setInput('mode', mode);
  fixture.componentRef.setInput('readOnly', readOnly);
  const wishes: PlanWish[] = [];
  fixture.componentInstance.wish.subscribe((wish) => wishes.push(wish));
  const root = fixture.nativeElement as HTMLElement;
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 4; i++) {
      for (let k = 0; k < 5; k++) await Promise.resolve();
      fixture.detectChanges();
    }
  };
  await settle();
  const button = (name: string, index = 0): HTMLButtonElement => {
    const found = [...root.querySelectorAll('button')].filter((each) => each.textContent?.includes(name));
    const wanted = found[index];
    if (wanted === undefined) throw new Error(`no button "${name}"`);
    return wanted;
  };
  return { fixture, root, wishes, settle, button };
}

const headings = (root: HTMLElement): (string | undefined)[] => [...root.querySelectorAll('h2, h3')].map((each) => each.textContent?.trim());

describe('the published plan as the person reads it', () => {
  afterEach(() => TestBed.inject(HttpTestingController).verify());

  it('says in this order what happens next, what matters, the goals, who does what, what one does oneself', async () => {
    const { root } = await show('full');
    expect(headings(root)).toEqual([
      ...['Det här händer nu', 'Viktigt för mig', 'Mina mål', 'Säga nej utan att få ont i magen', 'Annat som görs'],
      ...['Det här gör jag själv', 'Mer i planen', 'Det som fungerar', 'Tecken på att det blir svårare', 'Om planen'],
    ]);
    expect(root.querySelector('.next__say')?.textContent).toBe('Du träffar Lena.');
  });

  it('shows each word of the plan that matters and no word of the team’s that has a plainer one', async () => {
    const { root } = await show('full');
    expect(root.textContent).toContain('Du pratar med Lena om stress.');
    expect(root.textContent).not.toContain('Stödsamtal, sex tillfällen.');
    expect(root.textContent).not.toContain('Gränssättning.');
  });

  it('carries what is said about a step to the page with the step it is about', async () => {
    const { button, wishes } = await show('full');
    button('Här tar det stopp', 1).click();
    button('Något stämmer inte', 0).click();
    expect(wishes).toEqual([
      { kind: 'stop', about: { itemId: 'a2', words: 'Någon visar andra jobb.' } },
      { kind: 'remark', about: { itemId: 'a1', words: 'Du pratar med Lena om stress.' } },
    ]);
  });

  it('reports an own thing done with one press, lets it be taken back at once, and reads again only then', async () => {
    const { button, wishes, settle, root } = await show('full');
    const http = TestBed.inject(HttpTestingController);
    button('Gjort').click();
    http.expectOne({ method: 'PUT', url: '/api/v1/me/activities/a3/completion' }).flush(null);
    await settle();
    expect(root.textContent).toContain('Bra. Det är gjort.');
    expect(wishes).toEqual([]);
    button('Ångra').click();
    http.expectOne({ method: 'PUT', url: '/api/v1/me/activities/a3/reopening' }).flush(null);
    await settle();
    expect(wishes).toEqual([{ kind: 'changed' }]);
  });

  it('shows staff every button and lets none be pressed', async () => {
    const { root, wishes } = await show('full', true);
    const buttons = [...root.querySelectorAll('button')];
    expect(buttons.length).toBeGreaterThan(8);
    for (const each of buttons) each.click();
    expect(buttons.filter((each) => each.getAttribute('aria-disabled') !== 'true')).toEqual([]);
    expect(wishes).toEqual([]);
  });

  it('asks whether one is in on it until one has said so', async () => {
    const { root, button, wishes, fixture, settle } = await show('full');
    button('Jag är med på planen').click();
    expect(wishes).toEqual([{ kind: 'agree' }]);
    fixture.componentRef.setInput('plan', planBody({ agreed: true, agreedAt: '2026-11-23T10:00:00Z' }));
    await settle();
    expect(root.textContent).toContain('Du är med på planen sedan 23 november 2026.');
    expect(root.textContent).not.toContain('Stämmer planen?');
  });

  it('shows one thing per screen in the simple mode, forward and back', async () => {
    const { root, button, settle } = await show('simple');
    expect(headings(root)).toEqual(['Det här händer nu']);
    expect(root.textContent).toContain('Sida 1 av 7');
    button('Nästa').click();
    await settle();
    expect(headings(root)).toEqual(['Viktigt för mig']);
    button('Nästa').click();
    await settle();
    expect(headings(root)).toEqual(['Säga nej utan att få ont i magen']);
    button('Tillbaka').click();
    await settle();
    expect(headings(root)).toEqual(['Viktigt för mig']);
    expect(root.querySelector('table')).toBeNull();
  });

  it('says that nobody does anything for a goal rather than leaving it blank', async () => {
    const { root } = await show('full', false, planBody({ goals: [goal({ activities: [] })], otherActivities: [own()] }));
    expect(root.textContent).toContain('Ingen gör något för det här målet just nu.');
  });

  it('lets the person change and take away their own goal, and object to nobody’s words but others’', async () => {
    const { root, button, wishes } = await show(
      'full',
      false,
      planBody({ goals: [goal({ id: 'g9', mine: true, words: 'Simma', text: 'Simma', activities: [] })] }),
    );
    button('Ändra', 1).click();
    button('Ta bort').click();
    expect(wishes).toEqual([
      { kind: 'goal-edit', id: 'g9', text: 'Simma' },
      { kind: 'goal-remove', id: 'g9' },
    ]);
    expect(root.querySelector('app-my-goal > app-say-about')).toBeNull();
  });

  it('has nothing to press once the case is over, and nothing that happens next', async () => {
    const { root, fixture, settle, button, wishes } = await show('full');
    fixture.componentRef.setInput('over', true);
    await settle();
    expect(root.querySelector('app-plan-next')).toBeNull();
    expect(root.classList).toContain('over');
    button('Här tar det stopp').click();
    expect(wishes).toEqual([]);
  });
});
