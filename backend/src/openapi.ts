import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DiscoveryService, MetadataScanner, ModulesContainer, NestFactory, Reflector } from '@nestjs/core';
import { permissionsTable } from './access/permissions.ts';
import { RouteRegistry } from './access/route-registry.ts';
import { AppModule } from './app.module.ts';
import { Environment } from './platform/config/environment.ts';
import { API_PREFIX } from './platform/http/configure.ts';
import { openApiDocument } from './platform/openapi/document.ts';

/** Writes docs/openapi.json and docs/permissions.md from the code. A preview of the app: nothing is connected, no provider is made. */
const app = await NestFactory.create(AppModule.with(new Environment()), { preview: true, logger: ['error', 'warn'], abortOnError: false });
app.setGlobalPrefix(...API_PREFIX);
const docs = join(import.meta.dirname, '..', '..', 'docs');
writeFileSync(join(docs, 'openapi.json'), `${JSON.stringify(openApiDocument(app), null, 2)}\n`);
const registry = new RouteRegistry(new DiscoveryService(app.get(ModulesContainer)), new MetadataScanner(), new Reflector());
writeFileSync(join(docs, 'permissions.md'), permissionsTable(registry.routes()));
