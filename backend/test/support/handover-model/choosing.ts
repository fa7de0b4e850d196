import { type Baton, type Model, ORGS, SCOPES } from './model.ts';
import { type Attempt, predict } from './predicting.ts';
import { PEOPLE } from './scene.ts';

export type Wanted = Attempt['act'];

/** What must have been done before something can be. */
const FIRST: Partial<Record<Wanted, Wanted>> = {
  ...{ offer: 'draft', receive: 'offer', nominate: 'offer', accept: 'offer', decline: 'offer', ask: 'offer', answer: 'ask', revoke: 'offer', contact: 'accept' },
  ...{ hold: 'accept', resume: 'hold', complete: 'contact', fail: 'accept', acknowledge: 'complete', draft: 'consent' },
}; // prettier-ignore

/** Every way to do it that the model allows, by whoever can sign in. */
function legal(model: Model, act: Wanted, spread: number): Attempt[] {
  const working = PEOPLE.filter((who) => model.works(who));
  const days = act === 'accept' ? 2 : act === 'contact' ? spread % 2 : 1 + (spread % 12);
  const all = working.flatMap((by): Attempt[] => {
    if (act === 'consent') return [{ act, by }];
    if (act === 'withdraw') return [by, null].flatMap((who) => model.consents.map((consent) => ({ act, by: who, consent })));
    if (act !== 'draft') return model.batons.flatMap((baton) => nominees(act, spread).map((nominee) => ({ act, by, baton, nominee, days })));
    const asked = [null, PEOPLE[spread % PEOPLE.length]!];
    return SCOPES.flatMap((scope) =>
      ORGS.flatMap((to) => asked.flatMap((nominee) => [false, true].map((back) => ({ act, by, scope, to, nominee, back, days })))),
    );
  });
  return all.filter((each) => predict(model, each) === 'DONE');
}

const nominees = (act: Wanted, spread: number): string[] => (act === 'nominate' ? PEOPLE : [PEOPLE[spread % PEOPLE.length]!]);

/** The wanted act if it is legal, else what leads there. */
export function choose(model: Model, wanted: Wanted, pick: number): Attempt | null {
  for (let act: Wanted | undefined = wanted; act; act = FIRST[act]) {
    // Consent is what is missing only where nothing covers those who answer.
    if (act === 'consent' && wanted !== 'consent' && SCOPES.every((scope) => model.covered(model.orgOf(model.holders[scope])))) return null;
    const ways = legal(model, act, pick);
    if (ways.length) return ways[pick % ways.length]!;
  }
  return null;
}

/** Those at work who sent it, have been asked, answer for it or have accepted it. */
export const partiesOf = (model: Readonly<Model>, baton: Baton): string[] =>
  [baton.acceptedBy, baton.from, baton.nominee, model.contacts[baton.to], baton.accountable].filter(
    (who) => who !== null && model.works(who),
  ) as string[];

export const at = (people: readonly string[], pick: number): string | undefined => people[pick % Math.max(1, people.length)];
