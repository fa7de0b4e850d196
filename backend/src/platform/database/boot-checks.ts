import type { DataSource } from 'typeorm';
import { ConfigurationError } from '../config/environment.ts';
import type { DeploymentKind } from './migrate.ts';

interface RoleFacts {
  user: string;
  superuser: boolean;
  bypass: boolean;
  owns: string[];
}

/** Refuses to serve as a role that row security does not bind (docs/security.md, lock 2). */
export async function assertBoundRole(source: DataSource): Promise<void> {
  const [facts] = await source.query<RoleFacts[]>(`
    select current_user as user, rolsuper as superuser, rolbypassrls as bypass,
           array(select c.relname::text from pg_class c where c.relrowsecurity and c.relkind in ('r', 'p') and pg_has_role(current_user, c.relowner, 'member')) as owns
    from pg_roles where rolname = current_user`);
  if (!facts) throw new ConfigurationError('The database does not know the connecting role.');
  if (facts.superuser) throw new ConfigurationError(`The app must not connect as a superuser (${facts.user}).`);
  if (facts.bypass) throw new ConfigurationError(`The app must not connect as a role with BYPASSRLS (${facts.user}).`);
  if (facts.owns.length) throw new ConfigurationError(`The app must not connect as the owner of tables with case data (${facts.user}).`);
}

/** A demo process refuses a production database and the other way round. */
export async function assertDeployment(source: DataSource, expected: DeploymentKind): Promise<void> {
  const [row] = await source.query<{ kind: DeploymentKind }[]>('select kind from deployment');
  if (!row) throw new ConfigurationError('The database is not migrated: it has no deployment row.');
  if (row.kind !== expected) throw new ConfigurationError(`This is a ${expected} process, but the database belongs to a ${row.kind} installation.`);
}
