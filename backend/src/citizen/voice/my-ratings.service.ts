import { Injectable } from '@nestjs/common';
import { type CitizenActor, signedInPerson } from '../../access/actor.ts';
import { AuditLog } from '../../audit/audit-log.ts';
import { Database } from '../../platform/database/database.ts';
import { recordInTimeline } from '../../timeline/timeline.ts';
import { MyCase } from './my-case.ts';
import type { MyRatingList } from './my-voice.dto.ts';
import type { RatingView } from './voice.dto.ts';

const RATE = `
  insert into person_rating (case_id, person_id, value, rated_on, made_by_person_id) values ($1, $2, $3, app.domain_today(), $4)
  on conflict (case_id, rated_on) do update set value = excluded.value, made_by_person_id = excluded.made_by_person_id, recorded_by_assignment_id = null,
    recorded_form = null, recorded_at = app.domain_now()
  where (person_rating.value, person_rating.recorded_form) is distinct from (excluded.value, null)
  returning id`;
const MINE = `
  select r.rated_on::text as "on", r.value, r.recorded_form as "recordedForm"
  from case_access me join person_rating r on r.case_id = me.case_id and r.person_id = me.actor_id
  where me.actor_id = $1 and me.via = 'SUBJECT' order by r.rated_on, r.id`;

@Injectable()
export class MyRatingsService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditLog,
    private readonly mine: MyCase,
  ) {}

  /** Today's; another on the same day takes its place, also one that staff wrote down. */
  rate(actor: CitizenActor, value: number): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const { id: caseId, personId } = await this.mine.toChange(tx, actor);
      const [rated] = await tx.query<{ id: string }[]>(RATE, [caseId, personId, value, signedInPerson(actor)]);
      if (!rated) return;
      await this.audit.write(tx, actor, { action: 'my-rating.given', fieldClass: 'CASE', caseId, subjectId: rated.id });
      await recordInTimeline(tx, actor, { caseId, kind: 'person.rated', params: { value: String(value) } });
    });
  }

  async all(actor: CitizenActor): Promise<MyRatingList> {
    const items = await this.db.read<RatingView>(actor, 'my-ratings', MINE, [actor.id]);
    await this.audit.read(actor, { action: 'my-ratings.read', fieldClass: 'CASE' });
    return { items };
  }
}
