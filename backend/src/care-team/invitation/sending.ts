import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../access/actor.ts';
import { AuditLog } from '../../audit/audit-log.ts';
import type { CaseFacts } from '../../case/case-facts.ts';
import { Disclosures } from '../../disclosure/disclosures.ts';
import { refusing } from '../../organisation/database-refusals.ts';
import type { Tx } from '../../platform/database/database.ts';
import { conflict, unprocessable } from '../../platform/problem/problem.ts';
import { recordInTimeline } from '../../timeline/timeline.ts';
import { tellIntake } from './intake.ts';
import { previewOf, type Sender } from './invitation.rules.ts';

interface InvitedUnit {
  organisationId: string;
  organisation: string;
  open: boolean;
  inTeam: boolean;
  waiting: boolean;
}

const UNIT = `
  select u.organisation_id as "organisationId", o.short_name as organisation,
         u.takes_intake and coalesce(u.closed_on > app.domain_today(), true) and p.kind <> 'FEDERATION' as open,
         exists (select 1 from participation t where t.case_id = $2 and t.organisation_id = o.id and t.until_at is null) as "inTeam",
         exists (select 1 from care_team_invitation i where i.case_id = $2 and i.organisation_id = o.id and i.state = 'PENDING') as waiting
  from unit u join organisation o on o.id = u.organisation_id join principal p on p.id = o.principal_id where u.id = $1`;

const CONTENT = `
  select n.given_name || ' ' || n.family_name as "personName", app.domain_today()::text as date,
         json_build_object('name', s.given_name || ' ' || s.family_name, 'title', a.title, 'unit', u.name, 'organisation', o.name,
           'phone', coalesce(s.phone, u.phone), 'email', coalesce(s.email, u.function_address)) as sender
  from person n, assignment a join staff_member s on s.id = a.staff_member_id join unit u on u.id = a.unit_id join organisation o on o.id = a.organisation_id
  where n.id = $1 and a.id = $2`;

/** Asking another organisation into the team. The preview it gets to read is itself a disclosure, by the inviter's organisation. */
@Injectable()
export class InvitationSending {
  constructor(
    private readonly disclosures: Disclosures,
    private readonly audit: AuditLog,
  ) {}

  /** Call it with the case row locked: a twin invitation or a withdrawn consent then comes wholly before or after. */
  async send(tx: Tx, actor: StaffActor, facts: CaseFacts, invitation: { id: string; unitId: string; reason: string }): Promise<void> {
    const caseId = facts.id;
    const { organisationId, organisation } = await this.unitToInvite(tx, caseId, invitation.unitId);
    const [read] = await tx.query<{ personName: string; date: string; sender: Sender }[]>(CONTENT, [facts.personId, actor.id]);
    const preview = previewOf(read!.personName, invitation.reason, read!.date, read!.sender);
    const insert = tx.query(
      `insert into care_team_invitation (id, case_id, organisation_id, unit_id, preview, invited_by_assignment_id) values ($1, $2, $3, $4, $5, $6)`,
      [invitation.id, caseId, organisationId, invitation.unitId, JSON.stringify(preview), actor.id],
    );
    await refusing(insert, { one_pending_invitation: alreadyWaiting });
    await this.disclosures.record(tx, actor, {
      caseId,
      subjectKind: 'INVITATION',
      subjectId: invitation.id,
      subjectVersion: 1,
      category: 'CONTACT',
      content: preview,
      recipients: [organisationId],
    });
    await this.audit.write(tx, actor, { action: 'invitation.sent', fieldClass: 'CASE', caseId, personId: facts.personId, subjectId: invitation.id });
    await recordInTimeline(tx, actor, { caseId, kind: 'invitation.sent', params: { organisation } });
    await tellIntake(tx, invitation.unitId);
  }

  private async unitToInvite(tx: Tx, caseId: string, unitId: string): Promise<InvitedUnit> {
    const [unit] = await tx.query<InvitedUnit[]>(UNIT, [unitId, caseId]);
    if (!unit) throw unprocessable([{ pointer: '/unitId', code: 'unknown' }]);
    if (!unit.open)
      throw conflict('unit.closed', 'Enheten tar inte emot', 'Enheten är stängd eller tar inte emot inbjudningar. Välj en annan enhet.');
    if (unit.inTeam)
      throw conflict('invitation.already_in_team', 'Redan i teamet', 'Organisationen är redan med i teamet. Den lägger själv till fler av sina.');
    if (unit.waiting) throw alreadyWaiting();
    return unit;
  }
}

const alreadyWaiting = () => conflict('invitation.pending', 'Inbjudan är redan skickad', 'Organisationen har redan en inbjudan som väntar på svar.');
