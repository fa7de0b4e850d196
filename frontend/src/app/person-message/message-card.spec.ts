import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { type CaseView, type PersonMessageView } from '@samspel/shared/api.ts';
import { MESSAGE_KINDS } from '@samspel/shared/citizen/voice.ts';
import { apiInterceptor } from '../api/interceptor.ts';
import { CaseStore } from '../case/case-store.ts';
import { KARIN } from '../plan/plans.testing.ts';
import { provideTexts } from '../text/texts.testing.ts';
import { MessageCard } from './message-card.ts';

const VIEW = { id: 'c1', person: { givenName: 'Eva' } } as unknown as CaseView;
const stop = (over: Partial<PersonMessageView> = {}): PersonMessageView => ({
  ...{ id: 'm1', kind: 'STOP', itemId: 'a1', handoverId: null, about: 'Kartlägga andra arbetsuppgifter', reason: 'NO_ANSWER' },
  ...{ text: 'Jag har ringt tre gånger.', madeAt: '2026-11-20T08:00:00Z', recorded: null, state: 'OPEN', responsible: KARIN },
  ...{ dueAt: '2026-11-24T15:00:00Z', answer: null, answeredBy: null, answeredAt: null, version: 2, actions: ['message.answer'], blocked: [] },
  ...over,
});

async function page(message: PersonMessageView): Promise<{ fixture: ComponentFixture<MessageCard>; root: HTMLElement; http: HttpTestingController }> {
  TestBed.configureTestingModule({
    providers: [
      provideTexts('person-messages', 'case', 'note'),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      { provide: CaseStore, useValue: { whileWriting: () => undefined, reload: () => undefined } },
    ],
  });
  const fixture = TestBed.createComponent(MessageCard);
  fixture.componentRef.setInput('message', message);
  fixture.componentRef.setInput('view', VIEW);
  await fixture.whenStable();
  return { fixture, root: fixture.nativeElement as HTMLElement, http: TestBed.inject(HttpTestingController) };
}

describe('something the person says', () => {
  it('says what it is about, why, and who sees to it that there is an answer', async () => {
    const { root } = await page(stop());
    expect(root.querySelector('h3')?.textContent.trim()).toBe('Eva säger att det har stannat: Kartlägga andra arbetsuppgifter Ingen svarar.');
    expect(root.textContent).toContain('Karin Berg ser till att det blir ett svar.');
  });

  it.each(MESSAGE_KINDS.flatMap((kind) => ['Träning', null].map((about) => ({ kind, about }))))(
    'has a sentence for $kind about $about',
    async ({ kind, about }) => {
      const { root } = await page(stop({ kind, about, reason: null }));
      expect(root.querySelector('h3')?.textContent).not.toMatch(/personMessages|\{\{/);
    },
  );

  it('says that staff wrote it down', async () => {
    expect((await page(stop({ recorded: { by: KARIN, form: 'PHONE' } }))).root.textContent).toContain('Sagt på telefon, nedskrivet av Karin Berg.');
  });

  it('is answered on the version that was read, and never with nothing', async () => {
    const { fixture, root, http } = await page(stop());
    root.querySelector<HTMLButtonElement>('ui-action button')?.click();
    await fixture.whenStable();
    const form = root.querySelector('form');
    form?.dispatchEvent(new Event('submit'));
    fixture.detectChanges();
    http.expectNone('/api/v1/person-messages/m1/answer');
    expect(root.querySelector('.error-sum')?.textContent).toContain('Skriv ett svar.');
    const area = root.querySelector('textarea')!;
    area.value = 'Jag ringer i eftermiddag.';
    area.dispatchEvent(new Event('input'));
    form?.dispatchEvent(new Event('submit'));
    const { request } = http.expectOne('/api/v1/person-messages/m1/answer');
    expect([request.headers.get('If-Match'), request.body]).toEqual(['"2"', { text: 'Jag ringer i eftermiddag.' }]);
  });

  it('offers no answer to somebody who may not give one', async () => {
    const { root } = await page(stop({ state: 'ANSWERED', answer: 'Klart.', answeredBy: KARIN, actions: [] }));
    expect(root.querySelector('button')).toBeNull();
    expect(root.textContent).toContain('Karin Berg svarade:');
  });
});
