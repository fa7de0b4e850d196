import { Controller, Get, Header, HttpCode, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Open } from '../access/route-access.ts';
import { Database } from '../platform/database/database.ts';
import { Readiness } from './readiness.ts';

class HealthView {
  @ApiProperty({ description: 'Whether it is.', enum: ['up', 'waiting'], example: 'up' }) status: 'up' | 'waiting';
  @ApiProperty({ description: 'What is still awaited.', type: [String], example: [] }) waiting: string[];
}

class ApiInfoView {
  @ApiProperty({ description: 'Name.', example: 'Samspel' }) apiName: string;
  @ApiProperty({ description: 'Version.', example: '1.0.0' }) apiVersion: string;
  @ApiProperty({ description: 'Released.', example: '2026-11-22' }) apiReleased: string;
  @ApiProperty({ description: 'Where the reference is.', example: '/api/docs' }) apiDocumentation: string;
  @ApiProperty({ description: 'Status.', enum: ['active'], example: 'active' }) apiStatus: string;
}

@ApiTags('health')
@Controller()
export class HealthController {
  constructor(
    private readonly db: Database,
    private readonly readiness: Readiness,
  ) {}

  @Get('health/live')
  @Open()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Is the process alive', description: 'Answers without touching the database.' })
  @ApiOkResponse({ type: HealthView })
  live(): HealthView {
    return { status: 'up', waiting: [] };
  }

  @Get('health/ready')
  @Open()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'May it get requests', description: 'Database reachable and migrated; in the demo the town is seeded.' })
  @ApiOkResponse({ type: HealthView })
  @ApiServiceUnavailableResponse({ type: HealthView, description: 'Not yet, or not now.' })
  async ready(@Res({ passthrough: true }) response: Response): Promise<HealthView> {
    const waiting = [...this.readiness.waiting, ...((await this.databaseAnswers()) ? [] : ['database'])];
    if (waiting.length) response.status(503);
    return { status: waiting.length ? 'waiting' : 'up', waiting };
  }

  @Get('api-info')
  @Open()
  @ApiOperation({ summary: 'What this API is', description: 'As DIGG asks of every API (REST API-profil, VER.06).' })
  @ApiOkResponse({ type: ApiInfoView })
  info(): ApiInfoView {
    return { apiName: 'Samspel', apiVersion: '1.0.0', apiReleased: '2026-11-22', apiDocumentation: '/api/docs', apiStatus: 'active' };
  }

  private databaseAnswers(): Promise<boolean> {
    return this.db.lookUp('ready', 'select kind from deployment', []).then(
      (rows) => rows.length === 1,
      () => false,
    );
  }
}
