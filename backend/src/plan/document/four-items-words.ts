import type { PlanDocument } from '../../document/plan-document.ts';
import type { VersionFacts } from '../publication/facts.sql.ts';
import { type FrozenItem, textOf } from '../publication/frozen-item.ts';
import { doneByWords } from './plan-words.ts';

/** The statute's four items (SoL 10 kap. 8 §, HSL 16 kap. 4 §) as the plan answers them. */
export function fourItemsInWords(items: readonly FrozenItem[], facts: VersionFacts, givenName: string): PlanDocument['fourItems'] {
  const live = items.filter(({ kind, frozen }) => kind === 'ACTIVITY' && frozen.state !== 'CANCELLED');
  const interventions = live.filter(({ frozen }) => frozen.provider === 'INTERVENTION');
  const others = live.filter(({ frozen }) => frozen.provider === 'OTHER_MEASURE');
  const byWhom = (item: FrozenItem): string => `${textOf(item)}: ${doneByWords(item.frozen, givenName, false)}`;
  return [
    { item: '1. Vilka insatser som behövs', words: interventions.map(textOf) },
    {
      item: '2. Vilka insatser kommunen och regionen svarar för',
      words: interventions.filter(({ frozen }) => isPublicCare(frozen.ownerKind)).map(byWhom),
    },
    { item: '3. Vilka åtgärder någon annan vidtar', words: others.length ? others.map(byWhom) : noOthers(facts) },
    { item: '4. Vem som har det övergripande ansvaret', words: facts.responsibleAuthority ? [facts.responsibleAuthority] : [] },
  ];
}

const isPublicCare = (kind: string | undefined): boolean => kind === 'KOMMUN' || kind === 'REGION';
const noOthers = ({ noOtherMeasures }: VersionFacts): string[] => (noOtherMeasures ? ['Inga åtgärder behövs av någon annan.'] : []);
