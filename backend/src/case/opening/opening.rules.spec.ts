import { alreadyInTeam, dayErrors, isUnderAge } from './opening.rules.ts';

const asked = (askedOn: string) => ({ form: 'ORAL', askedOn, saidYes: true }) as const;

describe('what days tell about opening a case', () => {
  it.each([
    ['2026-11-23', undefined, []],
    ['2026-11-24', undefined, ['/consentToAsk/askedOn']],
    ['2026-11-22', '2026-11-23', []],
    ['2026-11-22', '2026-11-22', ['/nextStep/due']],
    ['2026-11-24', '2026-11-22', ['/consentToAsk/askedOn', '/nextStep/due']],
  ])('asked %s, first step %s: wrong at %j', (askedOn, due, pointers) => {
    const step = due === undefined ? undefined : { text: 'x', due };
    expect(dayErrors(asked(askedOn), step, '2026-11-23').map(({ pointer }) => pointer)).toEqual(pointers);
  });

  it('takes a step without a day', () => {
    expect(dayErrors(asked('2026-11-23'), { text: 'x', due: null }, '2026-11-23')).toEqual([]);
  });
});

it.each([
  ['2008-11-24', true],
  ['2008-11-23', false],
])('somebody born %s is under age on 23 November 2026: %s', (birthDate, under) => {
  expect(isUnderAge(birthDate, '2026-11-23')).toBe(under);
});

it('says no more than that there is a team', () => {
  expect(alreadyInTeam('Eva')).toBe('Eva har redan ett team. Din förfrågan har gått till samordnaren.');
});
