import { fullDay } from '../text/format/dates.ts';
import { type Words } from '../text/words.ts';

const DAYS = ['targetOn', 'heldOn', 'startOn', 'dueOn', 'followUpOn'];
/** Fields that hold codes, and where their words are; the field's value comes last. */
const CODED: Readonly<Record<string, string>> = { goalKind: 'plan.goalKind.', provider: 'plan.doneBy.', recordedForm: 'plan.recordedForm.' };
/** Free text, in which single words are compared. */
const LONG = ['text', 'ownWords', 'plain', 'call', 'extent', 'conflict', 'wanted', 'became', 'why', 'conclusion', 'now'];

export const isFreeText = (name: string): boolean => LONG.includes(name);

export function fieldName(name: string, words: Words): string {
  return words.known(`plan.changedField.${name}`) ?? words.t('plan.changedField.other');
}

/** A field of a version as a reader says it. */
export function fieldValue(name: string, value: string, words: Words): string {
  if (value === '') return '';
  if (DAYS.includes(name)) return fullDay(value, words.language());
  if (name === 'type') return words.known(`plan.type.${value}.name`) ?? value;
  if (name === 'noOtherMeasures') return words.t('plan.yes');
  const prefix = CODED[name];
  return prefix === undefined ? value : (words.known(`${prefix}${value}`) ?? value);
}
