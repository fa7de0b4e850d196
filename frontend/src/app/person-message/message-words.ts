import { type PersonMessageView } from '@samspel/shared/api.ts';
import { type Words } from '../text/words.ts';
import { type IconName } from '../ui/icon.ts';

/** What the person wants, in one sentence; what it is about in the words of the plan. */
export function messageSay({ kind, about, reason }: Pick<PersonMessageView, 'kind' | 'about' | 'reason'>, name: string, words: Words): string {
  const params = { name, about: about ?? '' };
  const say = words.t(`personMessages.say.${kind}.${about === null ? 'plain' : 'about'}`, params);
  return reason === null ? say : `${say} ${words.t(`personMessages.reason.${reason}`)}.`;
}

export const MESSAGE_ICONS: Readonly<Record<PersonMessageView['kind'], IconName>> = {
  STOP: 'stop',
  CALL_ME: 'phone',
  WANT_MEETING: 'calendar',
  COMMENT: 'message',
  OBJECTION: 'hand',
  LOG_QUESTION: 'question',
};
