import { type TodoItem } from '@samspel/shared/api.ts';
import { shortDay } from '../text/format/dates.ts';
import { type Words } from '../text/words.ts';

/** What is to be done, as a sentence. A next step is its writer's own words. */
export function todoText(item: TodoItem, words: Words): string {
  if (item.kind === 'NEXT_STEP') return item.text ?? words.t('case.todo.kind.NO_STEP');
  const side = item.who === null ? 'mine' : 'theirs';
  return words.known(`case.todo.kind.${item.kind}.${side}`) === undefined
    ? words.t('case.todo.kind.other')
    : words.t(`case.todo.kind.${item.kind}.${side}`, item.params);
}

/** Whose it is and by when. */
export function todoMeta(item: TodoItem, words: Words, isLate: boolean): string {
  const who = item.who === null ? '' : (item.who.staff?.name ?? item.who.organisation.name);
  const due = item.due === null ? '' : words.t(isLate ? 'case.todo.wasDue' : 'case.todo.due', { day: shortDay(item.due, words.language()) });
  return [who, due].filter((part) => part !== '').join(' · ');
}
