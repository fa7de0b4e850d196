import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule } from '@nestjs/swagger';
import { openApiDocument } from './document.ts';

/** The document and its readable reference, open to everybody: they hold no data. Built at the first request. */
export function serveReference(app: NestExpressApplication): void {
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app), {
    jsonDocumentUrl: 'api/v1/openapi.json',
    yamlDocumentUrl: 'api/v1/openapi.yaml',
    customSiteTitle: 'Samspel API',
    swaggerOptions: { supportedSubmitMethods: [] },
  });
}
