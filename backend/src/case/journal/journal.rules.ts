import type { AmbitionLevel, ClosingReason } from '@samspel/shared/case/case.ts';
import type { TimelineKind } from '@samspel/shared/timeline/timeline.ts';
import { handoverSentences } from './handover-sentences.ts';
import { voiceSentences } from './voice-sentences.ts';
import { planSentences } from './plan-sentences.ts';

/** One act of the reader's own. `at`: clock time in Sweden, `HH.MM`. */
export interface JournalAct {
  readonly at: string;
  readonly kind: TimelineKind;
  readonly params: Readonly<Record<string, string>>;
  readonly text: string | null;
}

export interface JournalDay {
  readonly reference: string;
  readonly personName: string;
  readonly author: string;
  readonly day: string;
  readonly acts: readonly JournalAct[];
}

const LEVELS: Record<AmbitionLevel, string> = {
  INFORMATION_EXCHANGE: 'informationsutbyte',
  COORDINATED_ACTIVITIES: 'samordnade insatser',
  JOINT_ACTION: 'gemensamt arbete',
};

const REASONS: Record<ClosingReason, string> = {
  GOALS_REACHED: 'målen är nådda',
  CONSENT_WITHDRAWN: 'samtycket är tillbakataget',
  MOVED: 'personen har flyttat',
  DECEASED: 'personen har avlidit',
  OTHER_PLAN: 'en annan plan tar vid',
  OPENED_BY_MISTAKE: 'ärendet öppnades av misstag',
};

/** A past-tense sentence without subject, as records are written: the author stands under the text. */
const SENTENCES: Record<TimelineKind, (params: Readonly<Record<string, string>>, text: string) => string> = {
  told: (_, text) => text,
  'case.opened': () => 'Öppnade ärendet.',
  'case.next-step-set': ({ due }, text) => `Satte nästa steg: ${stop(due ? `${unstop(text)} (senast den ${longDay(due)})` : text)}`,
  'case.next-step-done': (_, text) => `Nästa steg är gjort: ${stop(text)}`,
  'case.ambition-set': ({ level }) => `Skrev in hur långt organisationerna går tillsammans: ${LEVELS[level as AmbitionLevel] ?? level}.`,
  'case.closed': ({ reason }) => `Avslutade ärendet. Orsak: ${REASONS[reason as ClosingReason] ?? reason}.`,
  'consent.given': ({ to, validTo }) => `Tog emot samtycke att dela uppgifter med ${to}. Det gäller till och med den ${longDay(validTo ?? '')}.`,
  'consent.withdrawn': () => 'Skrev in att samtycket är tillbakataget.',
  'invitation.sent': ({ organisation }) => `Bjöd in ${organisation} till teamet.`,
  'invitation.accepted': ({ name }) => `Tackade ja till inbjudan. ${name} är med i teamet.`,
  'invitation.declined': () => 'Tackade nej till inbjudan.',
  'invitation.withdrawn': ({ organisation }) => `Tog tillbaka inbjudan till ${organisation}.`,
  'join-request.made': () => 'Bad om att få vara med i teamet.',
  'join-request.answered': ({ organisation }) => `Svarade på förfrågan från ${organisation} om att få vara med i teamet.`,
  'participant.joined': ({ name }) => `Tog med ${name} i teamet.`,
  'participant.left': () => 'Lämnade teamet.',
  'participant.changed': ({ name }) => `Ändrade roll eller mandat i teamet för ${name}.`,
  'coordinator.asked': ({ name }) => `Frågade ${name} om att samordna.`,
  'coordinator.accepted': () => 'Tackade ja till att samordna.',
  'coordinator.declined': () => 'Tackade nej till att samordna.',
  'coordinator.withdrawn': ({ name }) => `Tog tillbaka frågan till ${name} om att samordna.`,
  'contact.added': ({ name }) => `Lade till ${name} som kontakt.`,
  'contact.changed': ({ name }) => `Ändrade kontaktuppgifter för ${name}.`,
  'contact.removed': ({ name }) => `Tog bort ${name} som kontakt.`,
  'note.written': (_, text) => `Anteckning: ${text}`,
  'note.disclosed': ({ to }) => `Delade en anteckning med ${to}.`,
  'person.changed': () => 'Ändrade språk eller tolk.',
  ...handoverSentences((day) => longDay(day)),
  ...voiceSentences,
  ...planSentences,
};

/** Plain text for the home system: no identity number, no markup. Empty when nothing was done. */
export function journalText({ reference, personName, author, day, acts }: JournalDay): string {
  if (!acts.length) return '';
  const lines = acts.map(({ at, kind, params, text }) => `Kl. ${at} ${SENTENCES[kind](params, text ?? '')}`);
  return [`Samordning i Samspel, ärende ${reference}, ${personName}`, capital(longDay(day, true)), '', ...lines, '', author].join('\n');
}

/** `23 november 2026`; with the weekday before it when asked. */
export function longDay(day: string, weekday = false): string {
  const format = new Intl.DateTimeFormat('sv-SE', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    ...(weekday && { weekday: 'long' }),
    timeZone: 'UTC',
  });
  const moment = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(moment.getTime()) ? day : format.format(moment);
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('sv') + text.slice(1);
const unstop = (text: string): string => text.replace(/[.]$/, '');
const stop = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
