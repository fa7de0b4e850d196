import { ADULT_AGE } from '@samspel/shared/case/case.ts';
import { ageOn } from '@samspel/shared/person/identifier.ts';
import { type Problem, type ProblemError, conflict } from '../../platform/problem/problem.ts';
import type { ConsentToAskInput, NextStepInput } from './opening.dto.ts';

/** What days alone tell is wrong. `today`: the calendar day in Sweden. */
export function dayErrors(asked: ConsentToAskInput, nextStep: NextStepInput | undefined, today: string): ProblemError[] {
  const future = asked.askedOn > today ? [{ pointer: '/consentToAsk/askedOn', code: 'future' }] : [];
  const past = nextStep?.due && nextStep.due < today ? [{ pointer: '/nextStep/due', code: 'past' }] : [];
  return [...future, ...past];
}

export const isUnderAge = (birthDate: string, today: string): boolean => ageOn(birthDate, today) < ADULT_AGE;

export const underAge = (): Problem =>
  conflict('person.under_age', 'Personen är under 18 år', 'Samspel är till för vuxna. Samordna stödet till barn och unga i era vanliga rutiner.');

/** Protected identity (domain rule): no named case, and the answer is the same whatever the level. */
export const protectedPerson = (): Problem =>
  conflict(
    'person.protected',
    'Ärendet kan inte öppnas här',
    'Personen har skyddade personuppgifter. Registrera inget i Samspel. Följ er rutin för skyddade personuppgifter och samordna per telefon.',
  );

export const ownCase = (): Problem =>
  conflict('person.own_case', 'Ärendet kan inte öppnas av dig', 'Du kan inte arbeta i det här ärendet. En kollega behöver öppna det.');

/** The name is the one the asker wrote; nothing is said about who already works with the person. */
export const alreadyInTeam = (givenName: string): string => `${givenName} har redan ett team. Din förfrågan har gått till samordnaren.`;
