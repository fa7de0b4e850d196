import { TestBed } from '@angular/core/testing';
import { type TodoItem } from '@samspel/shared/api.ts';
import { provideTexts } from '../text/texts.testing.ts';
import { Words } from '../text/words.ts';
import { CaseStore } from './case-store.ts';
import { TodoPanel } from './todo.panel.ts';
import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';

const step = (n: number, mine: boolean): TodoItem =>
  ({
    ...{ id: `t${n}`, kind: 'NEXT_STEP', text: `Steg ${n}`, due: null, subjectId: `c${n}`, params: {} },
    who: mine ? null : { staff: { name: 'Lena Forsman' }, organisation: { name: 'Region Sjölandet', letters: 'R', kind: 'REGION' } },
  }) as unknown as TodoItem;
const steps = (n: number, mine: boolean): TodoItem[] => Array.from({ length: n }, (_, at) => step(at + 1, mine));

async function shown(mine: number, others: number): Promise<HTMLElement> {
  TestBed.configureTestingModule({
    providers: [provideTexts('case', 'ui'), provideHttpClient(), provideHttpClientTesting(), CaseStore],
  });
  await TestBed.inject(Words).need('case');
  const fixture = TestBed.createComponent(TodoPanel);
  fixture.componentRef.setInput('view', {
    todo: { mine: steps(mine, true), others: steps(others, false) },
    journal: { acts: 0 },
  });
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

describe('what is left to do in a case', () => {
  it('always shows all of the reader’s own, and folds away what others do later', async () => {
    const page = await shown(9, 9);
    expect(page.querySelectorAll('ul.tasks:not(details ul) > li')).toHaveLength(9 + 5);
    expect(page.querySelector('details summary')?.textContent).toContain('Visa 4 till');
    expect(page.querySelectorAll('details li')).toHaveLength(4);
  });

  it('folds nothing away that would leave a single row hidden', async () => {
    const page = await shown(0, 6);
    expect(page.querySelector('details')).toBeNull();
    expect(page.querySelectorAll('li')).toHaveLength(6);
  });
});
