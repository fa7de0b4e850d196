import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../access/actor.ts';
import { Gate } from '../access/gate.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { Disclosures, recipientNotInTeam } from '../disclosure/disclosures.ts';
import type { Tx } from '../platform/database/database.ts';
import { Once, type OnceKey, type Outcome } from '../platform/http/once.ts';
import { requireVersion } from '../platform/http/version.ts';
import { conflict, notVisible, unprocessable } from '../platform/problem/problem.ts';
import { notify } from '../timeline/notices.ts';
import { recordInTimeline } from '../timeline/timeline.ts';
import { NoteAccess, requireWorkingCase } from './note-access.ts';
import type { ShareNoteInput } from './note.dto.ts';
import { mayShareNote } from './note.policy.ts';
import type { StoredNote } from './note.queries.ts';

interface Receiver {
  organisationId: string;
  shortName: string;
  assignmentIds: string[];
  alreadyHasIt: boolean;
}

const RECEIVERS = `
  select o.id as "organisationId", o.short_name as "shortName", array_agg(p.assignment_id) as "assignmentIds",
         exists (select 1 from disclosure d join disclosure_recipient r on r.disclosure_id = d.id and r.ended_at is null
                 where d.subject_kind = 'NOTE' and d.subject_id = $4 and d.subject_version = $5 and r.organisation_id = o.id) as "alreadyHasIt"
  from participation p join organisation o on o.id = p.organisation_id
  join case_access me on me.case_id = p.case_id and me.actor_id = $2
  where p.case_id = $1 and p.until_at is null and o.id = any ($3::uuid[])
  group by o.id, o.short_name order by o.short_name`;

/** "Dela": the owning organisation discloses one version of a note to named organisations of the team (OSL 10:1). */
@Injectable()
export class NoteSharing {
  constructor(
    private readonly once: Once,
    private readonly gate: Gate,
    private readonly audit: AuditLog,
    private readonly access: NoteAccess,
    private readonly disclosures: Disclosures,
  ) {}

  /** All or nothing: 409 `consent.missing`, `recipient.not_in_team` or `note.already_shared` sends nothing to anybody. */
  share(actor: StaffActor, noteId: string, key: OnceKey, input: ShareNoteInput): Promise<Outcome> {
    return this.once.run(
      actor,
      key,
      async (tx) => {
        const { facts, note } = await this.access.forUpdate(tx, actor, noteId);
        if (note.removedAt) throw notVisible();
        requireWorkingCase(facts);
        this.gate.require(mayShareNote(actor, facts, note));
        if (input.version !== undefined) requireVersion(note, input.version);
        const receivers = await receiversOf(tx, actor, note, input.recipients);
        await this.disclosures.record(tx, actor, {
          caseId: note.caseId,
          subjectKind: 'NOTE',
          subjectId: note.id,
          subjectVersion: note.version,
          category: input.category,
          content: await contentOf(tx, note),
          recipients: receivers.map((each) => each.organisationId),
        });
        await this.audit.write(tx, actor, {
          action: 'note.disclosed',
          fieldClass: 'NOTE',
          caseId: note.caseId,
          personId: facts.personId,
          subjectId: note.id,
        });
        const to = receivers.map((each) => each.shortName).join(', ');
        for (const assignmentId of receivers.flatMap((each) => each.assignmentIds)) {
          await notify(tx, { kind: 'note.disclosed', to: { assignmentId }, caseId: note.caseId });
        }
        const audience = [actor.organisationId, ...receivers.map((each) => each.organisationId)];
        await recordInTimeline(tx, actor, { caseId: note.caseId, kind: 'note.disclosed', audience, params: { to, category: input.category } });
        return { id: note.id };
      },
      (tx) => this.access.forUpdate(tx, actor, noteId),
    );
  }
}

async function receiversOf(tx: Tx, actor: StaffActor, note: StoredNote, recipients: readonly string[]): Promise<Receiver[]> {
  const wanted = [...new Set(recipients)];
  if (wanted.includes(actor.organisationId)) throw unprocessable([{ pointer: '/recipients', code: 'own_organisation' }]);
  const receivers = await tx.query<Receiver[]>(RECEIVERS, [note.caseId, actor.id, wanted, note.id, note.version]);
  if (receivers.length < wanted.length) {
    throw recipientNotInTeam();
  }
  if (receivers.some((each) => each.alreadyHasIt)) {
    throw conflict('note.already_shared', 'Redan delad', 'Minst en av organisationerna har redan fått den här versionen. Inget har skickats.');
  }
  return receivers;
}

/** Readable on its own, since a receiver that loses the case keeps exactly this. */
async function contentOf(tx: Tx, note: StoredNote): Promise<Record<string, unknown>> {
  const [author] = await tx.query<{ name: string; title: string }[]>(
    `select s.given_name || ' ' || s.family_name as name, a.title from assignment a join staff_member s on s.id = a.staff_member_id where a.id = $1`,
    [note.authorId],
  );
  return { text: note.text, author: author?.name, title: author?.title, authorAssignmentId: note.authorId, createdAt: note.createdAt.toISOString() };
}
