import type { InformationCategory } from '@samspel/shared/consent/consent.ts';
import type { KeptDocument } from '../document/kept-document.ts';
import { swedishDay } from '../document/swedish-day.ts';
import type { FrozenCopyView, FrozenDisclosureView } from './frozen-copy.dto.ts';

const KINDS: Readonly<Record<FrozenDisclosureView['kind'], string>> = {
  NOTE: 'Anteckning',
  EVENT: 'Händelse',
  INVITATION: 'Inbjudan',
  HANDOVER: 'Överlämning',
  PLAN_ITEM: 'Ur planen',
  ACTIVITY_NOTE: 'Anteckning till en aktivitet',
  QUESTION: 'Fråga eller svar',
};
const CATEGORIES: Readonly<Record<InformationCategory, string>> = {
  CONTACT: 'Kontakt',
  SITUATION: 'Situation',
  WORK: 'Arbete',
  BENEFIT: 'Ersättning',
  HEALTH: 'Hälsa',
  SOCIAL_SUPPORT: 'Socialt stöd',
  PLAN: 'Plan',
};
const FIELDS: Readonly<Record<string, string>> = {
  text: 'Text',
  title: 'Titel',
  author: 'Skrivet av',
  createdAt: 'Skrivet',
  writtenAt: 'Skrivet',
  occurredOn: 'Dag',
  category: 'Typ av uppgift',
  personName: 'Personen',
  asked: 'Det som frågas efter',
  why: 'Varför',
  date: 'Datum',
  answerBy: 'Svar senast',
  scope: 'Vad som lämnas över',
  'sender.name': 'Avsändare',
  'sender.title': 'Avsändarens titel',
  'sender.unit': 'Avsändarens enhet',
  'sender.organisation': 'Avsändarens organisation',
  'sender.phone': 'Avsändarens telefon',
  'sender.email': 'Avsändarens e-post',
  kind: 'Slag',
  ownWords: 'Med personens egna ord',
  plain: 'Med enkla ord',
  targetOn: 'Ska nås till',
  conflict: 'Möjlig målkonflikt',
  extent: 'Omfattning',
  owner: 'Ansvarig',
  due: 'Klart senast',
  dueOn: 'Klart senast',
  startOn: 'Börjar',
  call: 'Vem man ringer',
  heldOn: 'Uppföljningens dag',
  wanted: 'Det vi ville',
  became: 'Det som blev',
  conclusion: 'Slutsats',
  now: 'Det vi gör nu',
  number: 'Version',
  reason: 'Varför en ny version',
  question: 'Fråga',
  answer: 'Svar',
  code: 'Orsak',
  type: 'Plantyp',
};
/** Codes a copy may hold, in the words they were chosen by. */
const CODES: Readonly<Record<string, string>> = {
  JOIN_CARE_TEAM: 'Att vara med i teamet',
  CASE_OWNERSHIP: 'Ansvaret för nästa steg',
  COORDINATOR_ROLE: 'Samordningen',
  WHAT_MATTERS: 'Viktigt för personen',
  STRENGTH: 'Styrka',
  NEED: 'Behov',
  EARLY_SIGN: 'Tidigt tecken',
  DISSENT: 'Avvikande mening',
  FOLLOW_UP: 'Uppföljning',
  GOAL: 'Mål',
  ACTIVITY: 'Aktivitet',
  VERSION: 'Publicerad version',
  SIP: 'Samordnad individuell plan (SIP)',
  REHAB_TEAM_PLAN: 'Rehabteamets plan',
  RETURN_TO_WORK_PLAN: 'Plan för återgång i arbete',
};
const CODED: readonly string[] = ['kind', 'scope', 'asked', 'type'];

/** A frozen copy in the words it is printed with. What has no word here is printed under its own name rather than left out. */
export function keptDocument(copy: FrozenCopyView, items: readonly FrozenDisclosureView[], organisation: string, printedAt: string): KeptDocument {
  return {
    reference: copy.reference,
    unit: copy.unit,
    organisation,
    printedAt,
    createdAt: swedishDay(copy.createdAt),
    purgeAfter: swedishDay(copy.purgeAfter),
    items: items.map(({ disclosedAt, from, kind, category, content }) => ({
      at: swedishDay(disclosedAt),
      from,
      kindWords: KINDS[kind],
      categoryWords: CATEGORIES[category],
      fields: Object.entries(content).map(([name, value]) => ({ name: FIELDS[name] ?? name, value: wordsFor(name, value) })),
    })),
  };
}

function wordsFor(name: string, value: string): string {
  if (CODED.includes(name)) return CODES[value] ?? value;
  return /^\d{4}-\d{2}-\d{2}($|T\d{2}:)/.test(value) ? swedishDay(value) : value;
}
