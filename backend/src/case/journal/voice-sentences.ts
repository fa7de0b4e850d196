import type { MessageKind, StopReason } from '@samspel/shared/citizen/voice.ts';
import type { RecordedForm } from '@samspel/shared/plan/plan.ts';
import type { TimelineKind } from '@samspel/shared/timeline/timeline.ts';

type Params = Readonly<Record<string, string>>;
type VoiceKind = Exclude<Extract<TimelineKind, `person.${string}`>, 'person.changed'>;

const FORMS: Record<RecordedForm, string> = { PHONE: 'på telefon', PAPER: 'på papper', IN_PERSON: 'vid ett möte' };
const REASONS: Record<StopReason, string> = {
  NO_ANSWER: 'får inget svar',
  NOBODY_HAS_IT: 'ingen håller i det',
  TOLD_TO_ASK_ELSEWHERE: 'hänvisas vidare',
  WAITING_TOO_LONG: 'väntar för länge',
  DO_NOT_UNDERSTAND: 'förstår inte vad som gäller',
  OTHER: 'annat',
};
const WISHES: Record<string, string> = { CALL_ME: 'att bli uppringd', WANT_MEETING: 'ett möte' } satisfies Partial<Record<MessageKind, string>>;
const REMARKS: Record<string, string> = { COMMENT: 'en kommentar till', OBJECTION: 'en invändning mot' } satisfies Partial<
  Record<MessageKind, string>
>;

const told = ({ form }: Params): string => FORMS[form as RecordedForm] ?? '';
const named = (names: Record<string, string>, code = ''): string => names[code] ?? code;

/** What staff did about what the person said, in the words of a record. Nobody's own words are in them. */
export const voiceSentences: Record<VoiceKind, (params: Params) => string> = {
  'person.stopped': (params) => `Skrev in att personen ${told(params)} har sagt att det tar stopp: ${named(REASONS, params['reason'])}.`,
  'person.asked': (params) => `Skrev in att personen ${told(params)} har bett om ${named(WISHES, params['kind'])}.`,
  'person.remarked': (params) => `Skrev in ${named(REMARKS, params['kind'])} planen, som personen har lämnat ${told(params)}.`,
  'person.answered': () => 'Svarade personen i Samspel.',
  'person.rated': (params) => `Skrev in personens svar ${told(params)} på hur mycket planen hjälper: ${params['value'] ?? ''} av 10.`,
  'person.wrote': (params) => `Skrev in personens egna ord, lämnade ${told(params)}.`,
};
