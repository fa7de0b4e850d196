import type { BlockedView } from './availability.dto.ts';
import type { Decision } from './gate.ts';

/** The policies' answers as a view carries them: what the reader may do now, and what not with the reason. */
export function availability<Action extends string>(decisions: Partial<Record<Action, Decision>>): { actions: Action[]; blocked: BlockedView[] } {
  const actions: Action[] = [];
  const blocked: BlockedView[] = [];
  for (const [action, decision] of Object.entries(decisions) as [Action, Decision][]) {
    if (decision.allowed) actions.push(action);
    else blocked.push({ action, because: decision.because });
  }
  return { actions, blocked };
}
