import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { StaffActor } from '../../access/actor.ts';
import { AnySession, CurrentStaff, ForStaff, Unnoticed } from '../../access/route-access.ts';
import { created } from '../../organisation/created.ts';
import type { CreatedView } from '../../platform/http/created.dto.ts';
import { IdempotencyKey, type OnceKey } from '../../platform/http/once.ts';
import { ClockJumpInput, type DemoClockView } from './demo-clock.dto.ts';
import { DemoClock } from './demo-clock.service.ts';

/** Only the demo has these addresses, so the API's document does not. */
@ApiExcludeController()
@Controller('demo/clock')
export class DemoClockController {
  constructor(private readonly demoClock: DemoClock) {}

  @Get()
  @AnySession()
  @Unnoticed()
  read(): DemoClockView {
    return this.demoClock.view();
  }

  /** Forward only; there is no way back (see DemoClock). */
  @Post('jumps')
  @ForStaff('ADMINISTRATOR')
  async jump(
    @CurrentStaff() actor: StaffActor,
    @IdempotencyKey() key: OnceKey,
    @Body() body: ClockJumpInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CreatedView> {
    return created(response, await this.demoClock.jump(actor, key, body.workingDays), () => 'demo/clock');
  }
}
