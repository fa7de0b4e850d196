import { Body, Controller, Get, HttpCode, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CitizenActor } from '../../access/actor.ts';
import { CurrentCitizen, ForCitizen } from '../../access/route-access.ts';
import { MyRatingsService } from './my-ratings.service.ts';
import { MyMeetingList, MyRatingInput, MyRatingList } from './my-voice.dto.ts';

@ApiTags('me')
@Controller('me')
@ForCitizen()
export class MyRatingsController {
  constructor(private readonly ratings: MyRatingsService) {}

  @Put('rating')
  @HttpCode(204)
  @ApiOperation({ summary: 'Say how much the plan helps right now', description: 'One answer a day: another on the same day takes its place.' })
  @ApiNoContentResponse()
  rate(@CurrentCitizen() actor: CitizenActor, @Body() body: MyRatingInput): Promise<void> {
    return this.ratings.rate(actor, body.value);
  }

  @Get('ratings')
  @ApiOperation({ summary: 'How much the plan has helped, day by day', description: 'The person’s own answers, oldest first.' })
  @ApiOkResponse({ type: MyRatingList })
  all(@CurrentCitizen() actor: CitizenActor): Promise<MyRatingList> {
    return this.ratings.all(actor);
  }

  @Get('meetings')
  @ApiOperation({ summary: 'The person’s meetings', description: 'An empty list: no meetings are planned in here.' })
  @ApiOkResponse({ type: MyMeetingList })
  meetings(): MyMeetingList {
    return { items: [] };
  }
}
