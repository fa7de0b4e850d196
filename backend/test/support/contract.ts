import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ValidateFunction } from 'ajv';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';

const BASE = '/api/v1';

type Json = Record<string, unknown>;
interface Operation {
  responses: Record<string, { content?: Record<string, { schema?: Json }> }>;
}
export interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Json> };
}

export const documentFile = join(import.meta.dirname, '..', '..', '..', 'docs', 'openapi.json');
export const readDocument = (): OpenApi => JSON.parse(readFileSync(documentFile, 'utf8')) as OpenApi;

/** Compares what the app answers with what docs/openapi.json says it answers: every field documented, nothing beside it. */
class Contract {
  private readonly ajv = new Ajv({ allErrors: true, strict: false });
  private readonly document = readDocument();
  private readonly checks = new Map<string, ValidateFunction>();
  private readonly paths = Object.keys(this.document.paths).map((path) => ({
    path,
    pattern: new RegExp(`^${path.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`),
  }));

  constructor() {
    (formats as unknown as (ajv: Ajv) => void)(this.ajv);
    this.ajv.addSchema({ $id: 'samspel', components: { schemas: closed(this.document.components.schemas) } });
  }

  /** Throws with the places that differ. Operations that are not in the document (the demo's own) are not its business. */
  check(method: string, pathname: string, status: number, contentType: string, body: unknown): void {
    const path = this.paths.find(({ pattern }) => pattern.test(pathname))?.path;
    const operation = path && this.document.paths[path]?.[method.toLowerCase()];
    if (!operation || status === 204) return;
    const response = operation.responses[String(status)] ?? operation.responses['default'];
    const schema = response?.content?.[contentType.split(';')[0]!]?.schema;
    if (!schema) throw new Error(`${method} ${path} answered ${status} ${contentType}, which the document does not describe`);
    const key = `${method} ${path} ${status} ${contentType}`;
    const validate = this.checks.get(key) ?? this.ajv.compile(pointed(closed(schema)));
    this.checks.set(key, validate);
    if (!validate(body)) throw new Error(`${method} ${path} ${status} differs from docs/openapi.json: ${this.ajv.errorsText(validate.errors)}`);
  }
}

let contract: Contract | undefined;

/** Checks one JSON answer of the API. */
export function checkContract(method: string, url: URL, status: number, contentType: string, body: unknown): void {
  if (!url.pathname.startsWith(BASE)) return;
  contract ??= new Contract();
  contract.check(method, url.pathname, status, contentType, body);
}

/** OpenAPI 3.0 to JSON Schema: `nullable` becomes a type of its own, and an object has the documented properties only. */
function closed(schema: Json): Json {
  return convert(schema) as Json;
}

function convert(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(convert);
  if (value === null || typeof value !== 'object') return value;
  const { nullable, ...rest } = value as Json;
  const inner: Json = Object.fromEntries(Object.entries(rest).map(([key, each]) => [key, key === 'example' ? each : convert(each)]));
  if (inner['type'] === 'object' && inner['properties'] && inner['additionalProperties'] === undefined) inner['additionalProperties'] = false;
  return nullable === true ? { anyOf: [inner, { type: 'null' }] } : inner;
}

/** Points references at the schema that carries the components. */
function pointed(schema: Json): Json {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"samspel#/components/')) as Json;
}
