/**
 * SQL text: a scalar subquery, the id of the template that counts for the link between two units (SQL expressions written in code). The
 * narrowest that fits: named units before kinds of principal, the general one last. Never null: the general row fits every link.
 */
export const linkTemplateId = (fromUnitId: string, toUnitId: string): string => `(
  select link_t.id from link_template link_t
  join unit link_f on link_f.id = ${fromUnitId} join organisation link_fo on link_fo.id = link_f.organisation_id join principal link_fp on link_fp.id = link_fo.principal_id
  join unit link_r on link_r.id = ${toUnitId} join organisation link_ro on link_ro.id = link_r.organisation_id join principal link_rp on link_rp.id = link_ro.principal_id
  where coalesce(link_t.from_unit_id, link_f.id) = link_f.id and coalesce(link_t.to_unit_id, link_r.id) = link_r.id
    and coalesce(link_t.from_kind, link_fp.kind) = link_fp.kind and coalesce(link_t.to_kind, link_rp.kind) = link_rp.kind
  order by num_nonnulls(link_t.from_unit_id, link_t.to_unit_id) desc, num_nonnulls(link_t.from_kind, link_t.to_kind) desc, link_t.id
  limit 1)`;

/** SQL text: the limits of the template `t`, in Swedish working days, as `Limits`. */
export const limitsJson = (t: string): string =>
  `json_build_object('receiptDays', ${t}.receipt_days, 'ownerDays', ${t}.owner_days, 'firstContactDays', ${t}.first_contact_days, 'loopDays', ${t}.loop_days)`;
