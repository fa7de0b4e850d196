import { Controller, Get, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Open } from '../../access/route-access.ts';
import { Database } from '../../platform/database/database.ts';
import { CURSOR_UUID, decodeCursor, page, PageQuery } from '../../platform/http/paging.ts';
import { instantJson } from '../../platform/database/instant.sql.ts';

export interface DemoMailView {
  id: string;
  to: string;
  subject: string;
  text: string;
  messageId: string;
  /** On the demo's clock. */
  sentAt: string;
}

const MAILS = `
  select id, recipient as "to", subject, text, message_id as "messageId",
         ${instantJson('sent_at')} as "sentAt"
  from demo_mail where $1::uuid is null or id < $1 order by id desc limit $2`;

/** Every mail the demo has sent, newest first. Only the demo has this address, so the API's document does not. */
@ApiExcludeController()
@Controller('demo/mails')
export class DemoMailsController {
  constructor(private readonly db: Database) {}

  @Get()
  @Open()
  async list(@Query() { limit, cursor }: PageQuery): Promise<{ items: DemoMailView[]; nextCursor?: string }> {
    const [after] = decodeCursor(cursor, [CURSOR_UUID]) ?? [];
    const rows = await this.db.lookUp<DemoMailView>('demo-mails', MAILS, [after ?? null, limit + 1]);
    return page(
      rows,
      limit,
      (row) => row,
      (row) => [row.id],
    );
  }
}
