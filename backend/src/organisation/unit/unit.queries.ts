const OPEN_FIELDS = `'id', u.id, 'name', u.name, 'takesIntake', u.takes_intake, 'functionAddress', u.function_address, 'phone', u.phone`;

/** Correlated to an organisation with the alias `o`. */
export const OPEN_UNITS = `
  (select coalesce(json_agg(json_build_object(${OPEN_FIELDS}) order by u.name, u.id), '[]') from unit u
   where u.organisation_id = o.id and (u.closed_on is null or u.closed_on > app.domain_today()))`;

export const UNITS = `
  (select coalesce(json_agg(json_build_object(${OPEN_FIELDS}, 'parentUnitId', u.parent_unit_id, 'closedOn', u.closed_on, 'version', u.version)
     order by u.closed_on nulls first, u.name, u.id), '[]') from unit u where u.organisation_id = o.id)`;
