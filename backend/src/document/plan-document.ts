/**
 * What the printed plan says: plain data, already in Swedish words where the reader sees words. Who fills it in decides
 * what the reader may see; the template prints all it is given, and an empty list or null prints no heading.
 */
export interface PlanDocument {
  /** STAFF is the complete plan; SIMPLE is the person's own: larger type, short sentences, no tables, says "du". */
  readonly variant: 'STAFF' | 'SIMPLE';
  readonly language: 'sv';
  readonly title: 'Samordnad individuell plan (SIP)' | 'Rehabteamets plan' | 'Plan för återgång i arbete';
  /** The case's reference, such as `S-0412`. */
  readonly reference: string;
  /** The moment the document is dated, ISO 8601: the same data and moment give the same bytes. */
  readonly printedAt: string;
  readonly person: DocumentPerson;
  /** Null for the working copy, which is printed as "Arbetsexemplar". */
  readonly version: { readonly number: number; readonly publishedOn: Day; readonly reason: string | null } | null;
  /** Who holds the plan now, as one sentence: "Karin Berg på Försäkringskassan håller i planen." */
  readonly holder: string;
  readonly responsibleAuthority: string | null;
  readonly coordinator: { readonly name: string; readonly title: string; readonly organisation: string; readonly phone: string | null } | null;
  /** The person's own words: printed first and largest. */
  readonly whatMatters: string | null;
  readonly strengths: readonly string[];
  readonly needs: readonly string[];
  readonly goals: readonly DocumentGoal[];
  /** Activities that belong to no goal. */
  readonly activities: readonly DocumentActivity[];
  /** The statute's four items (SoL 10 kap. 8 §, HSL 16 kap. 4 §) with the plan's words for each. A SIP's STAFF variant only; else empty. */
  readonly fourItems: readonly { readonly item: string; readonly words: readonly string[] }[];
  /** Early signs that it is getting worse, and what to do then. */
  readonly earlySigns: readonly { readonly text: string; readonly call: string | null }[];
  readonly dissent: readonly { readonly organisation: string; readonly text: string }[];
  readonly goalConflicts: readonly string[];
  readonly followUp: { readonly day: Day; readonly caller: string } | null;
  readonly followUpRecords: readonly DocumentFollowUp[];
  readonly agreements: readonly DocumentAgreement[];
  readonly contacts: readonly { readonly name: string; readonly role: string; readonly organisation: string; readonly phone: string | null }[];
}

/** A day in Swedish words, "28 oktober 2026", or with its time, "28 oktober 2026 kl. 10.00". Printed as it stands. */
export type Day = string;

export interface DocumentPerson {
  readonly name: string;
  /** In whole years. */
  readonly age: number | null;
  /** Such as `••••••••-2382`; printed in the STAFF variant only. */
  readonly maskedNumber: string | null;
}

export interface DocumentGoal {
  /** As the reader counts them: "1", or "1.2" for a sub goal. */
  readonly number: string;
  readonly kind: 'MAIN' | 'SUB';
  readonly text: string;
  readonly ownWords: string | null;
  /** "Med enkla ord": what SIMPLE prints instead of `text` when it is there. */
  readonly plain: string | null;
  /** How far it has come, in words: "På god väg (4 november 2026)". */
  readonly attainment: string | null;
  readonly activities: readonly DocumentActivity[];
}

export interface DocumentActivity {
  readonly text: string;
  readonly plain: string | null;
  /** "Karin Berg, Försäkringskassan" or "Gör Eva själv"; in SIMPLE "Du gör det själv". */
  readonly doneBy: string;
  /** The organisation and person answering for it; null when the same as `doneBy`. */
  readonly accountable: string | null;
  readonly start: Day | null;
  readonly due: Day | null;
  /** "Samtidigt som annat" or "Efter: Träning i grupp". */
  readonly order: string | null;
  readonly status: string;
  readonly deputy: string | null;
}

export interface DocumentFollowUp {
  readonly day: Day;
  readonly wanted: string;
  readonly became: string;
  readonly why: string;
  readonly conclusion: string;
  readonly now: string;
  /** Planned beside done. */
  readonly rows: readonly { readonly activity: string; readonly planned: string; readonly done: string }[];
}

export interface DocumentAgreement {
  readonly who: string;
  readonly organisation: string | null;
  readonly at: Day;
  /** "Har sagt ja", "Har sagt ja per telefon", "Säger nej". */
  readonly stance: string;
}
