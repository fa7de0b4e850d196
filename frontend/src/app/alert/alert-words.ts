import { type AlertView, type StaffRef } from '@samspel/shared/api.ts';
import { fullDay } from '../text/format/dates.ts';
import { type Words } from '../text/words.ts';

/** What was waited for, by the stage the handover was in. */
const STAGES: Readonly<Record<number, string>> = { 1: 'owner', 2: 'firstContact', 3: 'loop' };

/** Why somebody must know, in one sentence. The server may know rungs that are newer than this client. */
export function whyText(alert: AlertView, words: Words): string {
  const { rung, epoch, reasonCode, handover, activity, message } = alert;
  const params = {
    from: handover?.from.unit.name ?? '',
    to: handover?.to.unit.name ?? '',
    accountable: accountableOf(alert)?.name ?? '',
    code: words.known(`alert.code.${reasonCode}`) ?? words.t('alert.code.other'),
    due: activity === null ? '' : fullDay(activity.dueOn, words.language()),
    what: message === null ? '' : (words.known(`alert.message.${message.kind}`) ?? words.t('alert.message.other')),
  };
  const stage = STAGES[epoch] ?? 'loop';
  const found = [`alert.why.${rung}.${stage}`, `alert.why.${rung}`].find((name) => words.known(name) !== undefined);
  return words.t(found ?? 'alert.why.other', params);
}

/** Of which case it speaks. */
export function referenceOf({ handover, activity, message }: AlertView): string {
  return (handover ?? activity ?? message)?.reference ?? '';
}

/** Who answers for what is waited for. */
export function accountableOf({ handover, activity, message }: AlertView): StaffRef | null {
  return handover?.accountable ?? activity?.owner ?? message?.responsible ?? null;
}
