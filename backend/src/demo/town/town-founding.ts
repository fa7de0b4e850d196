import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../access/actor.ts';
import { Assignments } from '../../organisation/assignment/assignment.service.ts';
import { Leaves } from '../../organisation/assignment/leave.service.ts';
import { Organisations } from '../../organisation/organisation.service.ts';
import { Staff } from '../../organisation/staff/staff.service.ts';
import { Units } from '../../organisation/unit/unit.service.ts';
import { Database, type Tx } from '../../platform/database/database.ts';
import { ORGANISATION_CARDS } from './organisation-cards.ts';
import { onceKey } from './once-key.ts';
import { accountOf, TownActors } from './town-actors.ts';
import { plusDays } from '@samspel/shared/calendar/working-days.ts';
import { type TownCalendar, workingDaysAgo } from './town-calendar.ts';
import { PLACES, type Place, type TownOrganisation, TOWN_ORGANISATIONS } from './town-organisations.ts';
import { NEXT_WEEKS_LEAVE, SUDDEN_LEAVE, TOWN_STAFF } from './town-staff.ts';

const ADMINISTRATOR = 'admin.drift';
/** Assignments begin this many days before the story does. */
const EARLIER = 365;

/** Ids of organisations and of units (`place.unit`). */
export interface TownPlaces {
  readonly organisation: Record<Place, string>;
  readonly unit: Record<string, string>;
}

/** Organisations, units, staff and leave, written by the town's administrator. */
@Injectable()
export class TownFounding {
  constructor(
    private readonly db: Database,
    private readonly actors: TownActors,
    private readonly organisations: Organisations,
    private readonly units: Units,
    private readonly staff: Staff,
    private readonly assignments: Assignments,
    private readonly leaves: Leaves,
  ) {}

  async found(calendar: TownCalendar): Promise<TownPlaces> {
    const validFrom = plusDays(calendar.firstVisit, -EARLIER);
    const federation = TOWN_ORGANISATIONS.federation;
    await this.db.transaction(null, (tx) => firstAdministrator(tx, federation, validFrom));
    const administrator = await this.actors.of(ADMINISTRATOR);
    const places: TownPlaces = {
      organisation: { federation: administrator.organisationId } as Record<Place, string>,
      unit: { [`federation.${federation.units[0]!.key}`]: administrator.unitId },
    };
    for (const place of PLACES) await this.openOrganisation(administrator, places, place);
    for (const hint of Object.keys(TOWN_STAFF)) await this.employ(administrator, places, hint, validFrom);
    for (const place of PLACES) {
      const contact = await this.actors.of(TOWN_ORGANISATIONS[place].contact);
      await this.organisations.nameContact(administrator, places.organisation[place], contact.id);
    }
    await this.planLeave(administrator, calendar);
    return places;
  }

  private async openOrganisation(administrator: StaffActor, places: TownPlaces, place: Place): Promise<void> {
    const { units, contact: _, ...organisation } = TOWN_ORGANISATIONS[place];
    places.organisation[place] ??= (await this.organisations.create(administrator, onceKey(), organisation)).id!;
    const organisationId = places.organisation[place];
    await this.organisations.editCard(administrator, organisationId, 1, ORGANISATION_CARDS[place]);
    for (const { key, ...unit } of units) {
      places.unit[`${place}.${key}`] ??= (await this.units.open(administrator, onceKey(), { organisationId, ...unit })).id!;
    }
  }

  private async employ(administrator: StaffActor, places: TownPlaces, hint: string, validFrom: string): Promise<void> {
    if (hint === ADMINISTRATOR) return;
    const { phone, works } = TOWN_STAFF[hint]!;
    const { givenName, familyName, employeeHsaId, orgAffiliation, title } = accountOf(hint);
    const email = emailOf(hint);
    const identity = { ...(employeeHsaId && { hsaId: employeeHsaId }), ...(orgAffiliation && { orgAffiliation }) };
    const { id } = await this.staff.add(administrator, onceKey(), { givenName, familyName, email, phone, ...identity });
    for (const { at, unit, ...work } of works) {
      const assignment = { ...work, functions: [...work.functions], title: work.title ?? title!, validFrom };
      await this.assignments.give(administrator, onceKey(), { staffMemberId: id!, unitId: places.unit[`${at}.${unit}`]!, ...assignment });
    }
  }

  private async planLeave(administrator: StaffActor, { monday, today }: TownCalendar): Promise<void> {
    const [away, deputy] = [await this.actors.of(NEXT_WEEKS_LEAVE.who), await this.actors.of(NEXT_WEEKS_LEAVE.deputy)];
    const days = { firstDay: plusDays(monday, 7), lastDay: plusDays(monday, 11) };
    await this.leaves.plan(administrator, onceKey(), away.id, { ...days, deputyAssignmentId: deputy.id });
    const { who, sinceWorkingDays, moreDays } = SUDDEN_LEAVE;
    const sudden = { firstDay: workingDaysAgo(today, sinceWorkingDays), lastDay: plusDays(today, moreDays) };
    for (const hint of who) await this.leaves.plan(administrator, onceKey(), (await this.actors.of(hint)).id, sudden);
  }
}

/** Somebody must be first: no service lets anybody in before there is an administrator to let them. */
async function firstAdministrator(
  tx: Tx,
  { principalName, principalKind, name, shortName, letters, units }: TownOrganisation,
  validFrom: string,
): Promise<void> {
  const office = units[0]!;
  const { givenName, familyName, orgAffiliation, title } = accountOf(ADMINISTRATOR);
  await tx.query(`insert into federation_area (name) values ('Sjöstad')`);
  await tx.query(
    `with p as (insert into principal (kind, name) values ($1, $2) returning id),
       o as (insert into organisation (principal_id, name, short_name, letters) select id, $3, $4, $5 from p returning id),
       u as (insert into unit (organisation_id, name, function_address, phone, takes_intake) select id, $6, $7, $8, false from o returning id, organisation_id),
       s as (insert into staff_member (given_name, family_name, email, phone, org_affiliation) values ($9, $10, $11, $12, $13) returning id)
     insert into assignment (staff_member_id, unit_id, organisation_id, title, role, valid_from) select s.id, u.id, u.organisation_id, $14, 'ADMINISTRATOR', $15 from s, u`,
    [principalKind, principalName, name, shortName, letters, office.name, office.functionAddress, office.phone]
      .concat([givenName, familyName, emailOf(ADMINISTRATOR), TOWN_STAFF[ADMINISTRATOR]!.phone])
      .concat([orgAffiliation, title, validFrom]),
  );
}

/** An address under `.example` (RFC 2606), so that nothing can ever be delivered. */
function emailOf(hint: string): string {
  const { at } = TOWN_STAFF[hint]!.works[0];
  const { givenName, familyName } = accountOf(hint);
  const domain = TOWN_ORGANISATIONS[at].units[0]!.functionAddress!.split('@')[1]!;
  return `${plain(givenName)}.${plain(familyName)}@${domain}`;
}

const plain = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[^a-z]/g, '');
