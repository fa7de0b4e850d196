import type { FrozenCopyView, FrozenDisclosureView } from './frozen-copy.dto.ts';

/** What `app.close_case_to` froze: the disclosures as they were sent. */
export type FrozenItem = Omit<FrozenDisclosureView, 'content'> & { readonly content: Record<string, unknown> };
export type FrozenCopyRow = Omit<FrozenCopyView, 'items'> & { readonly items: FrozenItem[] | null };

export const frozenCopyView = (row: FrozenCopyRow): FrozenCopyView => ({
  ...row,
  items: row.items?.map((item) => ({ ...item, disclosedAt: new Date(item.disclosedAt).toISOString(), content: flat(item.content) })) ?? null,
});

/** Field by field under dotted names; ids mean nothing outside Samspel and are left out. */
function flat(content: Record<string, unknown>, prefix = ''): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of Object.entries(content)) {
    if (value === null || name.endsWith('Id')) continue;
    if (typeof value === 'object') Object.assign(fields, flat(value as Record<string, unknown>, `${prefix}${name}.`));
    else fields[`${prefix}${name}`] = typeof value === 'string' ? value : JSON.stringify(value);
  }
  return fields;
}
