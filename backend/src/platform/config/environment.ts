import { plainToInstance, Transform } from 'class-transformer';
import { IsBase64, IsEmail, IsIn, IsInt, IsOptional, IsString, IsUrl, Matches, Max, Min, MinLength, validateSync } from 'class-validator';

const loopback = { require_tld: false, require_protocol: true };
const postgres = { protocols: ['postgres', 'postgresql'], require_tld: false, require_protocol: true };
const smtp = { protocols: ['smtp', 'smtps'], require_tld: false, require_protocol: true };
const toInt = Transform(({ value }: { value: unknown }) => (typeof value === 'string' && value.trim() !== '' ? Number(value) : value));

/** Everything the process reads from its surroundings. Defaults are for the demo only; production must name its own. */
export class Environment {
  @IsIn(['demo', 'production']) DEPLOYMENT_KIND: 'demo' | 'production' = 'production';
  @IsIn(['app', 'worker', 'all']) PROCESS_ROLE: 'app' | 'worker' | 'all' = 'app';
  @IsString() HOST = '127.0.0.1';
  @toInt @IsInt() @Min(0) @Max(65535) PORT = 3000;
  /** Prometheus figures. 0 = on the main port (the demo); production gives them a port of their own. */
  @toInt @IsInt() @Min(0) @Max(65535) METRICS_PORT = 0;
  @IsUrl(loopback) PUBLIC_URL!: string;
  @IsUrl(postgres) DATABASE_URL!: string;
  @IsOptional() @IsUrl(postgres) DATABASE_OWNER_URL?: string;
  @IsUrl(postgres) DATABASE_WORKER_URL!: string;
  @IsUrl(postgres) DATABASE_AUDIT_URL!: string;
  @toInt @IsInt() @Min(2) @Max(200) DATABASE_POOL_SIZE = 10;
  /** AES-256 key for identifiers: 32 bytes, base64. */
  @IsBase64() @Matches(/^.{43}=$/) IDENTIFIER_KEY!: string;
  /** HMAC key of the blind index, another one: 32 bytes, base64. */
  @IsBase64() @Matches(/^.{43}=$/) IDENTIFIER_INDEX_KEY!: string;
  @IsUrl(loopback) OIDC_STAFF_ISSUER!: string;
  @IsString() OIDC_STAFF_CLIENT_ID!: string;
  @IsString() @MinLength(16) OIDC_STAFF_CLIENT_SECRET!: string;
  @IsUrl(loopback) OIDC_CITIZEN_ISSUER!: string;
  @IsString() OIDC_CITIZEN_CLIENT_ID!: string;
  @IsString() @MinLength(16) OIDC_CITIZEN_CLIENT_SECRET!: string;
  /** The mail server, with name and password where it wants them. The demo without one shows its mails on a page instead. */
  @IsOptional() @IsUrl(smtp) SMTP_URL?: string;
  /** Sender of every mail, `name@host` or `Name <name@host>`. */
  @IsOptional() @IsEmail({ allow_display_name: true, require_tld: false }) MAIL_FROM?: string;
  /** Number of proxies in front, for the client's address. */
  @toInt @IsInt() @Min(0) @Max(5) TRUST_PROXY = 0;
  @IsIn(['error', 'warn', 'log', 'debug']) LOG_LEVEL: 'error' | 'warn' | 'log' | 'debug' = 'log';
}

/** Read by the demo start alone, before the environment above exists. */
export const DEMO_START_KEYS = ['SAMSPEL_DATA', 'NODE_ENV'] as const;

export const ENVIRONMENT_KEYS: readonly string[] = [
  'DEPLOYMENT_KIND',
  'PROCESS_ROLE',
  'HOST',
  'PORT',
  'METRICS_PORT',
  'PUBLIC_URL',
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'DATABASE_WORKER_URL',
  'DATABASE_AUDIT_URL',
  'DATABASE_POOL_SIZE',
  'IDENTIFIER_KEY',
  'IDENTIFIER_INDEX_KEY',
  'OIDC_STAFF_ISSUER',
  'OIDC_STAFF_CLIENT_ID',
  'OIDC_STAFF_CLIENT_SECRET',
  'OIDC_CITIZEN_ISSUER',
  'OIDC_CITIZEN_CLIENT_ID',
  'OIDC_CITIZEN_CLIENT_SECRET',
  'SMTP_URL',
  'MAIL_FROM',
  'TRUST_PROXY',
  'LOG_LEVEL',
  ...DEMO_START_KEYS,
];

/** The operator can mend this; it ends the process with exit code 78 (EX_CONFIG of sysexits.h). */
export class ConfigurationError extends Error {
  static readonly exitCode = 78;
}

/** Names the wrong variables, never their values: they may be secrets. */
export function readEnvironment(source: Record<string, string | undefined>): Environment {
  const known = Object.fromEntries(
    ENVIRONMENT_KEYS.filter((key) => source[key] !== undefined && source[key] !== '').map((key) => [key, source[key]]),
  );
  const environment = plainToInstance(Environment, known);
  const wrong = validateSync(environment).map((error) => `${error.property} (${Object.keys(error.constraints ?? {}).join(', ')})`);
  if (environment.DEPLOYMENT_KIND === 'production') wrong.push(...demoSettings(environment), ...missingMail(environment));
  if (environment.IDENTIFIER_KEY === environment.IDENTIFIER_INDEX_KEY) wrong.push('IDENTIFIER_INDEX_KEY (must differ from IDENTIFIER_KEY)');
  if (wrong.length) throw new ConfigurationError(`These settings are missing or wrong: ${wrong.join('; ')}`);
  return environment;
}

function demoSettings(environment: Environment): string[] {
  const https = (['PUBLIC_URL', 'OIDC_STAFF_ISSUER', 'OIDC_CITIZEN_ISSUER'] as const).filter((key) => !environment[key]?.startsWith('https:'));
  return https.map((key) => `${key} (https only outside the demo)`);
}

function missingMail(environment: Environment): string[] {
  return (['SMTP_URL', 'MAIL_FROM'] as const)
    .filter((key) => environment[key] === undefined)
    .map((key) => `${key} (mails must reach people outside the demo)`);
}
