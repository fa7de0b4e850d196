import { type AlertView } from '@samspel/shared/api.ts';
import { type Words } from '../text/words.ts';

/** What was waited for, by the stage the handover was in. */
const STAGES: Readonly<Record<number, string>> = { 1: 'owner', 2: 'firstContact', 3: 'loop' };

/** Why somebody must know, in one sentence. The server may know rungs that are newer than this client. */
export function whyText({ rung, epoch, reasonCode, handover }: AlertView, words: Words): string {
  const stage = STAGES[epoch] ?? 'loop';
  const params = {
    from: handover.from.unit.name,
    to: handover.to.unit.name,
    accountable: handover.accountable.name,
    code: words.known(`alert.code.${reasonCode}`) ?? words.t('alert.code.other'),
  };
  const found = [`alert.why.${rung}.${stage}`, `alert.why.${rung}`].find((name) => words.known(name) !== undefined);
  return words.t(found ?? 'alert.why.other', params);
}
