import { plusDays } from '@samspel/shared/calendar/working-days.ts';
import { CaseDesk } from './case-desk.ts';
import { dayOf, EVA_EVENTS } from './eva-events.ts';
import { EvaPlan } from './eva-plan.ts';
import type { EvaReturn } from './eva-return.ts';
import { daysAgo, monthsAfter, type TownCalendar } from './town-calendar.ts';
import { TOWN_PEOPLE } from './town-people.ts';
import type { TownStage } from './town-stage.ts';

const YEAR = 12;
const NEVER_THERAPY = 'Inte det jag berättar i samtalen med psykologen.';

/** Eva's case, from the day three professionals first spoke with each other about her. */
export async function playEva(stage: TownStage, calendar: TownCalendar): Promise<void> {
  const story = new EvaStory(stage, calendar, await openEva(stage, calendar));
  await story.gatherTeam();
  await story.tell(7, 12);
  await story.bringInKommun();
  await story.tell(13, 14);
  await story.prepareReturn();
  await story.tell(15, 17);
  await story.bringInEmploymentService();
  await story.tell(18, 19);
  await story.today();
}

async function openEva(stage: TownStage, { firstVisit }: TownCalendar): Promise<CaseDesk> {
  await stage.at(plusDays(firstVisit, 35), '9.10');
  return CaseDesk.open(stage, 'karin.fk', TOWN_PEOPLE.eva, {
    reason:
      'Eva är sjukskriven på heltid för smärta och nedstämdhet. Hon har kontakt med flera på vårdcentralen och med Försäkringskassan, och vi behöver göra en sak tillsammans.',
    questionArea: 'Sjukpenning och rehabilitering',
    nextStep: { text: 'Karin bjuder in vårdcentralen till teamet.' },
  });
}

class EvaStory {
  private plan: EvaPlan | undefined;
  private back: EvaReturn | undefined;

  constructor(
    private readonly stage: TownStage,
    private readonly calendar: TownCalendar,
    private readonly eva: CaseDesk,
  ) {}

  async gatherTeam(): Promise<void> {
    const { eva } = this;
    const day = this.sinceVisit(35);
    const purpose = 'Att Försäkringskassan och vårdcentralen tillsammans stödjer mig tillbaka till hälsa och arbete.';
    await eva.consent('karin.fk', {
      to: ['region'],
      about: ['CONTACT', 'SITUATION', 'WORK', 'BENEFIT', 'PLAN'],
      purpose,
      until: monthsAfter(day, YEAR),
    });
    await eva.become('karin.fk', { role: 'Personlig handläggare', mandate: 'MAY_DECIDE', questionArea: 'Sjukpenning och rehabilitering' });
    const invitation = await eva.invite(
      'karin.fk',
      'region.health',
      'Eva har kontakt med er kurator och er fysioterapeut. Vi vill planera tillsammans med henne.',
    );
    await eva.at(day, '10.15');
    await eva.accept('ulla.region', invitation, 'lena.region', { role: 'Kurator', mandate: 'MAY_DECIDE', questionArea: 'Stödsamtal och familj' });
    await eva.add('lena.region', 'johan.region', { role: 'Fysioterapeut', mandate: 'MAY_DECIDE', questionArea: 'Rygg, träning och smärta' });
    await eva.consent('lena.region', {
      to: ['fk'],
      about: ['CONTACT', 'SITUATION', 'WORK', 'HEALTH', 'PLAN'],
      purpose,
      exclusions: NEVER_THERAPY,
      until: monthsAfter(day, YEAR),
    });
    await eva.ambition('karin.fk', 'INFORMATION_EXCHANGE');
    await eva.at(day, '10.40');
    for (const event of EVA_EVENTS.slice(0, 5)) await eva.tell(event.by, { ...event, on: dayOf(event, this.calendar) });
    await this.tell(6, 6);
    await eva.at(this.sinceVisit(36), '9.10');
    await eva.askToCoordinate('karin.fk', 'lena.region', 'Du träffar Eva oftast. Vill du leda teamet?');
    await eva.at(this.sinceVisit(37), '8.40');
    await eva.introduced('lena.region', 'johan.region');
    await eva.agreeToCoordinate('lena.region');
    await eva.nextStep('lena.region', 'Lena samlar teamet och Eva till en första teamdiskussion.', this.sinceVisit(42));
  }

  /** Events by number, both ends included, each on its own day; what belongs beside an event stands here too. */
  async tell(first: number, last: number): Promise<void> {
    for (const event of EVA_EVENTS.filter(({ n }) => n >= first && n <= last)) {
      await this.eva.at(dayOf(event, this.calendar), '13.00');
      await this.eva.tell(event.by, event);
      await this.beside(event.n);
    }
  }

  async bringInKommun(): Promise<void> {
    const { eva } = this;
    const asked = this.sinceVisit(147);
    await eva.at(asked, '9.20');
    await eva.consent('lena.region', {
      to: ['social', 'work', 'care'],
      about: ['CONTACT', 'SITUATION', 'WORK', 'SOCIAL_SUPPORT', 'PLAN'],
      purpose: 'Att kommunen kan stödja mig och min familj medan jag är på väg tillbaka.',
      exclusions: `Inte mina diagnoser och mediciner. ${NEVER_THERAPY}`,
      until: monthsAfter(asked, YEAR),
    });
    const invitation = await eva.invite(
      'lena.region',
      'social.family',
      'Familjen har det tungt hemma. Eva vill gärna prata med någon om stöd till barnen.',
    );
    await eva.at(this.sinceVisit(150), '10.05');
    await eva.accept('nils.kommun', invitation, 'sofia.kommun', {
      role: 'Familjestöd (tillagd i demon)',
      mandate: 'MUST_ANCHOR',
      questionArea: 'Familjen och barnen',
    });
    await eva.at(this.sinceVisit(151), '8.50');
    await eva.introduced('sofia.kommun');
    const purpose = 'Att planera stödet till familjen så att det passar ihop med rehabiliteringen.';
    await eva.consent('sofia.kommun', {
      to: ['fk', 'region'],
      about: ['CONTACT', 'SITUATION', 'SOCIAL_SUPPORT', 'PLAN'],
      purpose,
      until: monthsAfter(this.sinceVisit(151), YEAR),
    });
    await eva.consent('karin.fk', {
      to: ['social'],
      about: ['CONTACT', 'SITUATION', 'WORK', 'PLAN'],
      purpose,
      until: monthsAfter(this.sinceVisit(151), YEAR),
    });
    await this.plan!.kommunJoins();
  }

  async prepareReturn(): Promise<void> {
    const { eva } = this;
    await eva.at(this.sinceStart(-27), '9.30');
    const contact = { worksAt: 'Almgården', phone: '0980-319 220', email: 'gunilla.rask@almgarden.example' };
    await eva.contact('karin.fk', { kind: 'EMPLOYER', name: 'Gunilla Rask', ...contact, questionArea: 'Arbetsplatsen och anpassningar' });
    await eva.contact('karin.fk', {
      kind: 'UNION',
      name: 'Rolf Dahl',
      worksAt: 'Facket',
      phone: '0980-319 222',
      questionArea: 'Avtal och medlemsstöd',
    });
    await eva.nextStep('karin.fk', 'Karin kallar Eva, Almgården och facket till rehabmötet.', this.sinceStart(-20));
  }

  async bringInEmploymentService(): Promise<void> {
    const { eva } = this;
    const asked = this.sinceStart(32);
    await eva.at(asked, '14.10');
    await eva.consent('karin.fk', {
      to: ['af'],
      about: ['CONTACT', 'SITUATION', 'WORK', 'BENEFIT', 'PLAN'],
      purpose: 'Att få veta vilka andra arbetsuppgifter som finns om det gamla jobbet inte går.',
      exclusions: 'Inte min hälsa och inte samtalen med psykologen.',
      until: monthsAfter(asked, YEAR),
    });
    const invitation = await eva.invite(
      'karin.fk',
      'af.employment',
      'Eva arbetar halvtid och det håller. Vi behöver en plan B om de gamla uppgifterna blir för tunga.',
    );
    await eva.at(this.sinceStart(36), '9.15');
    await eva.accept('sara.af', invitation, 'ahmed.af', {
      role: 'Arbetsförmedlare (tillagd i demon)',
      mandate: 'MAY_PROPOSE',
      questionArea: 'Andra arbetsuppgifter',
    });
    await eva.at(this.sinceStart(37), '10.10');
    const purpose = 'Att berätta vilka arbetsuppgifter och vilket stöd som finns.';
    await eva.consent('ahmed.af', {
      to: ['fk', 'region', 'social'],
      about: ['CONTACT', 'SITUATION', 'WORK', 'PLAN'],
      purpose,
      until: monthsAfter(this.sinceStart(37), YEAR),
    });
    await eva.tell('karin.fk', {
      about: 'SITUATION',
      to: ['region', 'social', 'af'],
      text: 'Sofia Åkesson på kommunen och Ahmed Haddad på Arbetsförmedlingen är tillagda i demon; källan har varken kommun eller Arbetsförmedling.',
    });
    await this.back!.planB();
  }

  /** What the last two weeks left behind. */
  async today(): Promise<void> {
    const { eva } = this;
    const { monday, today } = this.calendar;
    await eva.at(this.sinceStart(53), '14.20');
    await eva.note('karin.fk', 'ORGANISATION', 'Läkarintyget för fjärdedelen går ut den 15 januari. Påminn läkaren om ett nytt senast i december.');
    const friday = plusDays(monday, 4);
    await eva.nextStep('karin.fk', 'Karin ringer Gunilla på Almgården om tunga lyft.', today > friday ? today : friday);
    await this.back!.lately();
    await eva.at(daysAgo(today, 1), '15.40');
    await eva.note('lena.region', 'PERSONAL', 'Fråga Eva hur hon sover, innan vi pratar om jobbet.');
    const note = await eva.note(
      'lena.region',
      'ORGANISATION',
      'Eva orkar sex timmar om dagen och har börjat säga nej när det blir för mycket. Hon vill att vi följer upp tillsammans före jul.',
    );
    await eva.share('lena.region', note, ['fk', 'social'], 'PLAN');
  }

  private async beside(n: number): Promise<void> {
    const { eva } = this;
    if (n === 7) {
      await eva.ambition('lena.region', 'COORDINATED_ACTIVITIES');
      await eva.nextStep('lena.region', 'Lena bjuder in Bengt till vårdcentralen.', this.sinceVisit(56));
      this.plan = await EvaPlan.begin(this.stage, this.calendar, eva);
      return this.plan.firstHands();
    }
    if (n === 8)
      await eva.contact('lena.region', {
        kind: 'RELATIVE',
        name: 'Bengt Lind',
        worksAt: '',
        phone: '0980-319 223',
        questionArea: 'Make, stöd hemma',
      });
    if (n === 13)
      await eva.contact('johan.region', {
        kind: 'TRAINER',
        name: 'Peter Lund',
        worksAt: 'Träningshallen',
        phone: '0980-319 224',
        questionArea: 'Träning på egen hand',
      });
    if (n === 15) {
      await eva.stepDone('karin.fk');
      await eva.ambition('lena.region', 'JOINT_ACTION');
    }
    return this.inThePlan(n);
  }

  /** What an event of the story is in her plan. */
  private async inThePlan(n: number): Promise<void> {
    const { plan, back } = this;
    if (n === 8) await plan!.handsHold();
    if (n === 9) await plan!.consultation();
    if (n === 11) await plan!.visitAtWork();
    if (n === 12) await plan!.fromAloneToGroup();
    if (n === 13) await plan!.trainingHall();
    if (n === 14) this.back = await plan!.therapy();
    if (n === 15) await back!.rehabMeeting();
    if (n === 16) await back!.back();
    if (n === 17) await back!.secondMeeting();
    if (n === 18) await back!.publishAgain();
  }

  private sinceVisit = (days: number): string => plusDays(this.calendar.firstVisit, days);
  private sinceStart = (days: number): string => plusDays(this.calendar.start, days);
}
