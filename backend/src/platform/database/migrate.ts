import { join } from 'node:path';
import { DataSource } from 'typeorm';

export type DeploymentKind = 'demo' | 'production';

const folder = join(import.meta.dirname, '..', '..', '..', '..', 'migrations');

/** The top-level migrations, which Node runs as TypeScript, on a connection as the schema's owner. */
export async function migrations(ownerUrl: string): Promise<DataSource> {
  return new DataSource({ type: 'postgres', url: ownerUrl, migrations: [join(folder, '[0-9]*.ts')], migrationsTransactionMode: 'each' }).initialize();
}

/** Brings the schema up to date and writes, once, which kind of installation this database serves. Returns the names of what ran. */
export async function migrate(ownerUrl: string, kind: DeploymentKind): Promise<string[]> {
  const source = await migrations(ownerUrl);
  try {
    const ran = await source.runMigrations();
    await source.query('insert into deployment (kind) values ($1) on conflict do nothing', [kind]);
    await source.query('insert into demo_clock (kind) select kind from deployment on conflict do nothing');
    return ran.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}
