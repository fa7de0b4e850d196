import { Module } from '@nestjs/common';
import { LinkTemplateController } from './link-template.controller.ts';
import { LinkTemplates } from './link-template.service.ts';

@Module({ controllers: [LinkTemplateController], providers: [LinkTemplates] })
export class LinkTemplateModule {}
