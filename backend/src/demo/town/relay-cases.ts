import { CaseDesk } from './case-desk.ts';
import { HandoverDesk } from './handover-desk.ts';
import { planOfViktor } from './plans-under-way.ts';
import { daysAhead, monthsAfter, type TownCalendar, workingDaysAgo } from './town-calendar.ts';
import { TOWN_PEOPLE } from './town-people.ts';
import type { TownStage } from './town-stage.ts';

/** Göran Fransson: from the health centre to psychiatry and done; Magnus has not yet seen how it went. */
export async function playGoran(stage: TownStage, { today }: TownCalendar): Promise<void> {
  const start = workingDaysAgo(today, 20);
  await stage.at(start, '9.05');
  const goran = await CaseDesk.open(stage, 'magnus.region', TOWN_PEOPLE.goran, {
    reason: 'Göran sover inte och har slutat gå till arbetet. Vården och Försäkringskassan behöver säga samma sak.',
    questionArea: 'Sömn och oro',
  });
  const purpose = 'Att jag får hjälp utan att behöva berätta allt två gånger.';
  const about = ['CONTACT', 'SITUATION', 'HEALTH', 'PLAN'] as const;
  await goran.consent('magnus.region', { to: ['fk'], about, purpose, until: monthsAfter(start, 12) });
  await goran.at(workingDaysAgo(today, 18), '10.35');
  const mistaken = await HandoverDesk.offer(stage, goran, 'magnus.region', {
    to: 'fk.insurance',
    asked: 'Ta över som den som håller i nästa steg.',
    reason: 'Göran behöver besked om sjukpenning.',
  });
  await goran.at(workingDaysAgo(today, 18), '13.20');
  await mistaken.revoke('magnus.region');
  await goran.at(workingDaysAgo(today, 17), '8.40');
  const owning = await HandoverDesk.offer(stage, goran, 'magnus.region', {
    to: 'region.psychiatry',
    asked: 'Ta över som den som håller i bedömningen och nästa steg.',
    reason: 'Göran behöver en bedömning som vi inte kan göra på vårdcentralen.',
  });
  const leading = await HandoverDesk.offer(stage, goran, 'magnus.region', {
    scope: 'COORDINATOR_ROLE',
    to: 'region.health',
    nominee: 'ingrid.region',
    asked: 'Leda teamet kring Göran.',
    reason: 'Göran träffar dig varje vecka.',
  });
  await goran.at(workingDaysAgo(today, 16), '9.10');
  await owning.receive('tomas.region');
  await leading.accept('ingrid.region', { how: 'Jag tar upp det i våra samtal.', questionArea: 'Samtal' });
  await goran.at(workingDaysAgo(today, 15), '11.15');
  await owning.accept('tomas.region', { how: 'Bedömning på mottagningen, tillsammans med Magnus.', questionArea: 'Bedömning' });
  await goran.at(workingDaysAgo(today, 14), '10.00');
  await leading.meet('ingrid.region', 'PERSON');
  await goran.at(workingDaysAgo(today, 12), '13.00');
  await owning.meet('tomas.region', 'SENDER', 'PERSON');
  await goran.at(workingDaysAgo(today, 4), '15.30');
  await leading.complete('ingrid.region', 'Teamet är samlat och Göran vet vem han ringer.');
  await goran.at(workingDaysAgo(today, 3), '8.25');
  await leading.acknowledge('magnus.region');
  await goran.at(workingDaysAgo(today, 2), '14.40');
  await owning.complete('tomas.region', 'Bedömningen är klar. Göran fortsätter hos oss och arbetar halvtid.');
}

/** Sanna Wallin: one baton that arrived, and two that did not. */
export async function playSanna(stage: TownStage, { today }: TownCalendar): Promise<void> {
  const start = workingDaysAgo(today, 38);
  await stage.at(start, '10.25');
  const sanna = await CaseDesk.open(stage, 'kerstin.kommun', TOWN_PEOPLE.sanna, {
    reason: 'Sanna bröt benet och har hemsjukvård. Nu ska hon träna på vårdcentralen och tillbaka till skolan.',
    questionArea: 'Vård i hemmet',
  });
  const purpose = 'Att träningen fortsätter utan avbrott.';
  const about = ['CONTACT', 'SITUATION', 'HEALTH', 'PLAN'] as const;
  const until = monthsAfter(start, 12);
  await sanna.consent('kerstin.kommun', { to: ['region', 'fk'], about, purpose, until });
  await sanna.at(workingDaysAgo(today, 36), '9.20');
  const owning = await HandoverDesk.offer(stage, sanna, 'kerstin.kommun', {
    to: 'region.health',
    asked: 'Ta över som den som håller i träningen.',
    reason: 'Sanna kan ta sig till er nu.',
  });
  const leading = await HandoverDesk.offer(stage, sanna, 'kerstin.kommun', {
    scope: 'COORDINATOR_ROLE',
    to: 'fk.insurance',
    asked: 'Leda teamet kring Sanna.',
    reason: 'Frågan om ersättning är den som återstår.',
  });
  await sanna.at(workingDaysAgo(today, 35), '10.15');
  await owning.nominate('ulla.region', 'magnus.region');
  await owning.accept('magnus.region', { how: 'Vi bokar tid hos fysioterapeuten.', questionArea: 'Träning' });
  await leading.accept('david.fk', { how: 'Jag ringer Sanna om ersättningen.', questionArea: 'Ersättning' });
  await sanna.consent('magnus.region', { to: ['care', 'fk'], about, purpose, until });
  await sanna.at(workingDaysAgo(today, 33), '13.10');
  await owning.meet('magnus.region', 'SENDER', 'PERSON');
  await leading.meet('david.fk');
  await sanna.at(workingDaysAgo(today, 25), '9.40');
  await leading.fail('david.fk', 'Sanna har ingen rätt till ersättning från oss. Skolans elevhälsa är rätt ställe.');
  await sanna.at(workingDaysAgo(today, 24), '8.30');
  await leading.acknowledge('kerstin.kommun');
  await sanna.at(workingDaysAgo(today, 15), '11.00');
  await owning.complete('magnus.region', 'Sanna tränar två gånger i veckan och är tillbaka i skolan.');
  await sanna.at(workingDaysAgo(today, 14), '10.20');
  await owning.acknowledge('kerstin.kommun');
  await sanna.at(workingDaysAgo(today, 12), '9.30');
  const onward = await HandoverDesk.offer(stage, sanna, 'magnus.region', {
    to: 'region.psychiatry',
    asked: 'Ta över som den som håller i nästa steg.',
    reason: 'Sanna är orolig efter olyckan.',
  });
  await sanna.at(workingDaysAgo(today, 11), '10.45');
  await onward.accept('tomas.region', { how: 'Ett första samtal på mottagningen.', questionArea: 'Oro' });
  await sanna.at(workingDaysAgo(today, 9), '14.15');
  await onward.meet('tomas.region', 'PERSON');
  await sanna.at(workingDaysAgo(today, 3), '16.05');
  await onward.fail('tomas.region', 'Sanna vill hellre gå hos kuratorn på vårdcentralen.');
}

/** Viktor Nordin: paused while he is away, and the team's lead has done its part. */
export async function playViktor(stage: TownStage, calendar: TownCalendar): Promise<void> {
  const { today } = calendar;
  const start = workingDaysAgo(today, 26);
  await stage.at(start, '8.55');
  const viktor = await CaseDesk.open(stage, 'kerstin.kommun', TOWN_PEOPLE.viktor, {
    reason: 'Viktor kommer hem från sjukhuset och ska klara sig i en ny lägenhet.',
    questionArea: 'Vård i hemmet',
  });
  const purpose = 'Att jag ska klara mig hemma.';
  const about = ['CONTACT', 'SITUATION', 'SOCIAL_SUPPORT', 'HEALTH', 'PLAN'] as const;
  await viktor.consent('kerstin.kommun', { to: ['social', 'region'], about, purpose, until: monthsAfter(start, 9) });
  await viktor.at(workingDaysAgo(today, 24), '9.15');
  const leading = await HandoverDesk.offer(stage, viktor, 'kerstin.kommun', {
    scope: 'COORDINATOR_ROLE',
    to: 'region.health',
    asked: 'Leda teamet kring Viktor.',
    reason: 'Läkemedlen ändras ofta och ni ser det först.',
  });
  await viktor.at(workingDaysAgo(today, 23), '10.05');
  await leading.nominate('ulla.region', 'magnus.region');
  await leading.accept('magnus.region', { how: 'Jag samlar er vid läkemedelsgenomgången.', questionArea: 'Läkemedel' });
  await viktor.at(workingDaysAgo(today, 21), '13.45');
  await leading.meet('magnus.region', 'SENDER', 'PERSON');
  await viktor.at(workingDaysAgo(today, 14), '9.50');
  const owning = await HandoverDesk.offer(stage, viktor, 'kerstin.kommun', {
    to: 'social.family',
    asked: 'Ta över som den som håller i boendet.',
    reason: 'Vården hemma är klar. Det som återstår är boendestödet.',
  });
  await viktor.at(workingDaysAgo(today, 13), '11.20');
  await owning.accept('nils.kommun', { how: 'Vi träffas i lägenheten.', questionArea: 'Boende' });
  await viktor.at(workingDaysAgo(today, 11), '10.10');
  await owning.meet('nils.kommun', 'SENDER', 'PERSON');
  await viktor.at(workingDaysAgo(today, 4), '15.15');
  await owning.hold('nils.kommun', 'Viktor är hos sin mor och kommer hem om ett par veckor.', daysAhead(today, 9));
  await viktor.at(workingDaysAgo(today, 1), '14.20');
  await leading.complete('magnus.region', 'Läkemedlen är lugna sedan en månad. Viktor vet vem han ringer.');
  await planOfViktor(stage, calendar, viktor);
}
