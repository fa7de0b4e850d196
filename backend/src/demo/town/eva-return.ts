import { plusDays } from '@samspel/shared/calendar/working-days.ts';
import type { CaseDesk } from './case-desk.ts';
import type { EvasGoals, EvasWork } from './eva-first-plan.ts';
import type { PlanDesk, Work } from './plan-desk.ts';
import { daysAgo, daysAhead, type TownCalendar } from './town-calendar.ts';
import type { TownStage } from './town-stage.ts';
import type { VoiceDesk } from './voice-desk.ts';

type Goals = EvasGoals & { readonly limits: string };
type Tasks = EvasWork & { readonly meeting: string; readonly therapy: string; readonly visit: string };

/** Eva's plan from the first rehabilitation meeting to today. */
export class EvaReturn {
  private lifts: string | undefined;
  private steps: string | undefined;

  constructor(
    private readonly stage: TownStage,
    private readonly calendar: TownCalendar,
    private readonly eva: CaseDesk,
    private readonly plan: PlanDesk,
    private readonly voice: VoiceDesk,
    private readonly goals: Goals,
    private readonly work: Tasks,
  ) {}

  /** What the meeting agreed. The employer is outside Samspel: their promise is somebody else's measure, which Karin follows up. */
  async rehabMeeting(): Promise<void> {
    const { eva, plan, goals, work } = this;
    await eva.at(this.sinceStart(-20), '15.00');
    await plan.complete('karin.fk', work.meeting);
    this.lifts = await plan.activity('karin.fk', {
      ...{ text: 'Lättare lyft och anpassade arbetsuppgifter.', plain: 'Du slipper tunga lyft på jobbet.', goal: goals.work },
      ...{ provider: 'OTHER_MEASURE', performer: 'Gunilla Rask', from: this.sinceStart(0), by: plusDays(this.calendar.today, 30) },
    });
    const no = await plan.activity('lena.region', {
      ...{ text: 'Säga nej en gång i veckan, och skriva ner hur det kändes.', plain: 'Säg nej till något en gång i veckan.' },
      ...{ goal: goals.limits, provider: 'OWN_ACTION', by: plusDays(this.calendar.today, 35) },
    });
    await plan.start('lena.region', no);
    await plan.part('lena.region', 'EARLY_SIGN', 'Eva sover mindre än fem timmar flera nätter i rad.', { call: 'Lena Forsman, 0980-319 201' });
    await plan.part('lena.region', 'EARLY_SIGN', 'Eva säger ja till extra pass fast hon är slut.', { call: 'Ingrid Holm, 0980-319 213' });
    await eva.at(this.sinceStart(-19), '10.20');
    await plan.frame('lena.region', { followUp: { on: this.sinceStart(30), caller: 'lena.region' } });
    await plan.publish('lena.region', 'Rehabmötet har bestämt hur Eva börjar arbeta.');
    await plan.agree(2, 'lena.region', 'karin.fk', 'sofia.kommun');
    await eva.at(this.sinceStart(-18), '19.05');
    await this.voice.agree(2);
    await this.voice.words('Jag vill jobba med mina gamla på Almgården igen. Och orka skratta med barnen när jag kommer hem.');
    await this.voice.goal('Gå till badhuset med barnen på lördagar.');
    await this.voice.wantsMail('eva.lind@sjostad.example');
    await this.voice.rate(7);
    await eva.at(this.sinceStart(-8), '18.30');
    await this.voice.done(work.visit);
  }

  /** Work by degrees, and what stood in its way. */
  async back(): Promise<void> {
    const { eva, plan, goals } = this;
    await eva.at(this.sinceStart(0), '13.30');
    this.steps = await plan.activity('karin.fk', {
      ...{ text: 'Rehabiliteringspenning medan Eva arbetar två timmar om dagen, sedan halvtid, sedan 75 procent.' },
      ...{
        plain: 'Du får pengar från Försäkringskassan medan du börjar jobba.',
        goal: goals.work,
        from: this.sinceStart(0),
        by: this.sinceStart(52),
      },
    });
    await plan.start('karin.fk', this.steps, this.lifts!);
    await eva.at(this.sinceStart(23), '20.10');
    await this.voice.rate(7);
  }

  /** On the day of the second meeting, and the days after it. */
  async secondMeeting(): Promise<void> {
    const { eva, plan, goals } = this;
    await eva.at(this.sinceStart(30), '14.00');
    await plan.followUp('lena.region', {
      heldOn: this.sinceStart(30),
      wanted: 'Att Eva efter en månad skulle arbeta halvtid utan att bli sämre.',
      became: 'Hon arbetar halvtid. Ryggen håller, men onsdagarna är tunga.',
      why: 'Lyften är inte lättare än förut de dagar det fattas folk.',
      conclusion: 'Takten är rätt. Lyften är det som kan stjälpa den.',
      now: 'Vi går vidare till 75 procent som planerat. Karin tar upp lyften med Gunilla.',
    });
    await plan.attain('lena.region', goals.work, 'IMPROVING');
    await plan.attain('johan.region', goals.pain, 'ACHIEVED');
    await eva.at(this.sinceStart(31), '18.10');
    const stop = await this.voice.stop({
      ...{ itemId: this.lifts!, reason: 'WAITING_TOO_LONG' },
      text: 'Lyften är lika tunga som förut. Jag har sagt till två gånger.',
    });
    await eva.at(this.sinceStart(32), '9.40');
    await this.voice.answered(
      'karin.fk',
      stop,
      'Jag har pratat med Gunilla. Du får en lift på avdelningen från på måndag. Ring mig om den inte är där.',
    );
    await plan.note('karin.fk', this.lifts!, 'Gunilla har beställt en lift. Den kommer på måndag.');
  }

  /** Plan B: what Arbetsförmedlingen says no to, and what it takes. */
  async planB(): Promise<void> {
    const { eva, plan, goals } = this;
    await eva.at(this.sinceStart(38), '9.30');
    await plan.share('karin.fk', this.lifts!, this.steps!);
    const planB = await plan.goal('karin.fk', {
      ...{
        text: 'Veta vilka andra arbetsuppgifter som finns om de gamla blir för tunga.',
        own: 'Jag vill ha en plan B, så att jag slipper vara rädd.',
      },
      ...{ plain: 'Du ska veta vad du kan jobba med annars.', under: goals.work },
    });
    const wages: Work = {
      ...{ text: 'Lönestöd till Almgården för anpassade uppgifter.', plain: 'Din chef kan få pengar för att anpassa jobbet.', goal: planB },
      ...{ asks: 'af', by: daysAhead(this.calendar.today, 30) },
    };
    const refused = await plan.activity('karin.fk', wages);
    await eva.at(this.sinceStart(39), '10.50');
    await plan.refuse('ahmed.af', refused, {
      code: 'NOT_OUR_MANDATE',
      text: 'Eva är anställd och har ingen nedsättning som är utredd hos oss. Då kan vi inte ge lönestöd.',
      suggestion: 'Jag kan kartlägga vilka andra uppgifter som finns.',
    });
    await eva.at(this.sinceStart(42), '9.05');
    await plan.cancel('karin.fk', refused, { code: 'REPLACED', text: 'Ahmed kartlägger andra uppgifter i stället.' });
    const mapping = await plan.activity('karin.fk', {
      ...{ text: 'Kartlägga andra arbetsuppgifter inom vård och omsorg.', plain: 'Ahmed tar reda på vilka andra jobb du kan ha.', goal: planB },
      ...{ asks: 'af', by: daysAhead(this.calendar.today, 21) },
    });
    await eva.at(this.sinceStart(43), '13.20');
    await plan.accept('ahmed.af', mapping);
    await plan.start('ahmed.af', mapping);
  }

  /** The version of today. Arbetsförmedlingen may not read what the region publishes until Eva has let it: that question waits for her. */
  async publishAgain(): Promise<void> {
    const { eva, plan, goals } = this;
    await eva.at(this.sinceStart(49), '14.30');
    await plan.complete('karin.fk', this.steps!);
    await plan.attain('karin.fk', goals.work, 'IMPROVING');
    await plan.attain('lena.region', goals.limits, 'IN_PROGRESS');
    await plan.part(
      'sofia.kommun',
      'DISSENT',
      'Vi hade velat vänta med 75 procent tills familjesamtalen är klara. Barnen märker att Eva är tröttare.',
    );
    await eva.at(this.sinceStart(50), '9.30');
    await plan.frame('lena.region', { followUp: { on: daysAhead(this.calendar.today, 24), caller: 'lena.region' } });
    await plan.publish('lena.region', 'Eva arbetar 75 procent och Arbetsförmedlingen har gått med i planen.');
    await plan.agree(3, 'lena.region', 'karin.fk');
    await eva.at(this.sinceStart(51), '9.15');
    await plan.stand('sofia.kommun', 3, 'AGREES_WITH_DISSENT');
    await eva.at(this.sinceStart(51), '19.30');
    await this.voice.agree(3);
    await this.voice.rate(8);
  }

  /** The last days: each page has something on it, and nothing is late. */
  async lately(): Promise<void> {
    const { eva, plan, voice, work, goals } = this;
    const { today } = this.calendar;
    await eva.at(daysAgo(today, 3), '14.40');
    const answered = await eva.question('sofia.kommun', 'lena.region', 'Kan du vara med på familjesamtalet den här veckan?');
    await voice.proposed('lena.region', {
      ...{ to: ['af'], about: ['CONTACT', 'SITUATION', 'PLAN'], until: daysAhead(today, 180) },
      purpose: 'Att Ahmed kan läsa hela planen och inte bara Försäkringskassans del.',
      exclusions: 'Inte min hälsa och inte samtalen med psykologen.',
    });
    await eva.at(daysAgo(today, 2), '15.00');
    await eva.reply('lena.region', answered, 'Ja. Jag kommer klockan tre.');
    // What has changed since Eva read it last.
    await plan.rewrite('lena.region', work.talks, {
      ...{ text: 'Stödsamtal hos kuratorn.', plain: 'Du pratar med Lena, som är kurator.', often: 'Varannan vecka' },
      ...{ goal: goals.sleep, by: plusDays(today, 75) },
    });
    const meeting = await voice.request('WANT_MEETING');
    await eva.at(daysAgo(today, 1), '15.10');
    await voice.answered('karin.fk', meeting, 'Vi ses alla den dag som står vid uppföljningen i planen. Säg till om du vill att någon mer är med.');
    await voice.remark(work.group, 'COMMENT', 'Kan jag träna hemma någon dag i veckan?');
    await eva.question('karin.fk', 'lena.region', 'Har Eva orkat sex timmar om dagen två veckor i rad?');
  }

  private sinceStart = (days: number): string => plusDays(this.calendar.start, days);
}
