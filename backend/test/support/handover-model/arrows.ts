/** The machine, drawn by hand: every way a handover may go, `act: from>to`. */
const ARROWS = new Set(
  `offer: DRAFT>OFFERED
   receive: OFFERED>RECEIVED
   nominate: OFFERED>RECEIVED RECEIVED>RECEIVED NEEDS_INFO>NEEDS_INFO
   accept: OFFERED>ACCEPTED RECEIVED>ACCEPTED NEEDS_INFO>ACCEPTED
   decline: OFFERED>DECLINED RECEIVED>DECLINED NEEDS_INFO>DECLINED
   ask: OFFERED>NEEDS_INFO RECEIVED>NEEDS_INFO
   answer: NEEDS_INFO>RECEIVED
   revoke: DRAFT>REVOKED OFFERED>REVOKED RECEIVED>REVOKED NEEDS_INFO>REVOKED
   record-first-contact: ACCEPTED>IN_PROGRESS
   hold: ACCEPTED>ON_HOLD IN_PROGRESS>ON_HOLD
   resume: ON_HOLD>ACCEPTED ON_HOLD>IN_PROGRESS
   complete: IN_PROGRESS>COMPLETED
   fail: ACCEPTED>FAILED IN_PROGRESS>FAILED
   acknowledge: COMPLETED>COMPLETED FAILED>FAILED
   close: COMPLETED>COMPLETED FAILED>FAILED
   stop: DRAFT>STOPPED_BY_PERSON OFFERED>STOPPED_BY_PERSON RECEIVED>STOPPED_BY_PERSON NEEDS_INFO>STOPPED_BY_PERSON
   hand-on: ACCEPTED>COMPLETED IN_PROGRESS>COMPLETED ON_HOLD>COMPLETED
   hand-back: ACCEPTED>FAILED IN_PROGRESS>FAILED ON_HOLD>FAILED
   lose-owner: OFFERED>OFFERED RECEIVED>RECEIVED NEEDS_INFO>NEEDS_INFO
   owner-returns: OFFERED>OFFERED RECEIVED>RECEIVED NEEDS_INFO>NEEDS_INFO`
    .split('\n')
    .flatMap((line) => {
      const [act, ways] = line.trim().split(': ') as [string, string];
      return ways.split(' ').map((way) => `${act} ${way}`);
    }),
);
/** Of a search that nobody sent: it begins by itself, and a no of whoever was asked leaves it waiting. */
const OF_SEARCHES = new Set(['lose-owner DRAFT>OFFERED', ...['OFFERED', 'RECEIVED', 'NEEDS_INFO'].map((state) => `decline ${state}>${state}`)]);

export interface Moved {
  act: string;
  from: string;
  to: string;
}

/** What is wrong with a history that should lead to `state`; null when it is a path of the machine. */
export function whyNoPath(history: readonly Moved[], state: string, origin: string): string | null {
  let here = 'DRAFT';
  for (const { act, from, to } of history) {
    const arrow = `${act} ${from}>${to}`;
    const drawn = origin === 'OWNER_LOST' ? ARROWS.has(arrow) || OF_SEARCHES.has(arrow) : ARROWS.has(arrow);
    if (!drawn || from !== here) return `${arrow} from ${here}`;
    here = to;
  }
  return here === state ? null : `history ends in ${here}, row says ${state}`;
}
