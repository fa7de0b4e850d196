import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../access/actor.ts';
import { Gate } from '../../access/gate.ts';
import { AuditLog } from '../../audit/audit-log.ts';
import { TeamCase } from '../team-case.ts';
import { IdentifierVault } from '../../person/identifier-vault.ts';
import { Database } from '../../platform/database/database.ts';
import { conflict } from '../../platform/problem/problem.ts';
import { recordInTimeline } from '../../timeline/timeline.ts';
import { mayChangeLanguage, mayShowIdentifier } from '../case.policy.ts';
import type { IdentifierDisplayView, SubjectLanguageInput } from './subject.dto.ts';

/** The person as the team meets them: how to talk together, and the whole number when somebody needs it. */
@Injectable()
export class Subjects {
  constructor(
    private readonly db: Database,
    private readonly team: TeamCase,
    private readonly gate: Gate,
    private readonly vault: IdentifierVault,
    private readonly audit: AuditLog,
  ) {}

  changeLanguage(actor: StaffActor, caseId: string, { language, interpreterLanguage = null }: SubjectLanguageInput): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const facts = await this.team.toChange(tx, actor, caseId);
      this.gate.require(mayChangeLanguage(facts));
      await tx.query('update person set language = $2, interpreter_language = $3, version = version + 1 where id = $1', [
        facts.personId,
        language,
        interpreterLanguage,
      ]);
      await this.audit.write(tx, actor, { action: 'person.changed', fieldClass: 'IDENTITY', caseId, personId: facts.personId });
      await recordInTimeline(tx, actor, {
        caseId,
        kind: 'person.changed',
        params: { language, ...(interpreterLanguage && { interpreterLanguage }) },
      });
    });
  }

  /** The row that says who looked commits before the number leaves. */
  async showIdentifier(actor: StaffActor, caseId: string): Promise<IdentifierDisplayView> {
    const { facts, sealed } = await this.db.transaction(actor, async (tx) => {
      const known = await this.team.toRead(tx, actor, caseId);
      this.gate.require(mayShowIdentifier(known));
      const [row] = await tx.query<{ sealed: Buffer }[]>(
        'select ciphertext as sealed from person_identifier where person_id = $1 and valid_to is null',
        [known.personId],
      );
      if (!row) throw conflict('identifier.none', 'Personnummer saknas', 'Det finns inget personnummer registrerat för personen.');
      return { facts: known, sealed: row.sealed };
    });
    await this.audit.read(actor, { action: 'person.identifier-shown', fieldClass: 'IDENTITY', caseId, personId: facts.personId });
    return { personalNumber: this.vault.decrypt(sealed) };
  }
}
