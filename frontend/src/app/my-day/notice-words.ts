import { type NoticeView } from '@samspel/shared/api.ts';
import { type Words } from '../text/words.ts';

/** The sentence of a notice. Answers have one sentence each; a kind newer than this client is told in general words. */
export function noticeText(notice: NoticeView, words: Words): string {
  const kind = `myDay.notice.${notice.kind}`;
  const answer = notice.params['answer'];
  const text = words.known(answer === undefined ? kind : `${kind}.${answer}`);
  if (text === undefined) return words.t('myDay.notice.other');
  return words.t(answer === undefined ? kind : `${kind}.${answer}`, notice.params);
}
