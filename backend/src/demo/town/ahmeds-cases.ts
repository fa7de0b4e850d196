import { CaseDesk } from './case-desk.ts';
import { planOfYusuf } from './plans-under-way.ts';
import { daysAgo, daysAhead, monthsAfter, type TownCalendar } from './town-calendar.ts';
import { TOWN_PEOPLE } from './town-people.ts';
import type { TownStage } from './town-stage.ts';

/** Lars-Göran Eklund: every consent has expired, so nothing is shared until he is asked again. */
export async function playLarsGoran(stage: TownStage, { today }: TownCalendar): Promise<void> {
  const start = daysAgo(today, 150);
  await stage.at(start, '10.05');
  const larsGoran = await CaseDesk.open(stage, 'ahmed.af', TOWN_PEOPLE.larsGoran, {
    reason: 'Lars-Göran kan inte gå tillbaka till bygget efter sin knäskada och behöver hitta ett annat yrke.',
    questionArea: 'Nytt yrke',
  });
  const purpose = 'Att hitta ett arbete som knäet klarar.';
  const until = daysAgo(today, 9);
  await larsGoran.consent('ahmed.af', { to: ['region'], about: ['CONTACT', 'SITUATION', 'WORK', 'PLAN'], purpose, until });
  const invitation = await larsGoran.invite('ahmed.af', 'region.health', 'Vad klarar knäet, och vad behöver arbetsplatsen anpassa?');
  await larsGoran.at(daysAgo(today, 146), '9.05');
  await larsGoran.accept('ulla.region', invitation, 'johan.region', {
    role: 'Fysioterapeut',
    mandate: 'MAY_PROPOSE',
    questionArea: 'Knä och belastning',
  });
  await larsGoran.introduced('johan.region');
  await larsGoran.consent('johan.region', { to: ['af'], about: ['CONTACT', 'SITUATION', 'HEALTH', 'PLAN'], purpose, until });
  await larsGoran.at(daysAgo(today, 16), '14.45');
  await larsGoran.tell('johan.region', {
    about: 'HEALTH',
    to: ['af'],
    text: 'Knäet klarar att stå och gå en halv dag. Tunga lyft och trappor går inte.',
  });
  await larsGoran.nextStep('ahmed.af', 'Ahmed och Lars-Göran besöker lagret på Varvsgatan.', daysAhead(today, 2));
}

/** Yusuf Demir: somebody who does not know of the team wants to join, and the health centre has an invitation to answer. */
export async function playYusuf(stage: TownStage, calendar: TownCalendar): Promise<void> {
  const { today } = calendar;
  const start = daysAgo(today, 40);
  await stage.at(start, '9.50');
  const yusuf = await CaseDesk.open(stage, 'ahmed.af', TOWN_PEOPLE.yusuf, {
    reason: 'Yusuf har diabetes och synnedsättning och söker ett arbete där han kan sitta.',
    questionArea: 'Arbete och hjälpmedel',
  });
  const purpose = 'Att prova ett arbete med rätt hjälpmedel.';
  const until = monthsAfter(start, 8);
  await yusuf.consent('ahmed.af', { to: ['work', 'region', 'social'], about: ['CONTACT', 'SITUATION', 'WORK', 'PLAN'], purpose, until });
  await yusuf.become('ahmed.af', { role: 'Arbetsförmedlare', mandate: 'MAY_DECIDE', questionArea: 'Arbete och hjälpmedel' });
  const invitation = await yusuf.invite('ahmed.af', 'work.market', 'Finns det en plats i receptionen på Återbruket?');
  await yusuf.at(daysAgo(today, 37), '10.15');
  await yusuf.accept('fatima.kommun', invitation, 'fatima.kommun', {
    role: 'Arbetsmarknadssekreterare',
    mandate: 'MAY_DECIDE',
    questionArea: 'Plats och handledare',
  });
  await yusuf.consent('fatima.kommun', { to: ['af'], about: ['CONTACT', 'SITUATION', 'WORK', 'PLAN'], purpose, until });
  await planOfYusuf(stage, calendar, yusuf);
  await yusuf.at(daysAgo(today, 8), '13.35');
  await yusuf.tell('fatima.kommun', {
    about: 'WORK',
    to: ['af'],
    text: 'Yusuf har provat receptionen på Återbruket en vecka. Skärmen behöver större text.',
  });
  await yusuf.nextStep('ahmed.af', 'Ahmed beställer ett förstoringsprogram till receptionen.', daysAhead(today, 4));
  await yusuf.at(daysAgo(today, 3), '9.25');
  await yusuf.invite('ahmed.af', 'region.health', 'Yusuf vill veta hur han sköter sin diabetes under arbetsdagen.');
  await yusuf.at(daysAgo(today, 2), '10.55');
  await CaseDesk.askToJoin(stage, 'nils.kommun', TOWN_PEOPLE.yusuf, {
    reason: 'Yusuf har sökt stöd hos oss för sitt boende. Han säger att flera redan hjälper honom.',
    questionArea: 'Boende',
  });
}
