/** Of whoever acted for the person: their registration has the name, and outlives the right. */
const REPRESENTATIVE = `(select app.representative_name(r.id) from person_representative r
  where r.person_id = $1 and r.representative_person_id = e.representative_person_id order by r.registered_at desc limit 1)`;

/**
 * SQL text: who stands behind `e` (audit_event), as the person $1 may know it: null where the organisation does not name its staff (CJEU C-579/21).
 * Whoever acts for the person is always named: they are the person's own.
 */
export const LOOKER_NAME = `case when e.representative_person_id is not null then coalesce(${REPRESENTATIVE}, '–')
  when (select o.names_staff from organisation o where o.id = e.organisation_id)
    then (select who.given_name || ' ' || who.family_name from staff_member who where who.id = e.staff_member_id) end`;

/** SQL text: the title of the assignment they acted under; null when they acted for the person. */
export const LOOKER_ROLE = `case when e.actor_kind = 'STAFF' then (select held.title from assignment held where held.id = e.actor_id) end`;
