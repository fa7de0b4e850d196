import type { DeclineCode, HandoverScope } from '@samspel/shared/handover/handover.ts';
import type { TimelineKind } from '@samspel/shared/timeline/timeline.ts';

type Params = Readonly<Record<string, string>>;
export type HandoverKind = Extract<TimelineKind, `handover.${string}`>;

const SCOPES: Record<HandoverScope, string> = {
  CASE_OWNERSHIP: 'ansvaret för nästa steg',
  COORDINATOR_ROLE: 'rollen som samordnare',
  ACTIVITY: 'en insats i planen',
};

const DECLINED: Record<DeclineCode, string> = {
  WRONG_UNIT: 'fel enhet',
  NO_CAPACITY: 'det saknas tid just nu',
  NOT_OUR_MANDATE: 'det ligger utanför uppdraget',
  MISSING_BASIS: 'underlag saknas',
  NOT_ELIGIBLE: 'personen uppfyller inte villkoren',
  PERSON_DECLINES: 'personen vill inte',
};

const what = ({ scope }: Params): string => SCOPES[scope as HandoverScope] ?? 'det';

/** Sentences for the records of whoever did it. What happens by itself is nobody's act, but keeps a sentence like everything else. */
export const handoverSentences = (longDay: (day: string) => string): Record<HandoverKind, (params: Params) => string> => ({
  'handover.offered': (params) => `Frågade ${params['toUnit']} om att ta över ${what(params)}.`,
  'handover.received': (params) => `Tog emot frågan om att ta över ${what(params)}.`,
  'handover.nominated': (params) => `Frågade ${params['name']} om att ta över ${what(params)}.`,
  'handover.accepted': (params) => `Tackade ja till att ta över ${what(params)}.`,
  'handover.declined': (params) =>
    `Tackade nej till att ta över ${what(params)}. Orsak: ${DECLINED[params['code'] as DeclineCode] ?? params['code']}.`,
  'handover.asked': (params) => `Ställde en fråga om att ta över ${what(params)}.`,
  'handover.answered': (params) => `Svarade på en fråga om att ta över ${what(params)}.`,
  'handover.revoked': (params) => `Tog tillbaka frågan om att ta över ${what(params)}.`,
  'handover.first-contact': ({ warm }) =>
    warm === 'true'
      ? 'Hade första kontakten efter överlämningen, tillsammans med den som lämnade över.'
      : 'Hade första kontakten efter överlämningen.',
  'handover.held': ({ until }) => `Pausade överlämningen${until ? ` till den ${longDay(until)}` : ''}.`,
  'handover.resumed': () => 'Tog upp överlämningen igen.',
  'handover.completed': (params) => `Skrev in att överlämningen av ${what(params)} är klar.`,
  'handover.failed': (params) => `Skrev in att överlämningen av ${what(params)} inte gick att genomföra.`,
  'handover.acknowledged': (params) => `Kvitterade hur överlämningen av ${what(params)} gick.`,
  'handover.closed': (params) => `Överlämningen av ${what(params)} är avslutad.`,
  'handover.stopped': (params) => `Överlämningen av ${what(params)} stoppades när samtycket togs tillbaka.`,
  'handover.owner-lost': (params) => `Den som hade ${what(params)} är inte på plats. Chefen svarar tills någon annan har tagit över.`,
  'handover.owner-returned': (params) => `Den som hade ${what(params)} är tillbaka.`,
});
