import { CaseDesk } from './case-desk.ts';
import { planOfAmina } from './plans-under-way.ts';
import { olleAsks, sipOfOlle } from './sip-plans.ts';
import { daysAgo, daysAhead, monthsAfter, type TownCalendar } from './town-calendar.ts';
import { TOWN_PEOPLE } from './town-people.ts';
import type { TownStage } from './town-stage.ts';

/** Olle Nyström: in good order, with a question to Karin whether she will lead the team. */
export async function playOlle(stage: TownStage, calendar: TownCalendar): Promise<void> {
  const { today } = calendar;
  const start = daysAgo(today, 75);
  await stage.at(start, '13.15');
  const olle = await CaseDesk.open(stage, 'sofia.kommun', TOWN_PEOPLE.olle, {
    reason: 'Olle har varit utan arbete länge och har aktivitetsersättning bakom sig. Han vill prova att arbeta på Återbruket.',
    questionArea: 'Stöd i vardagen',
  });
  const purpose = 'Att jag ska kunna börja arbetsträna på Återbruket.';
  const until = monthsAfter(start, 10);
  await olle.consent('sofia.kommun', { to: ['fk', 'af'], about: ['CONTACT', 'SITUATION', 'WORK', 'SOCIAL_SUPPORT', 'PLAN'], purpose, until });
  await olle.become('sofia.kommun', { role: 'Socialsekreterare', mandate: 'MAY_DECIDE', questionArea: 'Stöd i vardagen' });
  const toFk = await olle.invite('sofia.kommun', 'fk.insurance', 'Vilken ersättning kan Olle ha medan han arbetstränar?');
  const toAf = await olle.invite('sofia.kommun', 'af.employment', 'Olle är inskriven hos er. Vi vill planera arbetsträningen tillsammans.');
  await olle.at(daysAgo(today, 72), '9.20');
  await olle.accept('david.fk', toFk, 'karin.fk', { role: 'Personlig handläggare', mandate: 'MAY_DECIDE', questionArea: 'Ersättning' });
  await olle.accept('sara.af', toAf, 'sara.af', { role: 'Arbetsförmedlare', mandate: 'MAY_PROPOSE', questionArea: 'Arbetsträning' });
  await olle.introduced('karin.fk', 'sara.af');
  await olle.consent('karin.fk', { to: ['social', 'af'], about: ['CONTACT', 'SITUATION', 'BENEFIT', 'PLAN'], purpose, until });
  await olle.consent('sara.af', { to: ['social', 'fk'], about: ['CONTACT', 'SITUATION', 'WORK', 'PLAN'], purpose, until });
  await olle.ambition('sofia.kommun', 'COORDINATED_ACTIVITIES');
  await sipOfOlle(stage, calendar, olle);
  await olle.at(daysAgo(today, 9), '10.40');
  await olle.tell('sofia.kommun', { about: 'WORK', to: ['fk', 'af'], text: 'Olle har besökt Återbruket två gånger och trivs i cykelverkstaden.' });
  await olle.at(daysAgo(today, 3), '14.30');
  await olle.nextStep('sofia.kommun', 'Sofia och Olle möter handledaren på Återbruket.', daysAhead(today, 5));
  await olle.askToCoordinate('sofia.kommun', 'karin.fk', 'Nu handlar det mest om ersättning och arbetsträning. Vill du leda teamet?');
  await olleAsks(stage, calendar, olle);
}

/** Amina Warsame: consent ends within two weeks, and FK has not answered. */
export async function playAmina(stage: TownStage, calendar: TownCalendar): Promise<void> {
  const { today } = calendar;
  const start = daysAgo(today, 120);
  await stage.at(start, '10.10');
  const amina = await CaseDesk.open(stage, 'sofia.kommun', TOWN_PEOPLE.amina, {
    reason: 'Amina är ensam med två barn, läser svenska och vill börja arbeta. Hon behöver tolk på somaliska.',
    questionArea: 'Familjen och ekonomin',
  });
  const purpose = 'Att planera studier, barnomsorg och arbete tillsammans.';
  const until = daysAhead(today, 10);
  await amina.consent('sofia.kommun', { to: ['work', 'fk'], about: ['CONTACT', 'SITUATION', 'WORK', 'SOCIAL_SUPPORT', 'PLAN'], purpose, until });
  const invitation = await amina.invite('sofia.kommun', 'work.market', 'Amina vill ha praktik nära barnens förskola.');
  await amina.at(daysAgo(today, 116), '9.10');
  await amina.accept('fatima.kommun', invitation, 'fatima.kommun', {
    role: 'Arbetsmarknadssekreterare',
    mandate: 'MAY_DECIDE',
    questionArea: 'Praktik',
  });
  await amina.introduced('fatima.kommun');
  await amina.consent('fatima.kommun', { to: ['social'], about: ['CONTACT', 'SITUATION', 'WORK', 'PLAN'], purpose, until });
  await amina.at(daysAgo(today, 15), '13.25');
  await amina.tell('fatima.kommun', {
    about: 'WORK',
    to: ['social'],
    text: 'Amina har praktiserat fyra veckor i skolköket. Hon har fått beröm och vill fortsätta.',
  });
  await amina.nextStep('sofia.kommun', 'Sofia frågar Amina om samtycket ska förlängas.', daysAhead(today, 3));
  await planOfAmina(stage, calendar, amina);
  await amina.at(daysAgo(today, 4), '11.30');
  await amina.invite('sofia.kommun', 'fk.insurance', 'Amina undrar om bostadsbidrag när praktiken blir ett arbete.');
}

/** Samuel Tesfaye: he has taken back his last consent, and Sofia has one thing left to do. */
export async function playSamuel(stage: TownStage, { today }: TownCalendar): Promise<void> {
  const start = daysAgo(today, 65);
  await stage.at(start, '9.30');
  const samuel = await CaseDesk.open(stage, 'sofia.kommun', TOWN_PEOPLE.samuel, {
    reason: 'Samuel söker sitt första arbete och behöver samma plan hos kommunen och Arbetsförmedlingen.',
    questionArea: 'Ekonomi',
    nextStep: { text: 'Sofia bjuder in Arbetsförmedlingen.' },
  });
  const consent = await samuel.consent('sofia.kommun', {
    to: ['af'],
    about: ['CONTACT', 'SITUATION', 'WORK', 'PLAN'],
    purpose: 'Att planera vägen till ett arbete.',
    until: monthsAfter(start, 6),
  });
  const invitation = await samuel.invite('sofia.kommun', 'af.employment', 'Samuel är ny hos er och behöver en gemensam planering.');
  await samuel.at(daysAgo(today, 62), '10.50');
  await samuel.accept('sara.af', invitation, 'sara.af', { role: 'Arbetsförmedlare', mandate: 'MAY_PROPOSE', questionArea: 'Arbete' });
  await samuel.introduced('sara.af');
  await samuel.stepDone('sofia.kommun');
  await samuel.at(daysAgo(today, 30), '13.10');
  await samuel.tell('sofia.kommun', { about: 'WORK', to: ['af'], text: 'Samuel har gått en kurs i truckkörning och har körkort.' });
  await samuel.at(daysAgo(today, 4), '15.20');
  await samuel.withdraw('sofia.kommun', consent);
}
