import { Injectable } from '@nestjs/common';
import type { Actor, CitizenActor, StaffActor } from '../access/actor.ts';
import { signedInPerson } from '../access/actor.ts';
import { availability } from '../access/availability.ts';
import { Gate } from '../access/gate.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { isUnderAge } from '../case/opening/opening.rules.ts';
import { TeamCase } from '../case/team-case.ts';
import { staffRefJson } from '../organisation/refs.sql.ts';
import { Identifiers } from '../person/identifiers.ts';
import { PersonRegister } from '../person/person-register.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { instantJson } from '../platform/database/instant.sql.ts';
import { Once, type OnceKey, type Outcome } from '../platform/http/once.ts';
import { requireVersion } from '../platform/http/version.ts';
import { conflict, notVisible, unprocessable } from '../platform/problem/problem.ts';
import { notify } from '../timeline/notices.ts';
import { recordInTimeline } from '../timeline/timeline.ts';
import type { MyRepresentationsView, RegisterRepresentativeInput, RepresentativeListView, RepresentativeView } from './representative.dto.ts';
import { mayEndRepresentative, mayRegisterRepresentative } from './representative.policy.ts';

type StoredRepresentative = Omit<RepresentativeView, 'actions' | 'blocked'>;

/** Their name as the register has it, for whoever sees the registration; the representative's own person stays their own. */
const OF_CASE = `
  select r.id, app.representative_name(r.id) as name, r.kind, r.basis, r.valid_from::text as "validFrom", r.valid_to::text as "validTo",
         ${staffRefJson('r.registered_by_assignment_id')} as "registeredBy", ${instantJson('r.ended_at')} as "endedAt", r.version
  from person_representative r join participation me on me.case_id = r.case_id and me.assignment_id = $2 and me.until_at is null
  where r.case_id = $1 order by r.ended_at is not null, r.registered_at desc, r.id limit 100`;

const OWN = `
  select r.id, app.representative_name(r.id) as name, r.kind, r.valid_to::text as "validTo" from person_representative r
  where r.person_id = $1 and r.ended_at is null and app.domain_today() between r.valid_from and r.valid_to order by r.registered_at desc, r.id`;

/** Who may act for the person: registered by the team, ended by the team or the person, and read anew with every request. */
@Injectable()
export class Representatives {
  constructor(
    private readonly db: Database,
    private readonly once: Once,
    private readonly gate: Gate,
    private readonly audit: AuditLog,
    private readonly teamCase: TeamCase,
    private readonly identifiers: Identifiers,
    private readonly register: PersonRegister,
    private readonly clock: Clock,
  ) {}

  async ofCase(actor: StaffActor, caseId: string): Promise<RepresentativeListView> {
    const rows = await this.db.transaction(actor, async (tx) => {
      await this.teamCase.toRead(tx, actor, caseId);
      return tx.query<StoredRepresentative[]>(OF_CASE, [caseId, actor.id]);
    });
    await this.audit.read(actor, { action: 'representatives.read', fieldClass: 'IDENTITY', caseId });
    const actionsOf = (row: StoredRepresentative): object =>
      availability({ 'representative.end': mayEndRepresentative(actor, { ended: row.endedAt !== null, kind: row.kind }) });
    return { items: rows.map((row) => ({ ...row, ...actionsOf(row) }) as RepresentativeView) };
  }

  /** 409 when they already act, work in the team, are the person themself or have a protected identity; 422 under eighteen or over already. */
  add(actor: StaffActor, caseId: string, key: OnceKey, input: RegisterRepresentativeInput): Promise<Outcome> {
    const today = this.clock.today();
    if (input.validTo < input.validFrom) throw unprocessable([{ pointer: '/validTo', code: 'before_start' }]);
    if (input.validTo < today) throw unprocessable([{ pointer: '/validTo', code: 'past' }]);
    const { digits12, kind, birthDate } = this.identifiers.read(input.personalNumber);
    if (isUnderAge(birthDate, today))
      throw unprocessable([{ pointer: '/personalNumber', code: 'under_age' }], 'Den som företräder någon är minst 18 år.');
    return this.once.run(
      actor,
      key,
      async (tx, id) => {
        const facts = await this.teamCase.toChange(tx, actor, caseId);
        this.gate.require(mayRegisterRepresentative(facts));
        const { givenName, familyName } = input;
        const { personId, protectedLevel } = await this.register.findOrRecord(tx, actor, { digits12, kind, givenName, familyName });
        await requireFit(tx, { caseId, subjectId: facts.personId, personId, hidden: protectedLevel !== null });
        await insert(tx, actor, { id, caseId, subjectId: facts.personId, personId }, input);
        await this.audit.write(tx, actor, {
          action: 'representative.registered',
          fieldClass: 'IDENTITY',
          caseId,
          personId: facts.personId,
          subjectId: id,
        });
        await notify(tx, { kind: 'representative.registered', to: { personId: facts.personId }, caseId });
        await recordInTimeline(tx, actor, { caseId, kind: 'representative.registered', params: { kind: input.kind } });
      },
      (tx) => this.teamCase.toRead(tx, actor, caseId),
    );
  }

  /** Repeatable. By the team, or by the person themself. Sessions that act on its strength fall back to themselves at their next request. */
  async end(actor: Actor, id: string, version: number | null): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const [row] = await tx.query<{ caseId: string; personId: string; ended: boolean; version: number; kind: string }[]>(
        `select r.case_id as "caseId", r.person_id as "personId", r.ended_at is not null as ended, r.version, r.kind
         from person_representative r join case_access me on me.case_id = r.case_id and me.actor_id = $2 where r.id = $1 for update of r`,
        [id, actor.id],
      );
      if (!row) throw notVisible();
      if (row.ended) return;
      this.gate.require(mayEndRepresentative(actor, row));
      if (version !== null) requireVersion(row, version);
      await tx.query('update person_representative set ended_at = app.domain_now(), version = version + 1 where id = $1', [id]);
      const { caseId, personId } = row;
      await this.audit.write(tx, actor, { action: 'representative.ended', fieldClass: 'IDENTITY', caseId, personId, subjectId: id });
      if (actor.kind === 'STAFF') await notify(tx, { kind: 'representative.ended', to: { personId }, caseId });
      await recordInTimeline(tx, actor, { caseId, kind: 'representative.ended', params: { kind: row.kind } });
    });
  }

  async mine(actor: CitizenActor): Promise<MyRepresentationsView> {
    const view = await this.db.transaction(actor, async (tx) => ({
      own: await tx.query<MyRepresentationsView['own']>(OWN, [actor.id]),
      actingFor: await tx.query<MyRepresentationsView['actingFor']>(
        `select person_id as "personId", given_name || ' ' || family_name as name, kind, valid_to::text as "validTo" from app.represented_by($1, $2)`,
        [signedInPerson(actor), actor.sessionId],
      ),
    }));
    await this.audit.read(actor, { action: 'representatives.read', fieldClass: 'IDENTITY' });
    return view;
  }
}

async function requireFit(
  tx: Tx,
  { caseId, subjectId, personId, hidden }: { caseId: string; subjectId: string; personId: string; hidden: boolean },
): Promise<void> {
  if (hidden)
    throw conflict('person.protected', 'Går inte att registrera', 'Någon med skyddade personuppgifter kan inte registreras som företrädare här.');
  if (personId === subjectId) throw conflict('representative.oneself', 'Samma person', 'Ingen företräder sig själv.');
  const [team] = await tx.query<{ works: boolean }[]>('select app.works_in_case($1, $2) as works', [personId, caseId]);
  if (team!.works)
    throw conflict('representative.in_team', 'Arbetar i teamet', 'Den som arbetar i personens team kan inte också företräda personen.');
  const known = await tx.query<unknown[]>(
    'select 1 from person_representative where person_id = $1 and representative_person_id = $2 and ended_at is null',
    [subjectId, personId],
  );
  if (known.length) throw conflict('representative.exists', 'Redan registrerad', 'Personen är redan registrerad som företrädare.');
}

async function insert(
  tx: Tx,
  actor: StaffActor,
  { id, caseId, subjectId, personId }: { id: string; caseId: string; subjectId: string; personId: string },
  { kind, basis, validFrom, validTo }: RegisterRepresentativeInput,
): Promise<void> {
  await tx.query(
    `insert into person_representative (id, case_id, person_id, representative_person_id, kind, basis, valid_from, valid_to, registered_by_assignment_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, caseId, subjectId, personId, kind, basis, validFrom, validTo, actor.id],
  );
}
