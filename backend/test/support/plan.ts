import type { PlanView } from '../../src/plan/plan.dto.ts';
import type { Answer, Client, Json } from './sign-in.ts';

/** Writes a case's plan over HTTP, as its people do. */
export const asked = (version: number): { headers: Record<string, string> } => ({ headers: { 'if-match': `"${version}"` } });

export async function beginPlan(client: Client, caseId: string, type = 'REHAB_TEAM_PLAN'): Promise<string> {
  const { status, body } = await client.post(`cases/${caseId}/plan`, { type });
  if (status !== 201) throw new Error(`no plan: ${status} ${JSON.stringify(body)}`);
  return body.id;
}

type Kind = 'goals' | 'parts' | 'activities' | 'follow-ups';

/** Words of each kind, so that a test names only what it is about. */
const WORDS: Record<Kind, object> = {
  goals: { text: 'Arbeta halva dagar.', goalKind: 'MAIN' },
  parts: { kind: 'NEED', text: 'Vila mellan dagarna.' },
  activities: { text: 'Samtal hos kurator.', provider: 'INTERVENTION', dueOn: '2026-12-18' },
  'follow-ups': { heldOn: '2026-11-20', wanted: 'Halva dagar.', became: 'Tre dagar.', why: '', conclusion: '', now: '' },
};

export const attempt = (client: Client, planId: string, kind: Kind, words: object = {}): Promise<Answer> =>
  client.post(`plans/${planId}/${kind}`, { ...WORDS[kind], ...words });

/** A new item's id; a draft unless `words` say otherwise. */
export async function write(client: Client, planId: string, kind: Kind, words: object = {}): Promise<string> {
  const { status, body } = await attempt(client, planId, kind, words);
  if (status !== 201) throw new Error(`not written: ${status} ${JSON.stringify(body)}`);
  return body.id;
}

/** What stands of one kind in GET plan-items/:id; null when the reader does not read it. */
export async function read(client: Client, id: string): Promise<Json> {
  const { status, body } = await client.get(`plan-items/${id}`);
  return status === 200 ? (body.part ?? body.goal ?? body.activity ?? body.followUp) : null;
}

/** The working copy as the reader reads it. */
export async function planOf(client: Client, caseId: string): Promise<PlanView> {
  const { body } = await client.get<{ plan: PlanView | null }>(`cases/${caseId}/plan`);
  if (!body.plan) throw new Error('there is no plan');
  return body.plan;
}

/** Kinds of what the reader's history says of the plan, newest first. */
export async function planHistory(client: Client, caseId: string): Promise<string[]> {
  const { body } = await client.get<{ items: { kind: string }[] }>(`cases/${caseId}/timeline?kind=plan`);
  return body.items.map(({ kind }) => kind);
}
