import { CaseDesk } from './case-desk.ts';
import { HandoverDesk } from './handover-desk.ts';
import { daysAhead, monthsAfter, type TownCalendar, workingDaysAgo } from './town-calendar.ts';
import { TOWN_PEOPLE } from './town-people.ts';
import { SUDDEN_LEAVE } from './town-staff.ts';
import type { TownStage } from './town-stage.ts';

/** Stefan Grip: he took back his consent, and what was on its way to Arbetsförmedlingen stopped at once. */
export async function playStefan(stage: TownStage, { today }: TownCalendar): Promise<void> {
  const start = workingDaysAgo(today, 10);
  await stage.at(start, '14.10');
  const stefan = await CaseDesk.open(stage, 'nils.kommun', TOWN_PEOPLE.stefan, {
    reason: 'Stefan har skulder och ont i axeln och vill ha en enda plan.',
    questionArea: 'Ekonomi',
  });
  const purpose = 'Att samma plan gäller hos alla.';
  const about = ['CONTACT', 'SITUATION', 'WORK', 'SOCIAL_SUPPORT', 'PLAN'] as const;
  const until = monthsAfter(start, 6);
  const toAf = await stefan.consent('nils.kommun', { to: ['af'], about, purpose, until });
  await stefan.consent('nils.kommun', { to: ['region'], about, purpose, until });
  await stefan.at(workingDaysAgo(today, 6), '9.00');
  const owning = await HandoverDesk.offer(stage, stefan, 'nils.kommun', {
    to: 'af.employment',
    asked: 'Ta över som den som håller i nästa steg.',
    reason: 'Stefan vill söka ett arbete som axeln klarar.',
  });
  const leading = { scope: 'COORDINATOR_ROLE', asked: 'Leda teamet kring Stefan.', reason: 'Ni träffar honom oftast.' } as const;
  await HandoverDesk.offer(stage, stefan, 'nils.kommun', { to: 'af.employment', ...leading });
  await stefan.at(workingDaysAgo(today, 5), '10.30');
  await owning.receive('sara.af');
  await stefan.at(workingDaysAgo(today, 4), '13.50');
  await stefan.withdraw('nils.kommun', toAf);
  await stefan.at(workingDaysAgo(today, 1), '15.05');
  await HandoverDesk.offer(stage, stefan, 'nils.kommun', { to: 'region.health', ...leading });
}

/** Elin Karlsson: received, not yet anybody's, and off Per's board for a while because he has paused it. */
export async function playElin(stage: TownStage, { today }: TownCalendar): Promise<void> {
  const start = workingDaysAgo(today, 7);
  await stage.at(start, '9.55');
  const elin = await CaseDesk.open(stage, 'fatima.kommun', TOWN_PEOPLE.elin, {
    reason: 'Elins plats på Återbruket tar slut. Hon vill ha ett vanligt arbete med stöd.',
    questionArea: 'Praktik och arbete',
  });
  const purpose = 'Att gå från Återbruket till ett vanligt arbete.';
  const about = ['CONTACT', 'SITUATION', 'WORK', 'PLAN'] as const;
  await elin.consent('fatima.kommun', { to: ['af', 'care'], about, purpose, until: monthsAfter(start, 6) });
  await elin.at(workingDaysAgo(today, 3), '10.00');
  const leading = await HandoverDesk.offer(stage, elin, 'fatima.kommun', {
    scope: 'COORDINATOR_ROLE',
    to: 'care.home',
    asked: 'Leda teamet kring Elin.',
    reason: 'Elin har er hemma varje vecka.',
  });
  await elin.at(workingDaysAgo(today, 3), '13.35');
  const owning = await HandoverDesk.offer(stage, elin, 'fatima.kommun', {
    to: 'af.employment',
    asked: 'Ta över som den som håller i nästa steg.',
    reason: 'Elin behöver en SIUS-konsulent, och den finns hos er.',
    done: 2,
  });
  await elin.at(workingDaysAgo(today, 2), '9.10');
  await owning.receive('sara.af');
  await elin.at(workingDaysAgo(today, 1), '8.45');
  await leading.accept('kerstin.kommun', { how: 'Jag samlar teamet hemma hos Elin.', questionArea: 'Vardagen hemma' });
  await elin.at(workingDaysAgo(today, 1), '14.50');
  await owning.pause('per.chef.af', daysAhead(today, 5));
}

/** Daniel Åkerlund: whoever took over fell ill with nobody to step in, so their supervisor answers until somebody else has accepted. */
export async function playDaniel(stage: TownStage, { today }: TownCalendar): Promise<void> {
  const start = workingDaysAgo(today, 30);
  await stage.at(start, '10.40');
  const daniel = await CaseDesk.open(stage, 'fatima.kommun', TOWN_PEOPLE.daniel, {
    reason: 'Daniel har gått klart en svetskurs och vill prova ett riktigt jobb.',
    questionArea: 'Praktik',
  });
  const purpose = 'Att hitta en verkstad som tar emot mig.';
  const about = ['CONTACT', 'SITUATION', 'WORK', 'PLAN'] as const;
  await daniel.consent('fatima.kommun', { to: ['af'], about, purpose, until: monthsAfter(start, 9) });
  await daniel.at(workingDaysAgo(today, 28), '9.05');
  const owning = await HandoverDesk.offer(stage, daniel, 'fatima.kommun', {
    to: 'af.employment',
    asked: 'Ta över som den som håller i nästa steg.',
    reason: 'Kursen är klar. Nu behövs en arbetsgivare och kanske lönebidrag.',
  });
  await daniel.at(workingDaysAgo(today, 27), '10.10');
  await owning.nominate('sara.af', 'jonas.af');
  await daniel.at(workingDaysAgo(today, 26), '9.20');
  await owning.accept('jonas.af', { how: 'Vi besöker två verkstäder.', questionArea: 'Arbetsgivare' });
  await daniel.at(workingDaysAgo(today, 24), '13.05');
  await owning.meet('jonas.af', 'SENDER', 'PERSON');
  await daniel.at(workingDaysAgo(today, SUDDEN_LEAVE.sinceWorkingDays), '0.02');
  await stage.lookForOwners();
}
