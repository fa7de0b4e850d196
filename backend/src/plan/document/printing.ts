import { Injectable, type StreamableFile } from '@nestjs/common';
import type { DocumentVariant } from '@samspel/shared/plan/my-plan.ts';
import type { CitizenActor, StaffActor } from '../../access/actor.ts';
import { AuditLog } from '../../audit/audit-log.ts';
import { SubjectIdentities } from '../../case/subject/subject-identity.ts';
import { pdfFile } from '../../document/answer.ts';
import { DocumentRenderer } from '../../document/rendering.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { notVisible } from '../../platform/problem/problem.ts';
import { PlanAccess } from '../plan.access.ts';
import { type StoredVersion, storedVersion } from '../publication/stored-version.ts';
import type { PlanDocumentQuery } from './plan-document.dto.ts';
import { planDocument, type Printed } from './plan-mapping.ts';
import { MY_LATEST, SUBJECT } from './printing.sql.ts';

interface Subject {
  reference: string;
  givenName: string;
  name: string;
}
type MyLatest = Subject & StoredVersion & { planId: string; caseId: string };

/** The plan on paper. Each print is logged before it leaves, as any other reading is. */
@Injectable()
export class PlanPrinting {
  constructor(
    private readonly db: Database,
    private readonly access: PlanAccess,
    private readonly identities: SubjectIdentities,
    private readonly renderer: DocumentRenderer,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async forStaff(actor: StaffActor, planId: string, { variant, version = 0 }: PlanDocumentQuery): Promise<StreamableFile> {
    const { caseId, subject, stored } = await this.db.transaction(actor, async (tx) => {
      const { facts } = await this.access.toReadPlan(tx, actor, planId);
      const [subject] = await tx.query<(Subject & { sealed: string | null })[]>(SUBJECT, [planId, actor.id]);
      if (!subject) throw notVisible();
      return { caseId: facts.id, subject, stored: await storedVersion(tx, actor, planId, version) };
    });
    await this.audit.read(actor, { action: 'plan.printed', fieldClass: 'CASE', caseId, subjectId: planId });
    const { sealed, reference, ...person } = subject;
    return this.print({ variant, reference, person: { ...person, ...this.identities.of(sealed) }, forPerson: false }, stored);
  }

  /** 404 while nothing is published. */
  async forPerson(actor: CitizenActor, variant: DocumentVariant): Promise<StreamableFile> {
    const [mine] = await this.db.transaction(actor, (tx) => tx.query<MyLatest[]>(MY_LATEST, [actor.id]));
    if (!mine) throw notVisible();
    const { planId, caseId, reference, givenName, name, ...stored } = mine;
    await this.audit.read(actor, { action: 'my-plan.printed', fieldClass: 'CASE', caseId, subjectId: planId });
    return this.print({ variant, reference, person: { givenName, name, age: null, maskedNumber: null }, forPerson: true }, stored);
  }

  private async print(
    about: Omit<Printed, 'version' | 'facts' | 'items' | 'printedAt'>,
    { row, facts, items }: StoredVersion,
  ): Promise<StreamableFile> {
    const document = planDocument({ ...about, version: row, facts, items, printedAt: this.clock.now().toISOString() });
    return pdfFile(await this.renderer.render('plan', document), fileName(about, row?.number ?? null));
  }
}

const fileName = ({ reference, variant }: Pick<Printed, 'reference' | 'variant'>, number: number | null): string =>
  ['plan', reference, number === null ? 'arbetsexemplar' : `v${number}`, ...(variant === 'simple' ? ['enkel'] : [])].join('-');
