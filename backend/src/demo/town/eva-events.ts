import type { InformationCategory } from '@samspel/shared/consent/consent.ts';
import { plusDays } from '@samspel/shared/calendar/working-days.ts';
import type { TownCalendar } from './town-calendar.ts';
import type { Place } from './town-organisations.ts';

/** One event of Eva's story as it stands on the timeline. The story is a published case description from 2004, told here with today's terms. */
export interface EvaEvent {
  /** Its number in the story; 20, the outcome, is still ahead. */
  readonly n: number;
  /** Days after the first visit, or after the first day back at work. */
  readonly after: 'visit' | 'start';
  readonly days: number;
  readonly by: string;
  readonly about: InformationCategory;
  readonly to: readonly Place[];
  readonly text: string;
}

const fromVisit = (n: number, days: number, by: string, about: InformationCategory, to: readonly Place[], text: string): EvaEvent => ({
  n,
  after: 'visit',
  days,
  by,
  about,
  to,
  text,
});
const fromStart = (n: number, days: number, by: string, about: InformationCategory, to: readonly Place[], text: string): EvaEvent => ({
  n,
  after: 'start',
  days,
  by,
  about,
  to,
  text,
});

/** In the story's order. The first five happened before there was a case, and are told on the day it opens. */
export const EVA_EVENTS: readonly EvaEvent[] = [
  fromVisit(
    1,
    0,
    'johan.region',
    'HEALTH',
    ['fk'],
    'Eva sökte vårdcentralen för sin rygg. Läkaren undersökte henne och föreslog att hon skulle pröva fysioterapi.',
  ),
  fromVisit(
    2,
    0,
    'johan.region',
    'HEALTH',
    ['fk'],
    'Läkaren och Eva gick direkt över korridoren till Johan. Tillsammans bokade de en tid en vecka senare.',
  ),
  fromVisit(3, 7, 'johan.region', 'HEALTH', ['fk'], 'Eva började hos fysioterapeuten. Hon fick ett träningsprogram för ryggen.'),
  fromVisit(4, 28, 'johan.region', 'SITUATION', ['fk'], 'Johan frågade om Eva ville prata med en kurator. Eva sa ja.'),
  fromVisit(
    5,
    31,
    'lena.region',
    'HEALTH',
    ['fk'],
    'Eva träffade Lena, kurator, för första gången. Lena ser tecken på att Eva är på väg in i en svacka och behöver stöd.',
  ),
  fromVisit(
    6,
    35,
    'lena.region',
    'HEALTH',
    ['fk'],
    'Johan, Lena och Karin berättade för varandra vad de vet om Evas läge och hur de ser på den fortsatta behandlingen.',
  ),
  fromVisit(
    7,
    42,
    'lena.region',
    'HEALTH',
    ['fk'],
    'Första teamdiskussionen. Läkaren, Johan, Lena, Karin och Eva var med. De bestämde tillsammans att Eva fortsätter hos Lena och Johan, och att hon också prövar antidepressiv medicin.',
  ),
  fromVisit(
    8,
    56,
    'lena.region',
    'SITUATION',
    ['fk'],
    'Evas man Bengt kom till vårdcentralen och träffade dem som behandlar Eva. De pratade om sjukdomen och medicinerna, vad som kan bli besvärligt och hur man talar med barnen.',
  ),
  fromVisit(9, 84, 'lena.region', 'HEALTH', ['fk'], 'Eva mår sämre. Hon har fått panikångestattacker.'),
  fromVisit(
    10,
    86,
    'lena.region',
    'HEALTH',
    ['fk'],
    'Läkaren rådfrågade psykiatern, som är på vårdcentralen varannan vecka. Medicinen ändras och stödsamtalen fortsätter.',
  ),
  fromVisit(
    11,
    112,
    'lena.region',
    'SITUATION',
    ['fk'],
    'Eva oroar sig för att komma tillbaka till arbetsplatsen. I stödsamtalet föreslog Lena att hon hälsar på där och själv berättar för arbetskamraterna hur hon har det.',
  ),
  fromVisit(
    12,
    140,
    'johan.region',
    'HEALTH',
    ['fk'],
    'Träningen hos Johan har pågått hela tiden. Först tränade Eva ensam, nu tränar hon i grupp och litar mer på sig själv. När smärtan är svår får hon akupunktur.',
  ),
  fromVisit(
    13,
    161,
    'johan.region',
    'PLAN',
    ['fk', 'social'],
    'Eva fick ett provkort till träningshallen. Johan har berättat för tränaren där vad hon behöver tänka på.',
  ),
  fromVisit(
    14,
    203,
    'lena.region',
    'PLAN',
    ['fk', 'social'],
    'Andra teamdiskussionen. Eva har svårt att säga nej och sätta gränser, så hon får korttidsterapi hos vårdcentralens psykolog. I övrigt mår hon så bra att det är läge att pröva på att arbeta. Teamet ordnar ett rehabmöte.',
  ),
  fromStart(
    15,
    -20,
    'karin.fk',
    'WORK',
    ['region', 'social'],
    'Första rehabmötet. Teamet, Eva, arbetsgivaren och facket gick igenom Evas situation, hennes hälsa och hur hon kan komma tillbaka till jobbet. Arbetsgivaren lovade att göra sitt bästa, med de gamla uppgifterna eller med nya.',
  ),
  fromStart(
    16,
    0,
    'karin.fk',
    'WORK',
    ['region', 'social'],
    'Första dagen tillbaka på jobbet. Eva arbetar två timmar om dagen i två veckor och har rehabiliteringspenning.',
  ),
  fromStart(
    17,
    30,
    'lena.region',
    'WORK',
    ['fk', 'social'],
    'Andra rehabmötet, en månad efter start. Teamet stämde av hur det går. Eva arbetar halvtid och det fungerar.',
  ),
  fromStart(
    18,
    49,
    'karin.fk',
    'WORK',
    ['region', 'social', 'af'],
    'Eva fortsätter att arbeta 75 procent och har kvar en fjärdedels sjukskrivning. Hon har tid över för bland annat psykologen.',
  ),
  fromStart(
    19,
    53,
    'lena.region',
    'PLAN',
    ['fk', 'social'],
    'Stödet fortsätter så länge det behövs. Eva har stödsamtal hos Lena, tränar i träningshallen med eget kort och kan höra av sig till Johan om något krånglar. Medicinen tar hon några månader till och hon har kontakt med läkaren.',
  ),
];

export function dayOf({ after, days }: EvaEvent, { firstVisit, start }: TownCalendar): string {
  return plusDays(after === 'visit' ? firstVisit : start, days);
}
