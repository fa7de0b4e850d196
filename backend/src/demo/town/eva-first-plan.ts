import { plusDays } from '@samspel/shared/calendar/working-days.ts';
import type { PlanDesk } from './plan-desk.ts';
import type { TownCalendar } from './town-calendar.ts';

export interface EvasGoals {
  readonly work: string;
  readonly health: string;
  readonly pain: string;
  readonly sleep: string;
}
export interface EvasWork {
  readonly alone: string;
  readonly group: string;
  readonly acupuncture: string;
  readonly talks: string;
  readonly medicine: string;
}

/** What Eva and the team wanted when they first sat together. */
export async function firstGoals(plan: PlanDesk): Promise<EvasGoals> {
  const work = await plan.goal('lena.region', {
    text: 'Arbeta som undersköterska på sin vanliga arbetsplats igen.',
    own: 'Jag vill tillbaka till mitt jobb och mina arbetskamrater.',
    plain: 'Du ska tillbaka till jobbet, i din takt.',
    conflict: { text: 'Vården vill öka arbetstiden långsamt. Reglerna för sjukpenning har fasta dagar.', between: ['region', 'fk'] },
  });
  const health = await plan.goal('lena.region', {
    text: 'En vardag med mindre smärta och ett stabilare mående.',
    own: 'Jag vill orka vara mamma, inte bara ligga.',
    plain: 'Du ska ha mindre ont och må bättre.',
  });
  const pain = await plan.goal('johan.region', {
    text: 'Starkare rygg och mindre smärta.',
    own: 'Jag vill kunna böja mig utan att det hugger till.',
    plain: 'Din rygg ska bli starkare.',
    under: health,
  });
  const sleep = await plan.goal('lena.region', {
    text: 'Sova om nätterna och ha någon att prata med när oron kommer.',
    own: 'Jag vill få sova.',
    plain: 'Du ska sova bättre och känna dig lugnare.',
    under: health,
  });
  return { work, health, pain, sleep };
}

/** What they decided to do; each in the hands it lay in that morning. */
export async function firstWork(plan: PlanDesk, goals: EvasGoals, { firstVisit, today }: TownCalendar): Promise<EvasWork> {
  const alone = await plan.activity('johan.region', {
    ...{ text: 'Träningsprogram för ryggen, på egen tid hos fysioterapeuten.', plain: 'Du tränar ryggen med Johan.', often: 'Två gånger i veckan' },
    ...{ goal: goals.pain, from: plusDays(firstVisit, 42), by: plusDays(firstVisit, 150) },
  });
  const group = await plan.activity('johan.region', {
    ...{ text: 'Träning i grupp hos fysioterapeuten.', plain: 'Du tränar i grupp hos Johan.', often: 'Två gånger i veckan' },
    ...{ goal: goals.pain, after: alone, by: plusDays(today, 60) },
  });
  const acupuncture = await plan.activity('magnus.region', {
    ...{ text: 'Akupunktur när smärtan är stark.', plain: 'Du får nålar i ryggen när det gör som mest ont.', often: 'Vid behov' },
    ...{ goal: goals.pain, by: plusDays(today, 60) },
  });
  const talks = await plan.activity('johan.region', {
    ...{ text: 'Stödsamtal hos kuratorn.', plain: 'Du pratar med Lena, som är kurator.', often: 'Varje vecka' },
    ...{ goal: goals.sleep, by: plusDays(today, 75) },
  });
  const medicine = await plan.activity('magnus.region', {
    ...{ text: 'Medicin som följs upp av läkaren.', plain: 'Läkaren följer upp din medicin.', often: 'Var tredje månad' },
    ...{ goal: goals.health, by: plusDays(today, 120) },
  });
  return { alone, group, acupuncture, talks, medicine };
}
