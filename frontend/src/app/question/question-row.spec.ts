import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { type QuestionView } from '@samspel/shared/api.ts';
import { apiInterceptor } from '../api/interceptor.ts';
import { KARIN, LENA } from '../plan/plans.testing.ts';
import { provideTexts } from '../text/texts.testing.ts';
import { QuestionRow } from './question-row.ts';

const question = (over: Partial<QuestionView> = {}): QuestionView => ({
  ...{ id: 'q1', asker: LENA, receiver: KARIN, mine: false, text: 'Har läkarutlåtandet kommit?', askedAt: '2026-11-20T08:00:00Z' },
  ...{ seenAt: null, answer: null, answeredAt: null, actions: ['question.answer', 'question.see'], blocked: [] },
  ...over,
});

async function page(row: QuestionView): Promise<{ fixture: ComponentFixture<QuestionRow>; root: HTMLElement; http: HttpTestingController }> {
  TestBed.configureTestingModule({
    providers: [provideTexts('question', 'case', 'note'), provideHttpClient(withInterceptors([apiInterceptor])), provideHttpClientTesting()],
  });
  const fixture = TestBed.createComponent(QuestionRow);
  fixture.componentRef.setInput('question', row);
  await fixture.whenStable();
  return { fixture, root: fixture.nativeElement as HTMLElement, http: TestBed.inject(HttpTestingController) };
}

describe('a question between two', () => {
  it('is received by saying that one has seen it', async () => {
    const { fixture, root, http } = await page(question());
    let changed = 0;
    fixture.componentInstance.changed.subscribe(() => (changed += 1));
    [...root.querySelectorAll('button')].find((each) => each.textContent.includes('Jag har sett den'))?.click();
    http.expectOne('/api/v1/questions/q1/receipt').flush(null);
    await fixture.whenStable();
    expect(changed).toBe(1);
  });

  it.each([
    [question(), 'Väntar på svar'],
    [question({ seenAt: '2026-11-20T09:00:00Z' }), 'Sedd'],
    [question({ seenAt: '2026-11-20T09:00:00Z', answeredAt: '2026-11-20T10:00:00Z', answer: 'Ja.' }), 'Besvarad'],
  ])('shows the asker where it stands', async (row, status) => {
    const { root } = await page({ ...row, mine: true, actions: [] });
    expect(root.querySelector('ui-tag')?.textContent).toBe(status);
    expect(root.textContent).toContain('Du frågade Karin Berg');
    expect(root.querySelector('button')).toBeNull();
  });
});
