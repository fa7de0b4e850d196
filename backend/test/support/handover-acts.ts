import type { HandoverScope } from '@samspel/shared/handover/handover.ts';
import type { HandoverView } from '../../src/handover/handover.dto.ts';
import type { Answer, Client } from './sign-in.ts';

export const WORDS = { asked: 'Ta över som ansvarig för nästa steg.', reason: 'Eva är redo att börja söka arbete.' };
export const ANSWERS = { understood: true, possible: true, how: 'Jag ringer Eva på fredag.', mandate: 'MAY_DECIDE' } as const;

export interface Offer {
  toUnitId: string;
  answerBy: string;
  scope?: HandoverScope;
  activityId?: string;
  nomineeId?: string;
  direction?: 'NEW' | 'FORWARD' | 'BACK';
}

/** Puts an act on a handover at the version the client reads first, or at `version`. */
export async function act(client: Client, id: string, name: string, body: unknown = {}, version?: number): Promise<Answer> {
  const current = version ?? (await client.get<HandoverView>(`handovers/${id}`)).body.version ?? 1;
  return client.put(`handovers/${id}/${name}`, body, { headers: { 'if-match': `"${current}"` } });
}

export const read = async (client: Client, id: string): Promise<HandoverView> => (await client.get<HandoverView>(`handovers/${id}`)).body;

/** Drafts; throws unless that went well. */
export async function draft(client: Client, caseId: string, { scope = 'CASE_OWNERSHIP', ...offer }: Offer): Promise<string> {
  const { status, body } = await client.post(`cases/${caseId}/handovers`, { scope, ...WORDS, ...offer });
  if (status !== 201) throw new Error(`draft: ${status} ${JSON.stringify(body)}`);
  return body.id;
}

/** Drafts and sends; throws unless both went well. */
export async function offer(client: Client, caseId: string, wish: Offer): Promise<string> {
  const id = await draft(client, caseId, wish);
  await done(act(client, id, 'offer', {}, 1));
  return id;
}

/** Throws unless it went well. */
export async function done(answer: Promise<Answer>): Promise<Answer> {
  const { status, body, headers } = await answer;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return { status, body, headers };
}
