import { type CaseView } from '@samspel/shared/api.ts';
import { activityBody, fieldsOf, mayComeAfter, others, teamOf } from './activity-choices.ts';
import { activity, AF, FK, KARIN, LENA, plan, staff } from './plans.testing.ts';

const AHMED = staff('ahmed', 'Ahmed Haddad', AF);
const team = { participants: [LENA, KARIN, AHMED].map((each) => ({ staff: each })) } as unknown as CaseView;

describe('the choices of an activity', () => {
  it('are the own organisation’s people, and the other organisations to ask', () => {
    expect(teamOf(team, FK.id)).toEqual([KARIN]);
    expect(others(team, FK.id).map(({ id }) => id)).toEqual(['region', 'af']);
  });

  it('never let two activities wait for each other', () => {
    const first = activity({ id: 'a1' });
    const second = activity({ id: 'a2', after: { id: 'a1', text: 'x' } });
    const third = activity({ id: 'a3', after: { id: 'a2', text: 'x' } });
    const over = activity({ id: 'a4', state: 'COMPLETED', completedAt: '2026-11-20T08:00:00Z' });
    const all = plan({ activities: [first, second, third, over] });
    expect(mayComeAfter(all, 'a1')).toEqual([]);
    expect(mayComeAfter(all, 'a2').map(({ id }) => id)).toEqual(['a1']);
    expect(mayComeAfter(all, undefined).map(({ id }) => id)).toEqual(['a1', 'a2', 'a3']);
  });
});

describe('what the server is told of an activity', () => {
  const start = { me: 'karin', goalId: 'g1' };

  it('is the writer as owner when nothing else is chosen, and nothing that belongs to another kind', () => {
    const fields = { ...fieldsOf(null, start), text: ' Kartlägga ', dueOn: '2026-12-04', performerContactId: 'gunilla', requestedStaffId: 'ahmed' };
    expect(activityBody(fields, null)).toMatchObject({
      ...{ text: 'Kartlägga', ownerId: 'karin', goalId: 'g1', provider: 'INTERVENTION', dueOn: '2026-12-04', plain: null },
      ...{ requestedOrganisationId: null, requestedStaffId: null, performerContactId: null },
    });
  });

  it('asks another organisation instead of naming one of its people as owner', () => {
    const body = activityBody({ ...fieldsOf(null, start), who: 'org:af', requestedStaffId: 'ahmed' }, null);
    expect(body).toMatchObject({ ownerId: null, requestedOrganisationId: 'af', requestedStaffId: 'ahmed' });
  });

  it('asks nobody when the person does it themself', () => {
    const body = activityBody({ ...fieldsOf(null, start), provider: 'OWN_ACTION', who: 'org:af' }, null);
    expect(body).toMatchObject({ provider: 'OWN_ACTION', requestedOrganisationId: null });
  });

  it('leaves everything as it stands when nothing was changed', () => {
    const item = activity({ requested: { organisation: AF, staff: AHMED, at: null }, state: 'REQUESTED', owner: KARIN, deputy: null });
    expect(activityBody(fieldsOf(item, start), item)).toMatchObject({
      ...{ text: item.text, ownerId: 'karin', requestedOrganisationId: 'af', requestedStaffId: 'ahmed', goalId: 'g1', dueOn: '2026-12-04' },
    });
  });
});
