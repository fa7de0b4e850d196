import { Module } from '@nestjs/common';
import { MailFailureController } from './mail-failure.controller.ts';
import { MailFailures } from './mail-failure.service.ts';

@Module({ controllers: [MailFailureController], providers: [MailFailures] })
export class MailFailureModule {}
