import { Module } from '@nestjs/common';
import { AlertController } from './alert.controller.ts';
import { Alerts } from './alert.service.ts';

@Module({ controllers: [AlertController], providers: [Alerts] })
export class AlertModule {}
