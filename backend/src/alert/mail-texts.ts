import type { Rung } from '@samspel/shared/alert/alert.ts';

/** Texts of mails: no names, units, references or reasons, since a mailbox is nobody's closed room. */
export interface MailText {
  subject: string;
  /** Paragraphs. */
  lines: readonly string[];
}

const WAITS = 'Samspel: en överlämning väntar';
const SUBJECTS: Partial<Record<Rung, string>> = {
  OVERDUE_OWNER: 'Samspel: en insats är försenad',
  OVERDUE_TEAM: 'Samspel: en insats är försenad',
  PERSON_STOPPED: 'Samspel: det tar stopp för någon',
  PERSON_WAITS: 'Samspel: någon väntar på svar',
  PERSON_WAITS_SUPERVISOR: 'Samspel: någon väntar på svar',
};

const RUNG_TEXTS: Record<Rung, readonly string[]> = {
  RECEIPT: ['En överlämning har inte tagits emot i tid.'],
  HALF_TIME: ['Halva tiden har gått för en överlämning som väntar på nästa steg.'],
  LIMIT: ['Tiden har gått ut för en överlämning. Den som lämnar över svarar för ärendet tills någon har tackat ja.'],
  SUPERVISOR: ['En överlämning är en arbetsdag försenad. Du kan utse någon eller påminna.'],
  BOTH_SUPERVISORS: ['En överlämning är tre arbetsdagar försenad. Cheferna på båda sidor får det här mejlet.'],
  JOINT_REVIEW: ['En överlämning är fem arbetsdagar försenad. Gå igenom den tillsammans.'],
  OWNER_LOST: ['Den som svarade för ett ärende kan inte göra det längre. Du svarar för att hitta någon ny.'],
  BOUNCED: ['En överlämning har gått fram och tillbaka flera gånger. Bestäm tillsammans vem som tar den.'],
  ESCALATED: ['Chefen på den andra sidan ber dig ta dig an en överlämning.'],
  OVERDUE_OWNER: ['En insats som du svarar för skulle ha varit klar. Säg att den är gjord, eller ge den en ny dag.'],
  OVERDUE_TEAM: ['En insats i ett av dina ärenden skulle ha varit klar för tre arbetsdagar sedan.'],
  PERSON_STOPPED: ['En person som du samordnar för säger att det tar stopp. Svara inom två arbetsdagar.'],
  PERSON_WAITS: ['En person väntar på svar, och tiden har gått ut.'],
  PERSON_WAITS_SUPERVISOR: ['En person väntar på svar, och ingen har svarat i tid. Se till att någon gör det.'],
};

/** Past acceptance the sender has handed over, so the same rung waits for something else. */
const ACCEPTED_LIMIT: Record<number, string> = {
  2: 'Tiden för en första kontakt har gått ut efter en överlämning.',
  3: 'Tiden har gått ut för en överlämning som ska avslutas.',
};

export function alertText(rung: Rung, epoch: number): MailText {
  const accepted = rung === 'LIMIT' ? ACCEPTED_LIMIT[epoch] : undefined;
  return { subject: SUBJECTS[rung] ?? WAITS, lines: accepted ? [accepted] : RUNG_TEXTS[rung] };
}

export const offeredText = (): MailText => ({ subject: WAITS, lines: ['En ny överlämning väntar på er enhet. Öppna Samspel och ta emot den.'] });

export function digestText(stalled: number, alerts: number): MailText {
  const still = stalled === 1 ? 'En överlämning står stilla.' : `${stalled} överlämningar står stilla.`;
  const waiting = alerts === 1 ? 'Ett larm väntar på att du har sett det.' : `${alerts} larm väntar på att du har sett dem.`;
  return { subject: 'Samspel: läget i dag', lines: [...(stalled ? [still] : []), ...(alerts ? [waiting] : [])] };
}

/** The whole body, with the page to open. */
export const bodyOf = ({ lines }: MailText, url: string): string =>
  `${['Hej!', ...lines, `Läs mer i Samspel:\n${url}`, 'Det här mejlet går inte att svara på. Det innehåller inga uppgifter om någon person.'].join('\n\n')}\n`;
