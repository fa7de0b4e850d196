import { TestBed } from '@angular/core/testing';
import { provideTexts } from '../text/texts.testing.ts';
import { Words } from '../text/words.ts';
import { lookText } from './look-words.ts';

describe('what somebody did, as the person reads it', () => {
  it.each([
    ['case.read', 'Läste ditt ärende.'],
    ['person.identifier-shown', 'Tittade på ditt personnummer.'],
    ['plan.read', 'Läste uppgifter om dig.'],
    ['plan.changed', 'Arbetade i ditt ärende.'],
  ])('%s: %s', async (action, expected) => {
    TestBed.configureTestingModule({ providers: [provideTexts('citizen')] });
    const words = TestBed.inject(Words);
    await words.need('citizen');
    expect(lookText({ action }, words)).toBe(expected);
  });
});
