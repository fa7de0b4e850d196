import type { Database } from '../platform/database/database.ts';
import { OPEN_UNITS, UNITS } from './unit/unit.queries.ts';
import type { OrganisationCard, OrganisationSummary } from './organisation.dto.ts';
import { organisationRefJson, staffRefJson } from './refs.sql.ts';

const SUMMARIES = `
  select ${organisationRefJson('o', 'p')} as ref, p.name as principal, ${OPEN_UNITS} as units
  from organisation o join principal p on p.id = o.principal_id order by o.name, o.id`;

const CARD = `
  select ${organisationRefJson('o', 'p')} as ref, p.name as principal, o.mission, o.can_decide as "canDecide", o.cannot_decide as "cannotDecide",
         o.time_limits as "timeLimits", o.contact_ways as "contactWays", o.words, o.names_staff as "namesStaff", o.version, ${staffRefJson('o.contact_assignment_id')} as contact,
         ${UNITS} as units
  from organisation o join principal p on p.id = o.principal_id where o.id = $1`;

type Flattened<View> = Omit<View, 'id' | 'name' | 'shortName' | 'letters' | 'kind'> & {
  ref: Pick<OrganisationCard, 'id' | 'name' | 'shortName' | 'letters' | 'kind'>;
};

const unfold = <View extends OrganisationSummary | OrganisationCard>({ ref, ...rest }: Flattened<View>): View =>
  ({ ...ref, ...rest }) as unknown as View;

/** Organisations are no secret among staff: no actor, no case data. */
export async function organisationSummaries(db: Database): Promise<OrganisationSummary[]> {
  return (await db.lookUp<Flattened<OrganisationSummary>>('organisations', SUMMARIES, [])).map(unfold<OrganisationSummary>);
}

export async function organisationCard(db: Database, id: string): Promise<OrganisationCard | undefined> {
  const [row] = await db.lookUp<Flattened<OrganisationCard>>('organisation-card', CARD, [id]);
  return row && unfold<OrganisationCard>(row);
}
