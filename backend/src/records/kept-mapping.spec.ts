import { keptDocument } from './kept-mapping.ts';

const copy = {
  ...{ id: '1', reference: 'S-0001', unit: 'Familjestödet', createdAt: '2026-11-22T23:30:00.000Z', purgeAfter: '2026-12-23T09:00:00.000Z' },
  ...{ purgedAt: null, disclosures: 1, items: null },
};

it('says in Swedish what a copy holds, and leaves nothing out for want of a word', () => {
  const content = { kind: 'GOAL', text: 'Arbeta', targetOn: '2027-03-31', 'somebody.new': 'x' };
  const item = { disclosedAt: '2026-11-20T09:00:00.000Z', from: 'Försäkringskassan', kind: 'PLAN_ITEM', category: 'PLAN', content } as const;
  expect(keptDocument(copy, [item], 'Socialtjänsten', '2026-11-24T09:00:00.000Z')).toEqual({
    reference: 'S-0001',
    unit: 'Familjestödet',
    organisation: 'Socialtjänsten',
    printedAt: '2026-11-24T09:00:00.000Z',
    createdAt: '23 november 2026',
    purgeAfter: '23 december 2026',
    items: [
      {
        at: '20 november 2026',
        from: 'Försäkringskassan',
        kindWords: 'Ur planen',
        categoryWords: 'Plan',
        fields: [
          { name: 'Slag', value: 'Mål' },
          { name: 'Text', value: 'Arbeta' },
          { name: 'Ska nås till', value: '31 mars 2027' },
          { name: 'somebody.new', value: 'x' },
        ],
      },
    ],
  });
});
