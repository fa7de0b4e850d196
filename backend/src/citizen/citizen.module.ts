import { Module } from '@nestjs/common';
import { ConsentModule } from '../consent/consent.module.ts';
import { CitizenController } from './citizen.controller.ts';
import { CitizenService } from './citizen.service.ts';

@Module({ imports: [ConsentModule], controllers: [CitizenController], providers: [CitizenService] })
export class CitizenModule {}
