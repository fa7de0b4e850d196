import type { PlanItemKind } from '@samspel/shared/plan/plan.ts';
import type { VersionFacts } from '../publication/facts.sql.ts';
import type { FrozenAround, FrozenItem } from '../publication/frozen-item.ts';
import { planDocument, type Printed } from './plan-mapping.ts';

const organisation = { id: 'r', name: 'Region Sjölandet', shortName: 'Regionen', letters: 'R', kind: 'REGION' as const };
const lena = { name: 'Lena Forsman', givenName: 'Lena', title: 'Kurator', organisation, phone: '010' };
const facts: VersionFacts = {
  ...{ type: 'SIP', responsibleAuthority: 'Region Sjölandet', noOtherMeasures: true, owner: lena, coordinator: lena },
  ...{ followUp: { on: '2027-02-01', caller: null }, team: [lena], contacts: [] },
};
const item = (itemId: string, kind: PlanItemKind, content: object, frozen: FrozenAround = {}, parentId: string | null = null): FrozenItem => ({
  ...{ itemId, kind, parentId, organisation },
  content: { ...content },
  frozen,
});
const work: FrozenAround = {
  ...{ provider: 'INTERVENTION', state: 'PLANNED', owner: 'Lena Forsman', ownerOrganisation: 'Region Sjölandet', ownerKind: 'REGION' },
  dueOn: '2026-12-18',
};
const items: FrozenItem[] = [
  item(
    'main',
    'GOAL',
    { text: 'Arbeta', plain: 'Jobba', conflict: 'Tid' },
    { goalKind: 'MAIN', conflictOrganisations: ['FK'], attainment: { status: 'IMPROVING', on: '2026-11-04' } },
  ),
  item('sub', 'GOAL', { text: 'Orka' }, { goalKind: 'SUB' }, 'main'),
  item('lost', 'GOAL', { text: 'Lösa' }, { goalKind: 'SUB' }, 'gone'),
  item('walk', 'ACTIVITY', { text: 'Gå', plain: 'Du går' }, { ...work, provider: 'OWN_ACTION', state: 'COMPLETED' }, 'sub'),
  item('train', 'ACTIVITY', { text: 'Träna', extent: 'Två gånger' }, { ...work, afterId: 'walk', deputy: 'Johan' }, 'main'),
  item('map', 'ACTIVITY', { text: 'Kartlägga' }, { ...work, state: 'REQUESTED', requestedOf: 'Arbetsförmedlingen' }),
  item('hall', 'ACTIVITY', { text: 'Gym' }, { ...work, provider: 'OTHER_MEASURE', performer: 'Hallen', state: 'CANCELLED' }, 'gone'),
  item('other', 'DISSENT', { text: 'Inte så' }),
  item(
    'met',
    'FOLLOW_UP',
    { heldOn: '2026-11-02', wanted: 'a', became: 'b', why: 'c', conclusion: 'd', now: 'e' },
    {
      rows: [
        { id: 'train', done: false },
        { id: 'secret', done: true },
      ],
    },
  ),
];
const printed = (more: Partial<Printed> = {}): Printed => ({
  ...{ variant: 'staff', forPerson: false, reference: 'S-1', version: null, facts, items, printedAt: '2026-11-22T09:00:00.000Z' },
  person: { name: 'Eva Lind', givenName: 'Eva', age: 43, maskedNumber: '••••••••-2382' },
  ...more,
});

describe('the plan as it is printed', () => {
  it('numbers goals with their steps, and keeps what has lost its goal', () => {
    const document = planDocument(printed());
    expect(document.goals.map(({ number, kind, text }) => [number, kind, text])).toEqual([
      ['1', 'MAIN', 'Arbeta'],
      ['1.1', 'SUB', 'Orka'],
      ['2', 'MAIN', 'Lösa'],
    ]);
    expect(document.goals[0]!.attainment).toBe('På god väg (4 november 2026)');
    expect(document.activities.map(({ text }) => text)).toEqual(['Kartlägga', 'Gym']);
  });

  it('says who does what, in which order and how it stands', () => {
    const { goals, activities } = planDocument(printed());
    expect(goals[0]!.activities).toEqual([
      {
        ...{ text: 'Träna\nTvå gånger', plain: null, doneBy: 'Lena Forsman, Region Sjölandet', accountable: null, start: null },
        ...{ due: '18 december 2026', order: 'Efter: Gå', status: 'Planerat', deputy: 'Johan' },
      },
    ]);
    expect(goals[1]!.activities[0]).toMatchObject({ doneBy: 'Gör Eva själv', accountable: 'Lena Forsman, Region Sjölandet', status: 'Klart' });
    expect(activities[0]).toMatchObject({ doneBy: 'Arbetsförmedlingen har fått frågan', status: 'Väntar på svar från Arbetsförmedlingen' });
    expect(activities[1]).toMatchObject({ doneBy: 'Hallen', status: 'Avslutat utan att bli klart' });
  });

  it('answers the statute’s four items for a SIP alone', () => {
    const [needed, public_, others, responsible] = planDocument(printed()).fourItems;
    expect([needed!.words, public_!.words, others!.words, responsible!.words]).toEqual([
      ['Träna', 'Kartlägga'],
      ['Träna: Lena Forsman, Region Sjölandet', 'Kartlägga: Arbetsförmedlingen har fått frågan'],
      ['Inga åtgärder behövs av någon annan.'],
      ['Region Sjölandet'],
    ]);
    expect(planDocument(printed({ facts: { ...facts, type: 'REHAB_TEAM_PLAN' } })).fourItems).toEqual([]);
  });

  it('names in a follow-up only what the reader reads', () => {
    const [record] = planDocument(printed()).followUpRecords;
    expect(record).toMatchObject({ day: '2 november 2026', rows: [{ activity: 'Träna', planned: 'Till 18 december 2026', done: 'Inte klart' }] });
  });

  it.each([
    ['staff', true],
    ['simple', true],
    ['simple', false],
  ] as const)('keeps what organisations say to each other out of %s (for the person: %s)', (variant, forPerson) => {
    const { dissent, goalConflicts, followUpRecords } = planDocument(printed({ variant, forPerson }));
    expect([dissent, goalConflicts, followUpRecords]).toEqual([[], [], []]);
  });

  it('carries them in the team’s own', () => {
    const { dissent, goalConflicts } = planDocument(printed());
    expect(dissent).toEqual([{ organisation: 'Region Sjölandet', text: 'Inte så' }]);
    expect(goalConflicts).toEqual(['Tid (berör FK)']);
  });

  it('says du in simple Swedish, and no number', () => {
    const { goals, person } = planDocument(printed({ variant: 'simple' }));
    expect(goals[1]!.activities[0]).toMatchObject({ doneBy: 'Du gör det själv', plain: 'Du går', status: 'Det är klart.', order: null });
    expect(person.maskedNumber).toBeNull();
  });
});
