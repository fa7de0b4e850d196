import { TestBed } from '@angular/core/testing';
import { provideTexts } from '../text/texts.testing.ts';
import { Words } from '../text/words.ts';
import { chosenBeforehand, nomineeOption } from './nominee-choice.ts';
import { nominee, staff } from './rows.testing.ts';

const AHMED = nominee('ahmed', 'Ahmed Haddad', { inTeam: true });
const NOOR = nominee('noor', 'Noor Aziz');
const AWAY = { here: false, awayUntil: '2026-12-07', selectable: false, because: 'away' };

describe('who may be named', () => {
  it('is chosen beforehand only when exactly one who can be is in the team', () => {
    expect(chosenBeforehand([NOOR])).toBeUndefined();
    expect(chosenBeforehand([AHMED, NOOR])).toBe('ahmed');
    expect(chosenBeforehand([AHMED, { ...NOOR, inTeam: true }])).toBeUndefined();
    expect(chosenBeforehand([{ ...AHMED, ...AWAY }])).toBeUndefined();
  });

  it.each([
    [AHMED, { hint: 'Redan med i teamet. På plats i dag.' }],
    [nominee('lisa', 'Lisa Ek', { staff: staff('lisa', 'Lisa Ek', undefined, 'AF Vik') }), { hint: 'AF Vik. På plats i dag.' }],
    [{ ...NOOR, ...AWAY }, { shutBecause: 'Ledig till och med mån 7 dec, ingen ersättare. Kan inte väljas.' }],
    [
      { ...NOOR, ...AWAY, deputy: staff('ahmed', 'Ahmed Haddad') },
      { shutBecause: 'Ledig till och med mån 7 dec, Ahmed Haddad ersätter. Kan inte väljas.' },
    ],
  ])('%#: says what there is to know', async (who, expected) => {
    TestBed.configureTestingModule({ providers: [provideTexts('stalled')] });
    const words = TestBed.inject(Words);
    await words.need('stalled');
    expect(nomineeOption(who, 'AF Sjöstad', words, '2026-11-23')).toEqual({ value: who.staff.assignmentId, label: who.staff.name, ...expected });
  });
});
