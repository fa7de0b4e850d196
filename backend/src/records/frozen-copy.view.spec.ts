import { frozenCopyView } from './frozen-copy.view.ts';

const row = {
  id: '1',
  reference: 'S-0001',
  unit: 'Familjestödet',
  createdAt: '2026-11-23T09:00:00Z',
  purgeAfter: '2026-12-23T09:00:00Z',
  purgedAt: null,
  disclosures: 1,
};

describe('a frozen copy', () => {
  it('lists what was given field by field, without ids', () => {
    const content = { text: 'Två timmar om dagen.', authorAssignmentId: 'a1', sender: { name: 'Karin Berg', phone: null } };
    const view = frozenCopyView({
      ...row,
      items: [{ disclosedAt: '2026-11-20T10:00:00+01:00', from: 'Försäkringskassan', kind: 'NOTE', category: 'WORK', content }],
    });
    expect(view.items).toEqual([
      {
        disclosedAt: '2026-11-20T09:00:00.000Z',
        from: 'Försäkringskassan',
        kind: 'NOTE',
        category: 'WORK',
        content: { text: 'Två timmar om dagen.', 'sender.name': 'Karin Berg' },
      },
    ]);
  });

  it('is a bare receipt once emptied', () => {
    expect(frozenCopyView({ ...row, items: null }).items).toBeNull();
  });
});
