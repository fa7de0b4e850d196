import type { CaseDesk } from './case-desk.ts';
import { PlanDesk } from './plan-desk.ts';
import { daysAgo, daysAhead, monthsAfter, type TownCalendar } from './town-calendar.ts';
import { TOWN_PEOPLE } from './town-people.ts';
import type { TownStage } from './town-stage.ts';
import { VoiceDesk } from './voice-desk.ts';

/** Birgit Sundin's SIP: the statute's four items answered, published, and agreed to by her god man. */
export async function sipOfBirgit(stage: TownStage, { today }: TownCalendar, birgit: CaseDesk): Promise<void> {
  const voice = new VoiceDesk(stage, birgit, TOWN_PEOPLE.birgit);
  await birgit.at(daysAgo(today, 84), '10.10');
  await voice.represented('lena.region', TOWN_PEOPLE.margareta, {
    ...{ kind: 'GOD_MAN', basis: 'Tingsrättens beslut om god man enligt 11 kap. 4 § föräldrabalken.' },
    ...{ validFrom: stage.today(), validTo: monthsAfter(today, 9) },
  });
  const plan = await PlanDesk.begin(stage, birgit, 'lena.region', 'SIP');
  await plan.told('lena.region', 'Jag vill bo kvar hemma och kunna gå ut på gården själv.');
  await plan.part('kerstin.kommun', 'STRENGTH', 'Birgit övar varje dag och ger sig inte.');
  await plan.part('lena.region', 'NEED', 'Att vården hemma och på vårdcentralen säger samma sak.');
  await plan.part('lena.region', 'EARLY_SIGN', 'Birgit blir yr eller slutar gå i trappan.', { call: 'Kerstin Dahl, 0980-319 217' });
  const home = await plan.goal('kerstin.kommun', {
    ...{ text: 'Bo kvar hemma och klara trappan och köket utan hjälp.', own: 'Jag vill laga min egen mat.', by: daysAhead(today, 60) },
    plain: 'Du ska klara dig hemma.',
  });
  const mood = await plan.goal('lena.region', {
    ...{ text: 'Våga gå ut igen efter sin stroke.', own: 'Jag är rädd att ramla när ingen ser.', plain: 'Du ska våga gå ut.' },
    by: daysAhead(today, 60),
  });
  const stairs = await plan.activity('kerstin.kommun', {
    ...{ text: 'Träning i trappan och i köket, hemma hos Birgit.', plain: 'Kerstin tränar med dig hemma.', often: 'Två gånger i veckan' },
    ...{ goal: home, from: daysAgo(today, 82), by: daysAhead(today, 60) },
  });
  const talks = await plan.activity('lena.region', {
    ...{ text: 'Samtal om livet efter en stroke.', plain: 'Du pratar med Lena om hur du mår.', often: 'Varannan vecka' },
    ...{ goal: mood, from: daysAgo(today, 80), by: daysAhead(today, 60) },
  });
  await plan.activity('lena.region', {
    ...{ text: 'Sonen Anders följer med på promenader.', plain: 'Anders går ut med dig.', often: 'På söndagar', goal: mood },
    ...{ provider: 'OTHER_MEASURE', performer: 'Anders Sundin', by: daysAhead(today, 60) },
  });
  const benefit = await plan.activity('karin.fk', {
    ...{ text: 'Besked om sjukpenning efter dag 90.', plain: 'Karin säger vad som gäller för din sjukpenning.', goal: home },
    by: daysAgo(today, 60),
  });
  await birgit.at(daysAgo(today, 80), '9.30');
  await plan.start('kerstin.kommun', stairs);
  await plan.start('lena.region', talks);
  await plan.frame('lena.region', { responsible: 'care', followUp: { on: daysAhead(today, 14), caller: 'lena.region' } });
  await plan.publish('lena.region', 'Den första planen, efter mötet hemma hos Birgit.');
  await plan.agree(1, 'lena.region', 'kerstin.kommun', 'karin.fk');
  await birgit.at(daysAgo(today, 78), '13.50');
  await new VoiceDesk(stage, birgit, TOWN_PEOPLE.birgit, TOWN_PEOPLE.margareta).agree(1);
  await birgit.at(daysAgo(today, 66), '10.05');
  await plan.complete('karin.fk', benefit);
  await plan.attain('kerstin.kommun', home, 'IMPROVING');
  await voice.rateTold('kerstin.kommun', 6, 'IN_PERSON');
}

/** Olle Nyström's SIP, begun: region is not in the team, so it may not be published yet, and the plan says what is missing. */
export async function sipOfOlle(stage: TownStage, { today }: TownCalendar, olle: CaseDesk): Promise<void> {
  await olle.at(daysAgo(today, 20), '13.20');
  const plan = await PlanDesk.begin(stage, olle, 'sofia.kommun', 'SIP');
  await plan.told('sofia.kommun', 'Jag vill ha en vanlig vardag, med något att gå upp till.');
  await plan.part('sofia.kommun', 'STRENGTH', 'Olle är bra på cyklar och trivs i verkstaden.');
  const work = await plan.goal('sofia.kommun', {
    ...{
      text: 'Arbetsträna tre dagar i veckan på Återbruket.',
      own: 'Jag vill meka med cyklar.',
      plain: 'Du ska jobba med cyklar tre dagar i veckan.',
    },
    by: daysAhead(today, 90),
  });
  await plan.activity('sofia.kommun', {
    ...{ text: 'Boendestöd på morgnarna.', plain: 'Någon hjälper dig att komma i gång på morgonen.', often: 'Måndag till onsdag', goal: work },
    by: daysAhead(today, 40),
  });
  await plan.activity('sofia.kommun', {
    ...{ text: 'Handledare i cykelverkstaden.', goal: work, asks: 'af', by: daysAhead(today, 30) },
  });
  await olle.at(daysAgo(today, 10), '10.05');
  await plan.goal('sofia.kommun', { text: 'Få koll på pengarna varje månad.', draft: true });
}

/** What Olle has said since: he wants somebody to call. */
export async function olleAsks(stage: TownStage, { today }: TownCalendar, olle: CaseDesk): Promise<void> {
  const voice = new VoiceDesk(stage, olle, TOWN_PEOPLE.olle);
  await olle.at(daysAgo(today, 2), '15.10');
  await voice.rate(5);
  await olle.at(daysAgo(today, 1), '16.20');
  await voice.request('CALL_ME');
}
