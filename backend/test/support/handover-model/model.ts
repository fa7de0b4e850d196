export const ORGS = ['fk', 'af', 'region'] as const;
export type Org = (typeof ORGS)[number];
export const SCOPES = ['CASE_OWNERSHIP', 'COORDINATOR_ROLE'] as const;
export type Scope = (typeof SCOPES)[number];

export interface Person {
  who: string;
  org: Org;
  supervisor: boolean;
  intake: boolean;
  disabled: boolean;
  ended: boolean;
  leave: { deputy: string | null } | null;
}

export interface Baton {
  /** Unknown until the database has named a search of its own. */
  id: string | null;
  scope: Scope;
  origin: 'OFFER' | 'OWNER_LOST';
  state: string;
  from: string;
  to: Org;
  accountable: string;
  ownerLost: boolean;
  nominee: string | null;
  receivedBy: string | null;
  answeredBy: string | null;
  acceptedBy: string | null;
  answerBy: string | null;
  previous: Baton | null;
  back: boolean;
  bounces: number;
  offeredAt: Date | null;
  acceptedAt: Date | null;
  contactAt: Date | null;
  endedAt: Date | null;
  closed: boolean;
  held: { from: string; at: Date; until: string } | null;
  heldMs: number;
  holdsInRow: number;
  /** Rungs climbed in the present stage. */
  climbed: Set<string>;
  /** Everything ever raised, `rung epoch`, with when it was due by the clock. */
  alerts: Map<string, Date | null>;
}

export interface Consent {
  id: string;
  from: Org;
  to: Org[];
  withdrawn: boolean;
}

const WAITING = ['OFFERED', 'RECEIVED', 'NEEDS_INFO'];
export const waits = ({ state }: { state: string }): boolean => WAITING.includes(state);

/** What the product promises of one case, in plain variables. Order of `people` is the order in which they were employed. */
export class Model {
  readonly batons: Baton[] = [];
  readonly consents: Consent[] = [];
  readonly team = new Set<string>();
  readonly lost: Record<Scope, boolean> = { CASE_OWNERSHIP: false, COORDINATOR_ROLE: false };

  constructor(
    readonly people: Person[],
    readonly contacts: Record<Org, string>,
    readonly holders: Record<Scope, string>,
    public today: string,
  ) {}

  person(who: string): Person {
    return this.people.find((each) => each.who === who)!;
  }
  orgOf(who: string): Org {
    return this.person(who).org;
  }
  works(who: string): boolean {
    const { disabled, ended } = this.person(who);
    return !disabled && !ended;
  }
  away(who: string): boolean {
    return this.person(who).leave !== null;
  }
  present(who: string): boolean {
    return this.works(who) && !this.away(who);
  }
  canAnswer(who: string): boolean {
    const { leave } = this.person(who);
    return this.works(who) && (!leave || (leave.deputy !== null && this.present(leave.deputy)));
  }
  covers(from: Org, to: Org): boolean {
    return this.consents.some((each) => !each.withdrawn && each.from === from && each.to.includes(to));
  }
  covered(org: Org): boolean {
    return this.consents.some((each) => !each.withdrawn && [each.from, ...each.to].includes(org));
  }
  waiting(scope: Scope): Baton | undefined {
    return this.batons.find((each) => each.scope === scope && waits(each));
  }
  /** Asked by name, or at the intake it was sent to. */
  asked(who: string, baton: Baton): boolean {
    return baton.nominee === who || this.atIntake(who, baton);
  }
  atIntake(who: string, baton: Baton): boolean {
    const { intake, org } = this.person(who);
    return intake && org === baton.to;
  }
  supervises(who: string, org: Org): boolean {
    return this.person(who).supervisor && this.orgOf(who) === org;
  }
  /** Knows that the handover is there. */
  sees(who: string, baton: Baton): boolean {
    if (baton.state === 'DRAFT') return baton.from === who && this.team.has(who);
    if (this.team.has(who) || (waits(baton) && this.asked(who, baton))) return true;
    if ([baton.nominee, baton.receivedBy, baton.answeredBy, baton.acceptedBy, baton.accountable].includes(who)) return true;
    return this.supervises(who, this.orgOf(baton.from)) || this.supervises(who, baton.to);
  }
  /** Reads its words. */
  reads(who: string, baton: Baton): boolean {
    if (baton.origin === 'OWNER_LOST' && !baton.acceptedBy) return false;
    if (waits(baton) && this.asked(who, baton)) return true;
    if (!this.team.has(who) || (baton.state === 'DRAFT' && baton.from !== who)) return false;
    return this.orgOf(who) === this.orgOf(baton.from) || (this.orgOf(who) === baton.to && baton.acceptedBy !== null);
  }
  /** Supervisor, else supervisor's deputy, else the contact, even when away; never somebody who has left while anybody works there. */
  standIn(gone: string): string {
    const here = this.people.filter(({ org, who }) => org === this.orgOf(gone) && who !== gone);
    for (const { who, leave } of this.people.filter(({ org, supervisor }) => supervisor && org === this.orgOf(gone))) {
      if (who !== gone && this.present(who)) return who;
      const deputy = leave?.deputy;
      if (this.works(who) && deputy && deputy !== gone && this.present(deputy)) return deputy;
    }
    const contact = this.contacts[this.orgOf(gone)];
    if (contact !== gone && this.works(contact)) return contact;
    const left = here.filter(({ who }) => this.works(who));
    return (left.find(({ supervisor }) => supervisor) ?? left[0])?.who ?? gone;
  }
  /** Whoever answers for it this moment. */
  answers(scope: Scope): string {
    const waiting = this.waiting(scope);
    return waiting?.ownerLost ? waiting.accountable : this.holders[scope];
  }
}
