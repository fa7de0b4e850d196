import type { PersonMessageView } from '../../src/citizen/voice/person-message.dto.ts';
import type { MyMessageView } from '../../src/citizen/voice/my-voice.dto.ts';
import { type RunningApp, startApp } from './app.ts';
import { behindTheLocks } from './database.ts';
import { makePublishedPlan, type PublishedPlan } from './published-plan.ts';
import { type Client, signIn } from './sign-in.ts';
import { makeCase, makeTown, type Town, type TownCase } from './town.ts';

export const VOICE_TEAM = ['karin.fk', 'ahmed.af', 'lena.region', 'sofia.kommun'];

/** Eva with her team and a published plan, and what she and the team then say and see. */
export class VoiceScene {
  private readonly clients: Record<string, Client> = {};

  private constructor(
    readonly running: RunningApp,
    readonly town: Town,
    readonly eva: TownCase,
    readonly olle: TownCase,
    readonly plan: PublishedPlan,
  ) {}

  static async start(): Promise<VoiceScene> {
    const running = await startApp();
    const town = await makeTown(running);
    const eva = await makeCase(running, town, { coordinator: 'lena.region' });
    const olle = await makeCase(running, town, { person: 'olle', owner: 'sofia.kommun', team: ['sofia.kommun', 'ahmed.af'] });
    const scene = new VoiceScene(running, town, eva, olle, await makePublishedPlan(running, town, eva.caseId));
    for (const hint of [...VOICE_TEAM, 'david.fk', 'maria.chef.fk']) scene.clients[hint] = await signIn(running.url, hint);
    for (const hint of ['eva', 'olle', 'bengt']) scene.clients[hint] = await signIn(running.url, hint, 'citizen');
    return scene;
  }

  as(hint: string): Client {
    return this.clients[hint]!;
  }

  rows<Row extends Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return behindTheLocks<Row>(this.running.database, sql, values);
  }

  nameOf(assignmentId: unknown): string {
    return Object.entries(this.town.staff).find(([, each]) => each.assignmentId === assignmentId)?.[0] ?? '?';
  }

  /** The message as a member of the team reads it. */
  async seenBy(hint: string, id: string): Promise<PersonMessageView | undefined> {
    const { body } = await this.as(hint).get<{ items: PersonMessageView[] }>(`cases/${this.eva.caseId}/person-messages`);
    return body.items.find((each) => each.id === id);
  }

  /** The message as Eva reads it. */
  async mine(id: string): Promise<MyMessageView | undefined> {
    return (await this.as('eva').get<{ items: MyMessageView[] }>('me/messages')).body.items.find((each) => each.id === id);
  }

  /** What Eva says, which is new; answers its id. */
  async sent(path: string, body: object): Promise<string> {
    const answer = await this.as('eva').post<{ id: string }>(path, body);
    expect([path, answer.status]).toEqual([path, 201]);
    return answer.body.id;
  }

  async noticesOf(kind: string): Promise<string[]> {
    const told = await this.rows<{ id: string }>('select recipient_assignment_id as id from notice where kind = $1 and case_id = $2', [
      kind,
      this.eva.caseId,
    ]);
    return told.map(({ id }) => this.nameOf(id)).toSorted();
  }

  /** Nothing waits for an answer any more. */
  async quieten(): Promise<void> {
    await this.rows(
      `update person_message set state = 'WITHDRAWN', withdrawn_at = now(), next_timer = null, next_timer_at = null where state = 'OPEN'`,
    );
  }
}

export const ifMatch = (version: number): { headers: Record<string, string> } => ({ headers: { 'if-match': `"${version}"` } });
