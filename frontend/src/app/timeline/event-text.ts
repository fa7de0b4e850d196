import { type TimelineItemView } from '@samspel/shared/api.ts';
import { shortDay } from '../text/format/dates.ts';
import { type Words } from '../text/words.ts';
import { languageName } from './language-name.ts';

/** Codes an event may carry, and where their words are. */
const CODED = ['category', 'level', 'reason', 'mandate', 'answer', 'scope', 'code', 'warm', 'kind', 'type', 'status', 'stance'] as const;
const DAYS = ['due', 'validTo', 'until', 'on'] as const;
const LANGUAGES = ['language', 'interpreterLanguage'] as const;

/** What happened, as a sentence without its doer, who stands beside it. What somebody told is their own words. */
export function eventText(item: Pick<TimelineItemView, 'kind' | 'text' | 'params'>, words: Words): string {
  if (item.kind === 'told') return item.text ?? '';
  const params = inWords(item.params, words);
  // What the person told somebody stands with that somebody's name, and must not read as their own wish.
  const told = item.params['form'] === undefined ? undefined : words.known(`timeline.kind.${item.kind}-told`);
  const sentence = words.t(`timeline.kind.${item.kind}${told === undefined ? '' : '-told'}`, { ...params, text: item.text ?? '' });
  const more = DETAILS[item.kind]?.find((name) => item.params[name] !== undefined);
  return more === undefined ? sentence : `${sentence} ${words.t(`timeline.more.${more}`, params)}`;
}

/** What is said only when the event carries it. */
const DETAILS: Partial<Record<TimelineItemView['kind'], readonly string[]>> = {
  'case.next-step-set': ['due'],
  'case.closed': ['stopped'],
  'person.changed': ['interpreterLanguage'],
  'handover.first-contact': ['warm'],
  'plan.agreed': ['stance'],
  'person.stopped': ['reason'],
};

/** The codes, days and languages among an event's or a notice's parameters, as a sentence says them. */
export function inWords(params: TimelineItemView['params'], words: Words): Record<string, string> {
  const said: Record<string, string> = { ...params };
  for (const name of CODED) {
    const code = params[name];
    if (code !== undefined) said[name] = words.known(`timeline.word.${code}`) ?? code;
  }
  for (const name of DAYS) {
    const day = params[name];
    if (day !== undefined) said[name] = shortDay(day, words.language());
  }
  for (const name of LANGUAGES) {
    const tag = params[name];
    if (tag !== undefined) said[name] = languageName(tag, words);
  }
  return said;
}
