import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { ProblemView } from '../problem/problem.dto.ts';

const DESCRIPTION = `Samspel: organisationerna runt en person arbetar som ett lag. Gränssnittet följer DIGG:s REST API-profil och RFC 9457.
Samspel: the organisations around one person work as one team. The API follows DIGG's REST API profile and RFC 9457.

Known limits: lists answer at most 100 items a page (cursor paging); a request body holds at most 256 KiB; personal identity numbers travel in request bodies only.
Service level: the demo has none; an installation states its own under externalDocs.`;

/** The whole API as OpenAPI 3, generated from the code; docs/openapi.json is this object. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Samspel')
    .setVersion('1.0.0')
    .setDescription(DESCRIPTION)
    .setContact('Samspel', 'https://samspel.example', 'samspel@samspel.example')
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .setTermsOfService('https://samspel.example/villkor')
    .setExternalDoc('Operations, limits and service level (SLA)', 'https://samspel.example/docs')
    .addCookieAuth('sid', { type: 'apiKey', in: 'cookie', description: 'Staff session.' }, 'staff')
    .addCookieAuth('cid', { type: 'apiKey', in: 'cookie', description: 'The person’s own session.' }, 'citizen')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    extraModels: [ProblemView],
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
  });
  return {
    ...document,
    paths: Object.fromEntries(
      Object.entries(document.paths)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([path, item]) => [path, withRefusals(item)]),
    ),
  };
}

const REFUSAL = {
  description: 'A refusal, as RFC 9457 problem+json: what, why in Swedish, and where in the request.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemView' } } },
};
const METHODS = ['get', 'post', 'put', 'delete'] as const;

/** Every operation may be refused, in the same form; said once here instead of on each. What an operation itself says of a status stays. */
function withRefusals(item: OpenAPIObject['paths'][string]): OpenAPIObject['paths'][string] {
  const operations = METHODS.flatMap((method) => {
    const operation = item[method];
    return operation ? [[method, { ...operation, responses: described(operation.responses) }] as const] : [];
  });
  return { ...item, ...Object.fromEntries(operations) };
}

type Responses = NonNullable<OpenAPIObject['paths'][string]['get']>['responses'];
const USUAL: Record<string, string> = { 200: 'What was asked for.', 201: 'Made.', 202: 'Taken care of.', 204: 'Done; nothing to read.' };

function described(responses: Responses): Responses {
  const own = Object.entries(responses).map(([status, response]) => {
    const description = (response && 'description' in response && response.description) || USUAL[status] || REFUSAL.description;
    return [status, Number(status) >= 400 && Number(status) !== 503 ? { ...REFUSAL, description } : { ...response, description }];
  });
  return { ...Object.fromEntries(own), default: REFUSAL } as Responses;
}
