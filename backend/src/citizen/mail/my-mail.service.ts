import { Injectable } from '@nestjs/common';
import type { CitizenActor } from '../../access/actor.ts';
import { AuditLog } from '../../audit/audit-log.ts';
import { instantJson } from '../../platform/database/instant.sql.ts';
import { Database } from '../../platform/database/database.ts';
import { conflict } from '../../platform/problem/problem.ts';
import type { MyMailView } from './my-mail.dto.ts';

/** Asked for and ended by the person themself. What is sent says only that there is something new in Samspel. */
@Injectable()
export class MyMailService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditLog,
  ) {}

  async read(actor: CitizenActor): Promise<MyMailView> {
    const [row] = await this.db.transaction(actor, (tx) =>
      tx.query<MyMailView[]>(`select m.email, ${instantJson('m.since')} as since from person_mail m where m.person_id = $1`, [actor.id]),
    );
    await this.audit.read(actor, { action: 'my-mail.read', fieldClass: 'IDENTITY' });
    return row ?? { email: null, since: null };
  }

  /** 409 for whoever Samspel holds nothing about, or whose identity is protected: a letter box may give an address away. */
  async ask(actor: CitizenActor, email: string): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const [person] = await tx.query<{ hidden: boolean }[]>('select protected_level is not null as hidden from person where id = $1', [actor.id]);
      if (!person) throw conflict('case.none', 'Inget pågående ärende', 'Du har inget team som arbetar med dig, så det finns inget att meddela.');
      if (person.hidden) throw conflict('person.protected', 'Går inte', 'Den som har skyddade personuppgifter får ingen e-post från Samspel.');
      await tx.query(
        `insert into person_mail (person_id, email) values ($1, $2)
         on conflict (person_id) do update set email = excluded.email, since = app.domain_now(), told_at = null`,
        [actor.id, email],
      );
      await this.audit.write(tx, actor, { action: 'my-mail.asked', fieldClass: 'IDENTITY' });
    });
  }

  /** Repeatable. */
  async end(actor: CitizenActor): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      await tx.query('delete from person_mail where person_id = $1', [actor.id]);
      await this.audit.write(tx, actor, { action: 'my-mail.ended', fieldClass: 'IDENTITY' });
    });
  }
}
