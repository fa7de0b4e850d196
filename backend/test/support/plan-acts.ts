import type { ActivityView } from '../../src/plan/activity/activity-view.dto.ts';
import type { PlanItemView } from '../../src/plan/plan.dto.ts';
import type { Answer, Client } from './sign-in.ts';

/** Begins a plan in the case; answers its id. */
export async function beginPlan(client: Client, caseId: string, type = 'REHAB_TEAM_PLAN'): Promise<string> {
  const { status, body } = await client.post<{ id: string }>(`cases/${caseId}/plan`, { type });
  expect(status).toBe(201);
  return body.id;
}

/** Writes an activity, shared at once unless told otherwise; answers its id. */
export async function writeActivity(client: Client, planId: string, wish: Record<string, unknown> = {}): Promise<string> {
  const body = { text: 'Samtal hos kurator.', provider: 'INTERVENTION', dueOn: '2026-12-04', share: true, ...wish };
  const answer = await client.post<{ id: string }>(`plans/${planId}/activities`, body);
  expect([answer.status, answer.body]).toEqual([201, { id: expect.any(String) }]);
  return answer.body.id;
}

export async function activityOf(client: Client, id: string): Promise<ActivityView> {
  const { status, body } = await client.get<PlanItemView>(`plan-items/${id}`);
  expect(status).toBe(200);
  return body.activity!;
}

/** One act on the version the client would have read just now, or on one given. */
export async function actOn(client: Client, id: string, name: string, body: object = {}, version?: number): Promise<Answer<ActivityView>> {
  const at = version ?? (await activityOf(client, id)).version;
  return client.put<ActivityView>(`activities/${id}/${name}`, body, { headers: { 'if-match': `"${at}"` } });
}
