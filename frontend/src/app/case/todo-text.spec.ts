import { TestBed } from '@angular/core/testing';
import { type TodoItem } from '@samspel/shared/api.ts';
import { provideTexts } from '../text/texts.testing.ts';
import { Words } from '../text/words.ts';
import { todoText, waitsForAnswer } from './todo-text.ts';

const handover = (state: string): TodoItem =>
  ({ id: 't', kind: 'HANDOVER', text: null, due: null, who: null, subjectId: 'h1', params: { state, name: 'Karin Berg' } }) as unknown as TodoItem;

describe('what is to be done about a handover', () => {
  it.each([
    ['OFFERED', 'Svara på överlämningen från Karin Berg', true],
    ['RECEIVED', 'Svara på överlämningen från Karin Berg', true],
    ['NEEDS_INFO', 'Svara på frågan om överlämningen', false],
    ['ACCEPTED', 'Ta den första kontakten efter överlämningen', false],
    ['COMPLETED', 'Kvittera hur överlämningen gick', false],
    ['FAILED', 'Kvittera hur överlämningen gick', false],
  ])('%s: %s', async (state, expected, waits) => {
    TestBed.configureTestingModule({ providers: [provideTexts('case')] });
    const words = TestBed.inject(Words);
    await words.need('case');
    expect(todoText(handover(state), words)).toBe(expected);
    expect(waitsForAnswer(handover(state))).toBe(waits);
  });
});
