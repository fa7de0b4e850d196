import { plusDays } from '@samspel/shared/calendar/working-days.ts';
import type { CaseDesk } from './case-desk.ts';
import { type EvasGoals, type EvasWork, firstGoals, firstWork } from './eva-first-plan.ts';
import { EvaReturn } from './eva-return.ts';
import { HandoverDesk } from './handover-desk.ts';
import { PlanDesk } from './plan-desk.ts';
import { monthsAfter, type TownCalendar } from './town-calendar.ts';
import { TOWN_PEOPLE } from './town-people.ts';
import type { TownStage } from './town-stage.ts';
import { VoiceDesk } from './voice-desk.ts';

/**
 * Eva's plan while she is on sick leave, as the story tells her treatment; from the first rehabilitation meeting on it is `EvaReturn`. The
 * story's first two handovers, from the doctor to the physiotherapist and from her to the counsellor, happened before there was a case, and are
 * told in words on the day it opens. Here the same hands change over the first activities of the plan, which is when a handover can exist.
 */
export class EvaPlan {
  private visit: string | undefined;
  private card: string | undefined;
  private begun: { warm: HandoverDesk; talks: HandoverDesk } | undefined;

  private constructor(
    private readonly stage: TownStage,
    private readonly calendar: TownCalendar,
    private readonly eva: CaseDesk,
    private readonly plan: PlanDesk,
    private readonly voice: VoiceDesk,
    private readonly parts: readonly string[],
    private readonly goals: EvasGoals,
    private readonly work: EvasWork,
  ) {}

  /** On the day of the first team discussion, with everybody who was there. */
  static async begin(stage: TownStage, calendar: TownCalendar, eva: CaseDesk): Promise<EvaPlan> {
    const day = plusDays(calendar.firstVisit, 42);
    await eva.at(day, '14.00');
    await eva.add('lena.region', 'magnus.region', { role: 'Läkare', mandate: 'MAY_DECIDE', questionArea: 'Medicin och läkarintyg' });
    await eva.introduced('magnus.region');
    const plan = await PlanDesk.begin(stage, eva, 'lena.region', 'REHAB_TEAM_PLAN');
    await plan.told('lena.region', 'Jag vill orka med min familj och mitt jobb igen, utan att ha ont hela tiden.');
    const parts = [
      await plan.part('lena.region', 'STRENGTH', 'Eva kan sitt yrke och tycker om det.'),
      await plan.part('lena.region', 'STRENGTH', 'Bengt och barnen finns nära och vill hjälpa till.'),
      await plan.part('lena.region', 'NEED', 'Mindre smärta och bättre sömn.'),
      await plan.part('lena.region', 'NEED', 'Stöd när oron kommer.'),
    ];
    const goals = await firstGoals(plan);
    return new EvaPlan(stage, calendar, eva, plan, new VoiceDesk(stage, eva, TOWN_PEOPLE.eva), parts, goals, await firstWork(plan, goals, calendar));
  }

  /** The doctor and Eva walk over to Johan together; for the counsellor it takes a few days. */
  async firstHands(): Promise<void> {
    const { eva, stage, work } = this;
    await eva.at(this.sinceVisit(42), '14.30');
    const warm = await HandoverDesk.offer(stage, eva, 'magnus.region', {
      ...{ activity: work.acupuncture, to: 'region.health', nominee: 'johan.region' },
      asked: 'Ge Eva akupunktur de dagar smärtan är stark.',
      reason: 'Du träffar henne varje vecka och ser när det behövs.',
    });
    await eva.at(this.sinceVisit(42), '14.45');
    await warm.accept('johan.region', { how: 'Vi tog det på en gång, alla tre.', questionArea: 'Rygg, träning och smärta', contactIn: 0 });
    await warm.meet('johan.region', 'SENDER', 'PERSON');
    await this.plan.start('johan.region', work.acupuncture, work.alone);
    const talks = await HandoverDesk.offer(stage, eva, 'johan.region', {
      ...{ activity: work.talks, to: 'region.health', nominee: 'lena.region' },
      asked: 'Ta över stödsamtalen.',
      reason: 'Det är inte bara ryggen. Eva behöver någon att prata med.',
    });
    await eva.at(this.sinceVisit(43), '10.00');
    await this.plan.publish('lena.region', 'Den första planen, efter teamdiskussionen.');
    await this.plan.agree(1, 'lena.region', 'karin.fk');
    await eva.at(this.sinceVisit(43), '17.30');
    await this.voice.agree(1);
    await eva.at(this.sinceVisit(45), '9.20');
    await talks.accept('lena.region', { how: 'Vi ses en gång i veckan till att börja med.', questionArea: 'Stödsamtal och familj', contactIn: 1 });
    await eva.at(this.sinceVisit(46), '13.10');
    await talks.meet('lena.region', 'PERSON');
    await this.plan.start('lena.region', work.talks);
    await this.plan.start('magnus.region', work.medicine);
    this.begun = { warm, talks };
  }

  /** Both have arrived, and whoever sent them has seen it. */
  async handsHold(): Promise<void> {
    const { eva } = this;
    const { warm, talks } = this.begun!;
    await eva.at(this.sinceVisit(56), '15.10');
    await warm.complete('johan.region', 'Akupunkturen hjälper. Den ges vid behov.');
    await talks.complete('lena.region', 'Eva kommer varje vecka och pratar om mer än ryggen.');
    await warm.acknowledge('magnus.region');
    await talks.acknowledge('johan.region');
    await eva.at(this.sinceVisit(60), '10.15');
    await this.voice.rateTold('lena.region', 3, 'PHONE');
  }

  /** The psychiatrist is asked for advice and joins for as long as that takes: no part of the team in the story. */
  async consultation(): Promise<void> {
    const { eva, stage, plan, goals } = this;
    await eva.at(this.sinceVisit(84), '13.30');
    await plan.attain('lena.region', goals.sleep, 'WORSENING');
    await this.voice.rateTold('lena.region', 2, 'IN_PERSON');
    const advice = await plan.activity('magnus.region', {
      ...{ text: 'Rådfråga psykiatern om den fortsatta behandlingen.', plain: 'Läkaren frågar en psykiater om råd.' },
      ...{ goal: goals.health, by: this.sinceVisit(100) },
    });
    const asked = await HandoverDesk.offer(stage, eva, 'magnus.region', {
      ...{ activity: advice, to: 'region.psychiatry' },
      asked: 'Ge råd om den fortsatta behandlingen.',
      reason: 'Eva har blivit sämre, och det vi har prövat räcker inte.',
    });
    await eva.at(this.sinceVisit(86), '10.30');
    await asked.accept('tomas.region', {
      how: 'Jag är hos er i dag. Vi går igenom det tillsammans.',
      questionArea: 'Råd',
      mandate: 'MAY_PROPOSE',
      contactIn: 0,
    });
    await asked.meet('tomas.region', 'SENDER');
    await plan.complete('tomas.region', advice);
    await asked.complete('tomas.region', 'Medicinen ändras och stödsamtalen fortsätter.');
    await asked.acknowledge('magnus.region');
    await eva.leave('tomas.region');
  }

  /** Eva tells her colleagues herself. */
  async visitAtWork(): Promise<void> {
    await this.eva.at(this.sinceVisit(112), '13.40');
    this.visit = await this.plan.activity('lena.region', {
      ...{
        text: 'Hälsa på arbetsplatsen och berätta för arbetskamraterna så mycket Eva själv vill.',
        plain: 'Du hälsar på jobbet och berättar det du vill.',
      },
      ...{ goal: this.goals.work, provider: 'OWN_ACTION', by: this.sinceStart(-3) },
    });
    await this.voice.rateTold('lena.region', 4, 'IN_PERSON');
  }

  async fromAloneToGroup(): Promise<void> {
    const { plan, work, goals } = this;
    await this.eva.at(this.sinceVisit(140), '13.30');
    await plan.complete('johan.region', work.alone);
    await plan.start('johan.region', work.group);
    await plan.attain('johan.region', goals.pain, 'IMPROVING');
    await plan.attain('lena.region', goals.sleep, 'IMPROVING');
    await this.voice.rateTold('johan.region', 5, 'IN_PERSON');
  }

  /** What the newcomer reads of before: not the medicine, which Eva's consent to kommunen leaves out. */
  async kommunJoins(): Promise<void> {
    const { plan, goals, work } = this;
    await this.eva.at(this.sinceVisit(151), '10.20');
    await plan.share('lena.region', ...this.parts, goals.work, goals.health, goals.sleep, this.visit!);
    await plan.share('johan.region', goals.pain, work.group);
    const family = await plan.goal('sofia.kommun', {
      ...{ text: 'Barnen och Bengt får det stöd de behöver medan Eva är sjuk.', own: 'Barnen ska inte behöva oroa sig för mig.' },
      ...{ plain: 'Din familj får stöd.', under: goals.health },
    });
    const talks = await plan.activity('sofia.kommun', {
      ...{ text: 'Familjesamtal med Eva, Bengt och barnen.', plain: 'Sofia pratar med hela familjen.', often: 'Var tredje vecka' },
      ...{ goal: family, from: this.sinceVisit(160), by: plusDays(this.calendar.today, 40) },
    });
    await this.eva.at(this.sinceVisit(160), '15.00');
    await plan.start('sofia.kommun', talks);
  }

  /** The trainer is outside Samspel: no handover, but somebody else's measure, told to him under a consent of its own. */
  async trainingHall(): Promise<void> {
    const { eva, plan, goals } = this;
    await eva.at(this.sinceVisit(161), '13.30');
    await eva.consent('johan.region', {
      ...{ to: [], contacts: ['Peter Lund'], about: ['SITUATION', 'PLAN'], until: monthsAfter(this.sinceVisit(161), 12) },
      purpose: 'Att tränaren i träningshallen vet vad jag behöver tänka på.',
    });
    this.card = await plan.activity('johan.region', {
      ...{ text: 'Prova träningshallen med provkort, med råd av tränaren.', plain: 'Du provar att träna i hallen.', goal: goals.pain },
      ...{ provider: 'OTHER_MEASURE', performer: 'Peter Lund', from: this.sinceVisit(161), by: this.sinceVisit(203) },
    });
    await plan.start('johan.region', this.card);
    await eva.at(this.sinceVisit(182), '16.20');
    await this.voice.rate(6);
    await eva.at(this.sinceVisit(202), '11.15');
    await plan.complete('johan.region', this.card);
  }

  /** Second team discussion: short therapy with the psychologist, who accepts it in her own name. */
  async therapy(): Promise<EvaReturn> {
    const { eva, stage, plan, goals } = this;
    await eva.at(this.sinceVisit(203), '13.40');
    const limits = await plan.goal('lena.region', {
      ...{ text: 'Kunna säga nej och sätta gränser, hemma och på arbetet.', own: 'Jag har alltid haft svårt att säga nej.' },
      ...{ plain: 'Du ska våga säga nej.', under: goals.work },
    });
    const therapy = await plan.activity('lena.region', {
      ...{ text: 'Korttidsterapi hos vårdcentralens psykolog.', plain: 'Du pratar med Ingrid, som är psykolog.', often: 'Tio samtal, ett i veckan' },
      ...{ goal: limits, by: plusDays(this.calendar.today, 45) },
    });
    const meeting = await plan.activity('karin.fk', {
      ...{ text: 'Kalla Eva, arbetsgivaren och facket till ett rehabmöte.', plain: 'Karin bjuder in till ett möte om jobbet.' },
      ...{ goal: goals.work, by: this.sinceStart(-20) },
    });
    const own = await plan.activity('johan.region', {
      ...{
        text: 'Träna på egen hand i träningshallen, med eget kort.',
        plain: 'Du tränar i hallen med ditt eget kort.',
        often: 'Två gånger i veckan',
      },
      ...{ goal: goals.pain, provider: 'OTHER_MEASURE', performer: 'Peter Lund', after: this.card!, by: plusDays(this.calendar.today, 90) },
    });
    const baton = await HandoverDesk.offer(stage, eva, 'lena.region', {
      ...{ activity: therapy, to: 'region.health', nominee: 'ingrid.region' },
      asked: 'Ta emot Eva i korttidsterapi.',
      reason: 'Hon vill lära sig att sätta gränser innan hon börjar arbeta.',
    });
    await eva.at(this.sinceVisit(207), '9.10');
    await baton.accept('ingrid.region', { how: 'Tio samtal, med start nästa vecka.', questionArea: 'Korttidsterapi', contactIn: 7 });
    await eva.introduced('ingrid.region');
    await eva.at(this.sinceVisit(214), '10.00');
    await baton.meet('ingrid.region', 'PERSON');
    await plan.start('ingrid.region', therapy);
    await plan.start('johan.region', own);
    await this.voice.rate(6);
    await eva.at(this.sinceVisit(228), '10.40');
    await baton.complete('ingrid.region', 'Terapin är i gång. Eva kommer varje vecka.');
    await baton.acknowledge('lena.region');
    return new EvaReturn(stage, this.calendar, eva, plan, this.voice, { ...goals, limits }, { ...this.work, meeting, therapy, visit: this.visit! });
  }

  private sinceVisit = (days: number): string => plusDays(this.calendar.firstVisit, days);
  private sinceStart = (days: number): string => plusDays(this.calendar.start, days);
}
