import { Module } from '@nestjs/common';
import { MyDayController } from './my-day.controller.ts';
import { MyDays } from './my-day.service.ts';

@Module({ controllers: [MyDayController], providers: [MyDays] })
export class MyDayModule {}
