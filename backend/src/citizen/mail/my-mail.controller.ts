import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CitizenActor } from '../../access/actor.ts';
import { CurrentCitizen, ForCitizen } from '../../access/route-access.ts';
import { MyMailInput, MyMailView } from './my-mail.dto.ts';
import { MyMailService } from './my-mail.service.ts';

@ApiTags('me')
@Controller('me/mail')
@ForCitizen()
export class MyMailController {
  constructor(private readonly mails: MyMailService) {}

  @Get()
  @ApiOperation({ summary: 'Whether I get an e-mail when there is something new', description: 'Off unless asked for.' })
  @ApiOkResponse({ type: MyMailView })
  read(@CurrentCitizen() actor: CitizenActor): Promise<MyMailView> {
    return this.mails.read(actor);
  }

  @Put()
  @HttpCode(204)
  @ApiOperation({
    summary: 'Ask for e-mail',
    description: 'It says only that there is something new, at most once a day, and never what or about whom.',
  })
  @ApiNoContentResponse()
  async ask(@CurrentCitizen() actor: CitizenActor, @Body() { email }: MyMailInput): Promise<void> {
    await this.mails.ask(actor, email);
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: 'No more e-mail', description: 'Repeating it changes nothing.' })
  @ApiNoContentResponse()
  async end(@CurrentCitizen() actor: CitizenActor): Promise<void> {
    await this.mails.end(actor);
  }
}
