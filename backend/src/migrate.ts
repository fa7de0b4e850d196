import { ConfigurationError } from './platform/config/environment.ts';
import { orExit } from './platform/config/exit.ts';
import { type DeploymentKind, migrate } from './platform/database/migrate.ts';

/** One-shot process: brings the schema up to date as its owner, then ends. Roles and database exist already (docs/operations.md). */
await orExit(async () => {
  const { DATABASE_OWNER_URL: url, DEPLOYMENT_KIND: kind = 'production' } = process.env;
  if (!url) throw new ConfigurationError('DATABASE_OWNER_URL is missing.');
  if (kind !== 'demo' && kind !== 'production') throw new ConfigurationError('DEPLOYMENT_KIND must be demo or production.');
  const ran = await migrate(url, kind satisfies DeploymentKind);
  process.stdout.write(ran.length ? `Migrated: ${ran.join(', ')}\n` : 'The schema is up to date.\n');
});
