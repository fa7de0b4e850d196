import { CaseDesk } from './case-desk.ts';
import { HandoverDesk } from './handover-desk.ts';
import { planOfMirja } from './plans-under-way.ts';
import { daysAgo, daysAhead, monthsAfter, type TownCalendar } from './town-calendar.ts';
import { TOWN_PEOPLE } from './town-people.ts';
import type { TownStage } from './town-stage.ts';

/** Mirja Salo: the next step is overdue, and one organisation has said no. */
export async function playMirja(stage: TownStage, calendar: TownCalendar): Promise<void> {
  const { today } = calendar;
  const start = daysAgo(today, 48);
  await stage.at(start, '10.20');
  const mirja = await CaseDesk.open(stage, 'karin.fk', TOWN_PEOPLE.mirja, {
    reason: 'Mirja har återkommande värk i axlarna och riskerar att bli sjukskriven igen. Hon vill prova förebyggande träning.',
    questionArea: 'Förebyggande sjukpenning',
  });
  const purpose = 'Att hitta träning som gör att jag kan fortsätta arbeta.';
  const until = monthsAfter(start, 9);
  await mirja.consent('karin.fk', { to: ['region', 'work'], about: ['CONTACT', 'SITUATION', 'WORK', 'BENEFIT', 'PLAN'], purpose, until });
  const toHealth = await mirja.invite('karin.fk', 'region.health', 'Mirja behöver en fysioterapeut som kan intyga träningen.');
  const toWork = await mirja.invite('karin.fk', 'work.market', 'Finns det lättare uppgifter att prova under några veckor?');
  await mirja.at(daysAgo(today, 46), '9.35');
  await mirja.accept('ulla.region', toHealth, 'johan.region', {
    role: 'Fysioterapeut',
    mandate: 'MAY_DECIDE',
    questionArea: 'Träning och belastning',
  });
  await mirja.consent('johan.region', { to: ['fk'], about: ['CONTACT', 'SITUATION', 'HEALTH', 'PLAN'], purpose, until });
  await mirja.at(daysAgo(today, 44), '14.15');
  await mirja.decline('fatima.kommun', toWork, 'Mirja har en anställning. Hennes arbetsgivare ansvarar för lättare uppgifter.');
  await planOfMirja(stage, calendar, mirja);
  await mirja.at(daysAgo(today, 12), '11.05');
  await mirja.ambition('karin.fk', 'COORDINATED_ACTIVITIES');
  await mirja.tell('johan.region', { about: 'HEALTH', to: ['fk'], text: 'Mirja har tränat två gånger i veckan. Axlarna känns bättre efter passen.' });
  await mirja.nextStep('karin.fk', 'Karin svarar Magnus Ek om förebyggande sjukpenning.', daysAgo(today, 3));
}

/** Hamid Rezai: no next step yet, two invitations that nobody has answered, and two handovers that Karin has begun to write. */
export async function playHamid(stage: TownStage, { today }: TownCalendar): Promise<void> {
  await stage.at(daysAgo(today, 6), '10.00');
  const hamid = await CaseDesk.open(stage, 'karin.fk', TOWN_PEOPLE.hamid, {
    reason: 'Hamids sjukpenning tar slut och han vill söka arbete. Han behöver veta vem som hjälper honom med vad.',
    questionArea: 'Sjukpenning',
  });
  await hamid.consent('karin.fk', {
    to: ['af', 'social'],
    about: ['CONTACT', 'SITUATION', 'WORK', 'BENEFIT', 'PLAN'],
    purpose: 'Att planera vad som händer när sjukpenningen tar slut.',
    exclusions: 'Inte det jag har berättat om kriget.',
    until: daysAhead(today, 180),
    form: 'ORAL',
  });
  await hamid.at(daysAgo(today, 2), '13.40');
  await hamid.invite('karin.fk', 'af.employment', 'Hamid vill skriva in sig hos er och behöver tolk på persiska.');
  await hamid.invite('karin.fk', 'social.family', 'Hamid undrar vad som gäller för familjens ekonomi när sjukpenningen tar slut.');
  await hamid.at(daysAgo(today, 1), '15.35');
  await HandoverDesk.draft(stage, hamid, 'karin.fk', {
    to: 'af.employment',
    asked: 'Ta över som den som håller i nästa steg när sjukpenningen tar slut.',
    reason: '',
    done: 1,
  });
  await HandoverDesk.draft(stage, hamid, 'karin.fk', { scope: 'COORDINATOR_ROLE', to: 'social.family', asked: '', reason: '', done: 0 });
}

/** Natalia Kowalska: closed, with what goes on and who answers for it. */
export async function playNatalia(stage: TownStage, { today }: TownCalendar): Promise<void> {
  const start = daysAgo(today, 170);
  await stage.at(start, '9.45');
  const natalia = await CaseDesk.open(stage, 'karin.fk', TOWN_PEOPLE.natalia, {
    reason: 'Natalia är på väg tillbaka efter en utmattning och behöver samma besked från alla.',
    questionArea: 'Sjukpenning',
    nextStep: { text: 'Karin bjuder in vårdcentralen.' },
  });
  const purpose = 'Att samordna återgången i arbete.';
  const until = monthsAfter(start, 12);
  await natalia.consent('karin.fk', { to: ['region'], about: ['CONTACT', 'SITUATION', 'WORK', 'BENEFIT', 'PLAN'], purpose, until });
  const invitation = await natalia.invite('karin.fk', 'region.health', 'Natalia går hos er kurator och vill att vi planerar tillsammans.');
  await natalia.at(daysAgo(today, 168), '10.30');
  await natalia.accept('ulla.region', invitation, 'lena.region', { role: 'Kurator', mandate: 'MAY_DECIDE', questionArea: 'Samtal' });
  await natalia.introduced('lena.region');
  await natalia.consent('lena.region', { to: ['fk'], about: ['CONTACT', 'SITUATION', 'HEALTH', 'PLAN'], purpose, until });
  await natalia.at(daysAgo(today, 60), '11.10');
  await natalia.tell('lena.region', { about: 'SITUATION', to: ['fk'], text: 'Natalia arbetar heltid sedan två veckor och sover om nätterna.' });
  await natalia.at(daysAgo(today, 22), '15.00');
  await natalia.close(
    'karin.fk',
    'GOALS_REACHED',
    'Lena på vårdcentralen har kvar två uppföljande samtal i vår. Natalia ringer själv Försäkringskassan om hon blir sämre.',
  );
}
