import { type NoticeView } from '@samspel/shared/api.ts';
import { type Words } from '../text/words.ts';
import { inWords } from '../timeline/event-text.ts';

/** The sentence of a notice. Answers and outcomes have one sentence each; a kind newer than this client is told in general words. */
export function noticeText(notice: NoticeView, words: Words): string {
  const kind = `myDay.notice.${notice.kind}`;
  const which = notice.params['answer'] ?? (notice.kind === 'handover.outcome' ? notice.params['code'] : undefined);
  const text = words.known(which === undefined ? kind : `${kind}.${which}`);
  if (text === undefined) return words.t('myDay.notice.other');
  return words.t(which === undefined ? kind : `${kind}.${which}`, inWords(notice.params, words));
}
