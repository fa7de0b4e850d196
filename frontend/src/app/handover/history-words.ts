import { type HandoverEventView } from '@samspel/shared/api.ts';
import { type Words } from '../text/words.ts';

/** What one step of a handover was, without its doer, who stands beside it. A coded reason is told in words. */
export function historyText({ act, reasonCode }: Pick<HandoverEventView, 'act' | 'reasonCode'>, words: Words): string {
  const sentence = words.known(`handover.history.act.${act}`) ?? words.t('handover.history.act.other');
  const reason = reasonCode === null ? undefined : words.known(`handover.code.${reasonCode}`);
  return reason === undefined ? sentence : `${sentence} ${words.t('handover.history.because', { reason })}`;
}
