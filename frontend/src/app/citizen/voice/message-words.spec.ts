import { TestBed } from '@angular/core/testing';
import { MESSAGE_KINDS, STOP_REASONS } from '@samspel/shared/citizen/voice.ts';
import { provideTexts } from '../../text/texts.testing.ts';
import { Words } from '../../text/words.ts';
import { messageTitle } from './message-words.ts';

describe('what the person has said, as a heading', () => {
  let words: Words;
  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideTexts('voice')] });
    words = TestBed.inject(Words);
    await words.need('voice');
  });

  it('is the kind, and of a stop its reason', () => {
    expect(messageTitle({ kind: 'STOP', reason: 'WAITING_TOO_LONG' }, words)).toBe('Här tar det stopp: Jag har väntat för länge');
    expect(messageTitle({ kind: 'CALL_ME', reason: null }, words)).toBe('Ring mig');
  });

  it.each(MESSAGE_KINDS)('has words for %s', (kind) => {
    expect(words.known(`voice.kind.${kind}`)).toBeDefined();
  });

  it.each(STOP_REASONS)('has words for the reason %s', (reason) => {
    expect(words.known(`voice.reason.${reason}`)).toBeDefined();
  });
});
