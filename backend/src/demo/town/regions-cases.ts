import { CaseDesk } from './case-desk.ts';
import { planOfLinnea } from './plans-under-way.ts';
import { sipOfBirgit } from './sip-plans.ts';
import { daysAgo, daysAhead, monthsAfter, type TownCalendar } from './town-calendar.ts';
import { TOWN_PEOPLE } from './town-people.ts';
import type { TownStage } from './town-stage.ts';

/** Birgit Sundin: nothing has moved for six weeks. */
export async function playBirgit(stage: TownStage, calendar: TownCalendar): Promise<void> {
  const { today } = calendar;
  const start = daysAgo(today, 95);
  await stage.at(start, '11.00');
  const birgit = await CaseDesk.open(stage, 'lena.region', TOWN_PEOPLE.birgit, {
    reason: 'Birgit är hemma efter en stroke. Vården i hemmet, sjukpenningen och samtalen behöver hänga ihop.',
    questionArea: 'Samtal och samordning',
  });
  const purpose = 'Att vården hemma och ersättningen planeras tillsammans.';
  const until = monthsAfter(start, 11);
  await birgit.consent('lena.region', { to: ['fk', 'care'], about: ['CONTACT', 'SITUATION', 'HEALTH', 'PLAN'], purpose, until });
  await birgit.become('lena.region', { role: 'Kurator', mandate: 'MAY_DECIDE', questionArea: 'Samtal och samordning' });
  const toCare = await birgit.invite('lena.region', 'care.home', 'Birgit behöver träna i sin egen trappa och i sitt kök.');
  const toFk = await birgit.invite('lena.region', 'fk.insurance', 'Birgit och hennes son undrar vad som händer efter dag 90.');
  await birgit.at(daysAgo(today, 92), '8.50');
  await birgit.accept('kerstin.kommun', toCare, 'kerstin.kommun', {
    role: 'Distriktssköterska',
    mandate: 'MAY_DECIDE',
    questionArea: 'Vård i hemmet',
  });
  await birgit.accept('david.fk', toFk, 'karin.fk', { role: 'Personlig handläggare', mandate: 'MAY_PROPOSE', questionArea: 'Sjukpenning' });
  await birgit.introduced('kerstin.kommun', 'karin.fk');
  await birgit.consent('kerstin.kommun', { to: ['region', 'fk'], about: ['CONTACT', 'SITUATION', 'HEALTH', 'PLAN'], purpose, until });
  await birgit.consent('karin.fk', { to: ['region', 'care'], about: ['CONTACT', 'BENEFIT', 'PLAN'], purpose, until });
  await birgit.contact('lena.region', {
    kind: 'RELATIVE',
    name: 'Anders Sundin',
    worksAt: '',
    phone: '0980-319 225',
    questionArea: 'Son, följer med på besök',
  });
  await sipOfBirgit(stage, calendar, birgit);
  await birgit.at(daysAgo(today, 43), '10.25');
  await birgit.tell('kerstin.kommun', {
    about: 'HEALTH',
    to: ['region', 'fk'],
    text: 'Birgit går i trappan med stöd. Nästa hembesök är inte bokat än.',
  });
  await birgit.nextStep('lena.region', 'Lena bokar ett gemensamt hembesök.', daysAhead(today, 9));
}

/** Linnea Bergqvist: in good order. */
export async function playLinnea(stage: TownStage, calendar: TownCalendar): Promise<void> {
  const { today } = calendar;
  const start = daysAgo(today, 33);
  await stage.at(start, '14.00');
  const linnea = await CaseDesk.open(stage, 'johan.region', TOWN_PEOPLE.linnea, {
    reason: 'Linnea har reumatism och vill klara en utbildning till florist utan att bli sämre.',
    questionArea: 'Leder och träning',
  });
  const purpose = 'Att prova praktik utan att bli sämre i lederna.';
  const until = monthsAfter(start, 12);
  await linnea.consent('johan.region', { to: ['work'], about: ['CONTACT', 'SITUATION', 'HEALTH', 'PLAN'], purpose, until });
  await linnea.become('johan.region', { role: 'Fysioterapeut', mandate: 'MAY_DECIDE', questionArea: 'Leder och träning' });
  const invitation = await linnea.invite('johan.region', 'work.market', 'Linnea söker en praktikplats i en blomsteraffär.');
  await linnea.at(daysAgo(today, 30), '9.40');
  await linnea.accept('fatima.kommun', invitation, 'fatima.kommun', {
    role: 'Arbetsmarknadssekreterare',
    mandate: 'MAY_DECIDE',
    questionArea: 'Praktik',
  });
  await linnea.introduced('fatima.kommun');
  await linnea.consent('fatima.kommun', { to: ['region'], about: ['CONTACT', 'SITUATION', 'WORK', 'PLAN'], purpose, until });
  await linnea.ambition('johan.region', 'INFORMATION_EXCHANGE');
  await planOfLinnea(stage, calendar, linnea);
  await linnea.at(daysAgo(today, 5), '11.20');
  await linnea.tell('fatima.kommun', {
    about: 'WORK',
    to: ['region'],
    text: 'Blomsterhandeln vid torget kan ta emot Linnea tre dagar i veckan från januari.',
  });
  await linnea.at(daysAgo(today, 1), '10.10');
  const note = await linnea.note('johan.region', 'ORGANISATION', 'Linnea behöver kunna växla mellan att stå och sitta. Korta pass först.');
  await linnea.share('johan.region', note, ['work'], 'HEALTH');
  await linnea.nextStep('johan.region', 'Johan och Linnea provar arbetsställningar inför praktiken.', daysAhead(today, 8));
}
