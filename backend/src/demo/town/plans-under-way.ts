import type { CaseDesk } from './case-desk.ts';
import { HandoverDesk } from './handover-desk.ts';
import { PlanDesk } from './plan-desk.ts';
import { daysAgo, daysAhead, type TownCalendar, workingDaysAgo } from './town-calendar.ts';
import type { TownStage } from './town-stage.ts';

/** Mirja Salo: a plan for her return to work, begun, with one activity that is stuck. */
export async function planOfMirja(stage: TownStage, { today }: TownCalendar, mirja: CaseDesk): Promise<void> {
  await mirja.at(daysAgo(today, 30), '9.50');
  const plan = await PlanDesk.begin(stage, mirja, 'karin.fk', 'RETURN_TO_WORK_PLAN');
  const goal = await plan.goal('karin.fk', {
    ...{ text: 'Fortsätta arbeta heltid utan ny sjukskrivning.', own: 'Jag vill klara jobbet utan värk.', plain: 'Du ska kunna fortsätta jobba.' },
    by: daysAhead(today, 120),
  });
  const training = await plan.activity('johan.region', {
    ...{ text: 'Styrketräning för axlarna på arbetstid.', plain: 'Du tränar axlarna två gånger i veckan.', goal, by: daysAhead(today, 45) },
  });
  await plan.start('johan.region', training);
  await mirja.at(daysAgo(today, 14), '15.10');
  await plan.block('johan.region', training, 'TIME', 'Arbetsgivaren kan inte avvara Mirja på eftermiddagarna.');
  await plan.activity('karin.fk', {
    ...{ text: 'Besked om förebyggande sjukpenning.', goal, by: daysAhead(today, 20), draft: true },
  });
}

/** Amina Warsame: nothing but drafts, which nobody outside socialtjänsten reads. */
export async function planOfAmina(stage: TownStage, { today }: TownCalendar, amina: CaseDesk): Promise<void> {
  await amina.at(daysAgo(today, 8), '10.35');
  const plan = await PlanDesk.begin(stage, amina, 'sofia.kommun', 'REHAB_TEAM_PLAN');
  const goal = await plan.goal('sofia.kommun', { text: 'Arbeta deltid nära barnens förskola.', own: 'Jag vill tjäna egna pengar.', draft: true });
  await plan.part('sofia.kommun', 'STRENGTH', 'Amina har fått beröm i skolköket.', { draft: true });
  await plan.activity('sofia.kommun', { text: 'Ordna barnomsorg på kvällar.', goal, by: daysAhead(today, 30), draft: true });
}

/** Yusuf Demir: one activity is late and has alerted Ahmed, and kommunen has not answered what it was asked. */
export async function planOfYusuf(stage: TownStage, { today }: TownCalendar, yusuf: CaseDesk): Promise<void> {
  await yusuf.at(daysAgo(today, 28), '10.30');
  const plan = await PlanDesk.begin(stage, yusuf, 'ahmed.af', 'REHAB_TEAM_PLAN');
  const goal = await plan.goal('ahmed.af', {
    ...{ text: 'Arbeta i en reception med rätt hjälpmedel.', own: 'Jag vill ha ett jobb där jag träffar folk.' },
    plain: 'Du ska jobba i en reception.',
  });
  const screen = await plan.activity('ahmed.af', {
    ...{ text: 'Beställa förstoringsprogram till receptionen.', plain: 'Ahmed beställer ett program som gör texten större.', goal },
    by: workingDaysAgo(today, 2),
  });
  await plan.start('ahmed.af', screen);
  await yusuf.at(daysAgo(today, 9), '9.15');
  await plan.activity('ahmed.af', {
    ...{ text: 'Handledare i receptionen under tre månader.', plain: 'Någon visar dig jobbet i receptionen.', goal },
    ...{ asks: 'work', by: daysAhead(today, 30) },
  });
}

/** Linnea Bergqvist: whoever answered for one activity has fallen ill without a deputy. */
export async function planOfLinnea(stage: TownStage, { today }: TownCalendar, linnea: CaseDesk): Promise<void> {
  await linnea.at(daysAgo(today, 26), '9.20');
  await linnea.add('johan.region', 'elsa.region', { role: 'Arbetsterapeut', mandate: 'MAY_DECIDE', questionArea: 'Hjälpmedel' });
  await linnea.introduced('elsa.region');
  const plan = await PlanDesk.begin(stage, linnea, 'johan.region', 'REHAB_TEAM_PLAN');
  const goal = await plan.goal('johan.region', {
    ...{ text: 'Klara en praktik som florist utan att bli sämre i lederna.', own: 'Jag vill jobba med blommor.', plain: 'Du ska klara din praktik.' },
    by: daysAhead(today, 150),
  });
  await plan.activity('elsa.region', {
    ...{ text: 'Prova ut handledsskydd och verktyg.', plain: 'Elsa hjälper dig att prova ut rätt verktyg.', goal, by: daysAhead(today, 25) },
  });
  await plan.activity('fatima.kommun', {
    ...{ text: 'Praktik i blomsterhandeln tre dagar i veckan.', plain: 'Du har praktik i blomsteraffären.', goal, by: daysAhead(today, 100) },
  });
}

/** Viktor Nordin: one activity is on its way from the nurse to socialtjänsten, and nobody there has received it. */
export async function planOfViktor(stage: TownStage, { today }: TownCalendar, viktor: CaseDesk): Promise<void> {
  const plan = await PlanDesk.begin(stage, viktor, 'magnus.region', 'REHAB_TEAM_PLAN');
  const goal = await plan.goal('kerstin.kommun', {
    ...{ text: 'Klara vardagen i egen lägenhet.', own: 'Jag vill bo själv.', plain: 'Du ska klara dig i din lägenhet.' },
  });
  const food = await plan.activity('kerstin.kommun', {
    ...{ text: 'Handla och laga mat tillsammans med Viktor.', plain: 'Någon lagar mat med dig.', often: 'Tre gånger i veckan', goal },
    by: daysAhead(today, 40),
  });
  await viktor.at(workingDaysAgo(today, 1), '14.35');
  await HandoverDesk.offer(stage, viktor, 'kerstin.kommun', {
    ...{ activity: food, to: 'social.family' },
    asked: 'Ta över stödet kring maten.',
    reason: 'Det är inte vård längre. Det hör till boendestödet.',
  });
}
