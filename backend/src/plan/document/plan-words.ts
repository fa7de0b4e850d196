import type { AgreementStance, Attainment, PlanType, RecordedForm } from '@samspel/shared/plan/plan.ts';
import type { PlanDocument } from '../../document/plan-document.ts';
import { swedishDay } from '../../document/swedish-day.ts';
import type { FrozenAround } from '../publication/frozen-item.ts';
import type { PlanAgreementView } from '../publication/publication.dto.ts';

export const TITLES: Readonly<Record<PlanType, PlanDocument['title']>> = {
  SIP: 'Samordnad individuell plan (SIP)',
  REHAB_TEAM_PLAN: 'Rehabteamets plan',
  RETURN_TO_WORK_PLAN: 'Plan för återgång i arbete',
};

const ATTAINED: Readonly<Record<Attainment, string>> = {
  IN_PROGRESS: 'Pågår',
  IMPROVING: 'På god väg',
  NO_CHANGE: 'Ingen förändring',
  WORSENING: 'Har blivit svårare',
  ACHIEVED: 'Uppnått',
  NOT_ACHIEVED: 'Inte uppnått',
};
const STANCES: Readonly<Record<AgreementStance, string>> = { AGREES: 'Har sagt ja', AGREES_WITH_DISSENT: 'Har sagt ja, med avvikande mening' };
const TOLD: Readonly<Record<RecordedForm, string>> = { PHONE: ' per telefon', PAPER: ' på papper', IN_PERSON: ' vid ett möte' };

export const attainmentWords = ({ attainment }: FrozenAround): string | null =>
  attainment ? `${ATTAINED[attainment.status]} (${swedishDay(attainment.on)})` : null;

export const stanceWords = ({ stance, recordedForm }: PlanAgreementView): string => STANCES[stance] + (recordedForm ? TOLD[recordedForm] : '');

/** How an activity went when it was frozen. */
export function statusWords({ state, requestedOf }: FrozenAround, simple: boolean): string {
  switch (state) {
    case 'REQUESTED':
      return simple ? 'Ingen har sagt ja än.' : `Väntar på svar från ${requestedOf ?? 'den som har fått frågan'}`;
    case 'DECLINED':
      return simple ? 'Ingen har sagt ja än.' : 'Den som fick frågan sa nej';
    case 'IN_PROGRESS':
      return simple ? 'Det pågår.' : 'Pågår';
    case 'BLOCKED':
      return simple ? 'Det står still just nu.' : 'Kommer inte vidare';
    case 'COMPLETED':
      return simple ? 'Det är klart.' : 'Klart';
    case 'CANCELLED':
      return simple ? 'Det ska inte göras längre.' : 'Avslutat utan att bli klart';
    default:
      return simple ? 'Det är planerat.' : 'Planerat';
  }
}

/** By name whoever does it; of something nobody has said yes to, that. */
export function doneByWords(around: FrozenAround, givenName: string, simple: boolean): string {
  const { provider, state, owner, ownerOrganisation, requestedOf, performer } = around;
  if (provider === 'OWN_ACTION') return simple ? 'Du gör det själv' : `Gör ${givenName} själv`;
  if (provider === 'OTHER_MEASURE') return performer || 'Någon utanför teamet';
  if (state === 'REQUESTED') return `${requestedOf ?? 'Någon annan'} har fått frågan`;
  if (state === 'DECLINED') return 'Ingen än';
  return `${owner}, ${ownerOrganisation}`;
}

/** Whoever answers for it, where that is not the one who does it. */
export function accountableWords({ provider, state, owner, ownerOrganisation }: FrozenAround): string | null {
  const does = provider === 'INTERVENTION' && state !== 'REQUESTED' && state !== 'DECLINED';
  return does ? null : `${owner}, ${ownerOrganisation}`;
}
