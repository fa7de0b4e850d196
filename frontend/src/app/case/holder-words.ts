import { type CaseView, type HandoverRowView, type StaffRef } from '@samspel/shared/api.ts';
import { CASE_SCOPES, type CaseScope } from '@samspel/shared/handover/handover.ts';
import { dueSentence, isOnItsWay, truth } from '../handover/baton-words.ts';
import { fullDay, shortDay } from '../text/format/dates.ts';
import { type Words } from '../text/words.ts';

/** The handover that the panel is about: what is on its way, ownership before the coordinator role. The server sorts them so. */
export function onItsWay({ holder }: CaseView): HandoverRowView | null {
  return holder.handovers.find(isOnItsWay) ?? null;
}

/** What of the case itself the reader holds and may let go: theirs, and not on its way already. */
export function mayLetGo({ holder }: CaseView, assignmentId: string | undefined): readonly CaseScope[] {
  const moving = holder.handovers.filter(isOnItsWay);
  return CASE_SCOPES.filter((scope) => heldBy(holder, scope).assignmentId === assignmentId && !moving.some((row) => row.scope === scope));
}

/** Who answers for this part of the case. */
export function heldBy(holder: Pick<CaseView['holder'], 'owner' | 'coordinator'>, scope: CaseScope): StaffRef {
  return scope === 'CASE_OWNERSHIP' ? holder.owner : holder.coordinator;
}

/** Who answers for the case at this moment: whoever stands in while the owner is lost. */
export function holderNow({ holder }: CaseView): StaffRef {
  return holder.standIn ?? holder.owner;
}

/** Who holds it, in one sentence. */
export function holderSay(view: CaseView, words: Words): string {
  if (view.closed !== null) return words.t('case.holder.closed', { day: fullDay(view.closed.at, words.language()) });
  if (view.holder.standIn !== null) return words.t('handover.case.standIn', { name: view.holder.standIn.name });
  const { name, organisation } = view.holder.owner;
  return words.t('case.holder.say', { name, organisation: organisation.name });
}

/** What is true of it besides: that nobody has said yes yet, or that somebody has and since when; and what happens next. */
export function holderMore(view: CaseView, words: Words): readonly string[] {
  if (view.closed !== null) return [words.t('case.holder.closedMore')];
  const handovers = view.holder.handovers.map((row) => {
    const clock = isOnItsWay(row) ? dueSentence(row.clock, words) : null;
    const said = [truth(row, words), clock].filter((part) => part !== null).join(' ');
    return row.scope === 'CASE_OWNERSHIP' ? said : words.t('handover.case.also', { scope: words.t(`handover.scope.${row.scope}.name`), truth: said });
  });
  return [...handovers, nextStep(view, words)];
}

function nextStep({ nextStep }: CaseView, words: Words): string {
  if (nextStep === null) return words.t('case.holder.noStep');
  if (nextStep.due === null) return words.t('case.holder.step', { text: nextStep.text });
  return words.t('case.holder.stepDue', { text: nextStep.text, day: shortDay(nextStep.due, words.language()) });
}
