/**
 * SQL text of the two references, so that one statement can build a whole view. Arguments are table aliases, written in code and
 * never taken from a request.
 */
export const organisationRefJson = (organisation: string, principal: string): string =>
  `json_build_object('id', ${organisation}.id, 'name', ${organisation}.name, 'shortName', ${organisation}.short_name,
     'letters', ${organisation}.letters, 'kind', ${principal}.kind)`;

/** A correlated subquery: the StaffRef of the assignment whose id the SQL expression `assignmentId` gives; null when that is null. */
export const staffRefJson = (assignmentId: string): string =>
  `(select json_build_object('assignmentId', ref_a.id, 'name', ref_s.given_name || ' ' || ref_s.family_name, 'givenName', ref_s.given_name,
      'title', ref_a.title, 'unit', ref_u.name, 'organisation', ${organisationRefJson('ref_o', 'ref_p')})
    from assignment ref_a join staff_member ref_s on ref_s.id = ref_a.staff_member_id join unit ref_u on ref_u.id = ref_a.unit_id
    join organisation ref_o on ref_o.id = ref_a.organisation_id join principal ref_p on ref_p.id = ref_o.principal_id
    where ref_a.id = ${assignmentId})`;

/** A correlated subquery: the OrganisationRef of the organisation whose id the SQL expression gives. */
export const organisationRefById = (organisationId: string): string =>
  `(select ${organisationRefJson('ref_o', 'ref_p')} from organisation ref_o join principal ref_p on ref_p.id = ref_o.principal_id
    where ref_o.id = ${organisationId})`;
