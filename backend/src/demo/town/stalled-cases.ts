import { CaseDesk } from './case-desk.ts';
import { type Baton, HandoverDesk } from './handover-desk.ts';
import { daysAhead, monthsAfter, type TownCalendar, workingDaysAgo } from './town-calendar.ts';
import { TOWN_PEOPLE } from './town-people.ts';
import type { TownStage } from './town-stage.ts';

/** Annika Hedberg: nobody at Arbetsförmedlingen has received her, and their supervisor has been alerted. The other baton is in good hands. */
export async function playAnnika(stage: TownStage, { today }: TownCalendar): Promise<void> {
  const start = workingDaysAgo(today, 14);
  await stage.at(start, '9.20');
  const annika = await CaseDesk.open(stage, 'david.fk', TOWN_PEOPLE.annika, {
    reason: 'Annikas sjukpenning tar slut. Hon kan inte gå tillbaka till köket på grund av eksem och vill hitta ett annat yrke.',
    questionArea: 'Sjukpenning',
  });
  const purpose = 'Att jag inte ska stå utan hjälp när sjukpenningen tar slut.';
  const until = monthsAfter(start, 8);
  await annika.consent('david.fk', { to: ['af', 'region'], about: ['CONTACT', 'SITUATION', 'WORK', 'BENEFIT', 'PLAN'], purpose, until });
  await annika.at(workingDaysAgo(today, 10), '10.15');
  const leading = await HandoverDesk.offer(stage, annika, 'david.fk', {
    scope: 'COORDINATOR_ROLE',
    to: 'region.health',
    asked: 'Leda teamet kring Annika medan hudbehandlingen pågår.',
    reason: 'Annika går hos er varje vecka. Ni märker först när något ändras.',
  });
  await annika.at(workingDaysAgo(today, 9), '9.30');
  await leading.receive('ulla.region');
  await leading.nominate('ulla.region', 'magnus.region');
  await annika.at(workingDaysAgo(today, 9), '14.05');
  await leading.accept('magnus.region', { how: 'Jag samlar teamet vid nästa besök.', questionArea: 'Hud och behandling' });
  await annika.at(workingDaysAgo(today, 7), '11.10');
  await leading.meet('magnus.region', 'PERSON');
  await annika.at(workingDaysAgo(today, 5), '9.10');
  await HandoverDesk.offer(stage, annika, 'david.fk', {
    to: 'af.employment',
    asked: 'Ta över som den som håller i nästa steg mot ett nytt arbete.',
    reason: 'Sjukpenningen tar slut om sex veckor. Annika är redo att söka arbete som inte är i kök.',
    done: 4,
  });
  await annika.nextStep('david.fk', 'David följer upp att Arbetsförmedlingen tar emot.', daysAhead(today, 2));
}

/** Tommy Lindgren: Arbetsförmedlingen has asked Karin something, and the clock runs on. */
export async function playTommy(stage: TownStage, { today }: TownCalendar): Promise<void> {
  const start = workingDaysAgo(today, 8);
  await stage.at(start, '13.10');
  const tommy = await CaseDesk.open(stage, 'karin.fk', TOWN_PEOPLE.tommy, {
    reason: 'Tommy har varit sjukskriven för ryggen och är uppsagd. Han behöver en plan när sjukskrivningen tar slut.',
    questionArea: 'Sjukpenning och rehabilitering',
  });
  const purpose = 'Att de som hjälper mig vet vem som gör vad.';
  await tommy.consent('karin.fk', {
    to: ['af', 'region'],
    about: ['CONTACT', 'SITUATION', 'WORK', 'BENEFIT', 'PLAN'],
    purpose,
    until: monthsAfter(start, 6),
  });
  const leading: Baton = {
    scope: 'COORDINATOR_ROLE',
    to: 'region.health',
    asked: 'Leda teamet kring Tommy.',
    reason: 'Det mesta som händer nu är träning hos er.',
  };
  await tommy.at(workingDaysAgo(today, 4), '10.40');
  const mistaken = await HandoverDesk.offer(stage, tommy, 'karin.fk', leading);
  await tommy.at(workingDaysAgo(today, 4), '10.55');
  await mistaken.revoke('karin.fk');
  await tommy.at(workingDaysAgo(today, 2), '8.30');
  const owning = await HandoverDesk.offer(stage, tommy, 'karin.fk', {
    to: 'af.employment',
    asked: 'Ta över som den som håller i nästa steg.',
    reason: 'Tommy är uppsagd och vill skriva in sig hos er.',
    done: 3,
  });
  await tommy.at(workingDaysAgo(today, 2), '11.20');
  await owning.receive('sara.af');
  await tommy.at(workingDaysAgo(today, 1), '9.05');
  await owning.ask('sara.af', 'Vilken dag slutar sjukpenningen, och har Tommy fått sin uppsägning skriftligt?');
  await tommy.at(workingDaysAgo(today, 1), '9.40');
  const again = await HandoverDesk.offer(stage, tommy, 'karin.fk', leading);
  await tommy.at(workingDaysAgo(today, 1), '13.15');
  await again.receive('ulla.region');
}

/** Rosita Nilsson: twice somebody has said no (kedjebrev), and now it waits a third time. */
export async function playRosita(stage: TownStage, { today }: TownCalendar): Promise<void> {
  const start = workingDaysAgo(today, 12);
  await stage.at(start, '10.30');
  const rosita = await CaseDesk.open(stage, 'david.fk', TOWN_PEOPLE.rosita, {
    reason: 'Rosita är utförsäkrad och har ingen arbetsgivare. Ingen har sagt att de håller i nästa steg.',
    questionArea: 'Ersättning',
  });
  const purpose = 'Att någon håller i det som händer efter sjukpenningen.';
  await rosita.consent('david.fk', {
    to: ['af', 'work', 'region'],
    about: ['CONTACT', 'SITUATION', 'WORK', 'BENEFIT', 'PLAN'],
    purpose,
    until: monthsAfter(start, 10),
  });
  const owning = { asked: 'Ta över som den som håller i nästa steg.', reason: 'Rosita har rätt till stöd för att hitta arbete, men inte hos oss.' };
  await rosita.at(workingDaysAgo(today, 9), '9.15');
  const first = await HandoverDesk.offer(stage, rosita, 'david.fk', { to: 'af.employment', ...owning, done: 2 });
  await rosita.at(workingDaysAgo(today, 8), '10.20');
  await first.decline('sara.af', 'WRONG_UNIT', 'Rosita är inte inskriven hos oss. Kommunens arbetsmarknadsenhet ligger närmare.', 'work.market');
  await rosita.at(workingDaysAgo(today, 7), '8.50');
  const second = await HandoverDesk.offer(stage, rosita, 'david.fk', { to: 'work.market', ...owning });
  const leading = await HandoverDesk.offer(stage, rosita, 'david.fk', {
    scope: 'COORDINATOR_ROLE',
    to: 'region.health',
    asked: 'Leda teamet kring Rosita.',
    reason: 'Rosita har sin läkare hos er.',
  });
  await rosita.at(workingDaysAgo(today, 6), '11.35');
  await second.decline('fatima.kommun', 'NO_CAPACITY', 'Vi har ingen ledig plats före årsskiftet.');
  await rosita.at(workingDaysAgo(today, 5), '15.10');
  await leading.decline('ulla.region', 'PERSON_DECLINES', 'Rosita vill hellre att någon utanför vården leder teamet.');
  await rosita.at(workingDaysAgo(today, 2), '10.05');
  await HandoverDesk.offer(stage, rosita, 'david.fk', { to: 'af.employment', ...owning });
}

/** Leyla Aydin: taken over by Försäkringskassan, and then silence. */
export async function playLeyla(stage: TownStage, { today }: TownCalendar): Promise<void> {
  const start = workingDaysAgo(today, 11);
  await stage.at(start, '9.45');
  const leyla = await CaseDesk.open(stage, 'sara.af', TOWN_PEOPLE.leyla, {
    reason: 'Leyla blev sjuk under sin arbetsträning. Nu behöver ersättning och träning gå ihop.',
    questionArea: 'Arbetsträning',
  });
  const purpose = 'Att min ersättning och min arbetsträning hänger ihop.';
  const about = ['CONTACT', 'SITUATION', 'WORK', 'PLAN'] as const;
  await leyla.consent('sara.af', { to: ['fk', 'social'], about, purpose, until: monthsAfter(start, 6) });
  await leyla.at(workingDaysAgo(today, 8), '10.10');
  const owning = await HandoverDesk.offer(stage, leyla, 'sara.af', {
    to: 'fk.insurance',
    asked: 'Ta över som den som håller i nästa steg medan Leyla är sjuk.',
    reason: 'Arbetsträningen är avbruten och frågan om ersättning kommer först.',
  });
  await leyla.at(workingDaysAgo(today, 7), '9.35');
  await owning.receive('david.fk');
  await owning.accept('david.fk', { how: 'Jag ringer Leyla och går igenom vad som gäller.', questionArea: 'Sjukpenning' });
  await leyla.at(workingDaysAgo(today, 2), '9.15');
  const leading = await HandoverDesk.offer(stage, leyla, 'sara.af', {
    scope: 'COORDINATOR_ROLE',
    to: 'social.family',
    asked: 'Leda teamet kring Leyla.',
    reason: 'Ni har redan kontakt med familjen.',
  });
  await leyla.at(workingDaysAgo(today, 1), '10.25');
  await leading.ask('nils.kommun', 'Vet Leyla att det är vi som får frågan?');
}

/** Patrik Sundberg: met once, and weeks later nobody has said how it went. The team's lead rests while its new holder waits for an answer. */
export async function playPatrik(stage: TownStage, { today }: TownCalendar): Promise<void> {
  const start = workingDaysAgo(today, 46);
  await stage.at(start, '10.50');
  const patrik = await CaseDesk.open(stage, 'nils.kommun', TOWN_PEOPLE.patrik, {
    reason: 'Patrik har ekonomiskt bistånd och vill arbeta natt. Han behöver stöd av både oss och Arbetsförmedlingen.',
    questionArea: 'Försörjning',
  });
  const purpose = 'Att hitta ett arbete jag kan leva på.';
  const about = ['CONTACT', 'SITUATION', 'WORK', 'SOCIAL_SUPPORT', 'PLAN'] as const;
  await patrik.consent('nils.kommun', { to: ['af', 'region'], about, purpose, until: monthsAfter(start, 9) });
  await patrik.at(workingDaysAgo(today, 44), '9.25');
  const owning = await HandoverDesk.offer(stage, patrik, 'nils.kommun', {
    to: 'af.employment',
    asked: 'Ta över som den som håller i nästa steg.',
    reason: 'Patrik är klar med praktiken och söker arbete.',
  });
  await patrik.at(workingDaysAgo(today, 43), '9.50');
  await owning.nominate('per.chef.af', 'noor.af');
  await patrik.at(workingDaysAgo(today, 42), '13.30');
  await owning.accept('noor.af', { how: 'Vi gör en plan för nattarbete tillsammans.', questionArea: 'Arbete' });
  await patrik.at(workingDaysAgo(today, 40), '10.00');
  await owning.meet('noor.af', 'SENDER', 'PERSON');
  await patrik.at(workingDaysAgo(today, 10), '11.05');
  const leading = await HandoverDesk.offer(stage, patrik, 'nils.kommun', {
    scope: 'COORDINATOR_ROLE',
    to: 'region.health',
    asked: 'Leda teamet kring Patrik medan sömnen utreds.',
    reason: 'Nattarbetet hänger på vad utredningen visar.',
  });
  await patrik.at(workingDaysAgo(today, 9), '9.00');
  await leading.nominate('ulla.region', 'magnus.region');
  await patrik.at(workingDaysAgo(today, 9), '15.25');
  await leading.accept('magnus.region', { how: 'Jag kallar när sömnutredningen är klar.', questionArea: 'Sömn' });
  await patrik.at(workingDaysAgo(today, 8), '8.15');
  await owning.seen('per.chef.af', 'anna.chef.kommun');
  await patrik.at(workingDaysAgo(today, 5), '10.45');
  await leading.hold('magnus.region', 'Svaret från sömnlaboratoriet dröjer.', daysAhead(today, 8));
  await patrik.at(workingDaysAgo(today, 3), '8.20');
  await owning.nudge('anna.chef.kommun');
}
