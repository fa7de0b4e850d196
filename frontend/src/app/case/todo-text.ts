import { type TodoItem } from '@samspel/shared/api.ts';
import { shortDay } from '../text/format/dates.ts';
import { type Words } from '../text/words.ts';

/** What a handover waits for, by where it stands; sent ones wait for an answer. */
const HANDOVERS: Readonly<Record<string, string>> = { NEEDS_INFO: 'question', ACCEPTED: 'contact', COMPLETED: 'acknowledge', FAILED: 'acknowledge' };

/** What is to be done, as a sentence. A next step is its writer's own words. */
export function todoText(item: TodoItem, words: Words): string {
  if (item.kind === 'NEXT_STEP') return item.text ?? words.t('case.todo.kind.NO_STEP');
  if (item.kind === 'HANDOVER') return words.t(`case.todo.kind.HANDOVER.${HANDOVERS[item.params['state'] ?? ''] ?? 'answer'}`, item.params);
  if (item.kind === 'ACTIVITY')
    return words.t(`case.todo.kind.ACTIVITY.${item.params['state'] === 'REQUESTED' ? 'ask' : 'do'}`, { text: item.text ?? '' });
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

const WAITING: readonly TodoItem['kind'][] = ['INVITATION_PENDING', 'COORDINATOR_REQUEST', 'JOIN_REQUEST', 'PERSON_WAITS', 'QUESTION'];

/** Whether somebody has been asked and has not answered. */
export function waitsForAnswer({ kind, params }: TodoItem): boolean {
  if (kind === 'ACTIVITY') return params['state'] === 'REQUESTED';
  return kind === 'HANDOVER' ? HANDOVERS[params['state'] ?? ''] === undefined : WAITING.includes(kind);
}
