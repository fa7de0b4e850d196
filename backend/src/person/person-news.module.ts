import { Module } from '@nestjs/common';
import { PersonNews } from './person-news.ts';

@Module({ providers: [PersonNews], exports: [PersonNews] })
export class PersonNewsModule {}
