import { Controller, Get, HttpCode, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '../access/actor.ts';
import { CurrentStaff, ForStaff } from '../access/route-access.ts';
import { IdParam } from '../platform/http/id.ts';
import { PageQuery } from '../platform/http/paging.ts';
import { MailFailureList } from './mail-failure.dto.ts';
import { MailFailures } from './mail-failure.service.ts';

@ApiTags('operations')
@Controller('mail-failures')
@ForStaff('ADMINISTRATOR')
export class MailFailureController {
  constructor(private readonly failures: MailFailures) {}

  @Get()
  @ApiOperation({
    summary: 'Mails that were given up',
    description: 'Newest first. Kind, time and a reason code: no addresses and no personal data.',
  })
  @ApiOkResponse({ type: MailFailureList })
  list(@Query() query: PageQuery): Promise<MailFailureList> {
    return this.failures.list(query);
  }

  @Put(':id/retry')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Try a mail once more',
    description: 'Puts it back into the queue; it is written anew from what is true now. 404 when it is gone.',
  })
  @ApiNoContentResponse()
  retry(@CurrentStaff() actor: StaffActor, @IdParam() id: string): Promise<void> {
    return this.failures.retry(actor, id);
  }
}
