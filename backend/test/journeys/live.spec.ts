import { setTimeout as pause } from 'node:timers/promises';
import { type RunningApp, startApp } from '../support/app.ts';
import { type Client, signIn } from '../support/sign-in.ts';
import { makeCase, makeTown, type TownCase } from '../support/town.ts';

/** Security.md, refusal 7. */
const CLOSED_WITHIN_MS = 20_000;

/** One open event stream, as a browser holds it. */
class Stream {
  readonly events: { type: string; ref: string }[] = [];
  readonly ended: Promise<void>;
  open = true;
  private readonly cut = new AbortController();

  private constructor(body: ReadableStream<Uint8Array>, cut: AbortController) {
    this.cut = cut;
    this.ended = this.read(body).finally(() => (this.open = false));
  }

  static async of(client: Client, path = '/api/v1/live'): Promise<Stream> {
    const cut = new AbortController();
    const response = await fetch(new URL(path, client.url), {
      signal: cut.signal,
      headers: { cookie: [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    if (!response.ok) throw new Error(`the stream was answered ${response.status}`);
    return new Stream(response.body!, cut);
  }

  /** Resolves with the first event that fits, or fails after `within` milliseconds. */
  async heard(fits: (event: { type: string; ref: string }) => boolean, within = 5_000): Promise<{ type: string; ref: string }> {
    const deadline = Date.now() + within;
    for (;;) {
      const found = this.events.find(fits);
      if (found) return found;
      if (Date.now() > deadline) throw new Error(`heard only ${JSON.stringify(this.events)}`);
      await pause(10);
    }
  }

  close(): void {
    this.cut.abort();
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    try {
      for await (const chunk of body) {
        for (const line of decoder
          .decode(chunk)
          .split('\n')
          .filter((each) => each.startsWith('data: '))) {
          this.events.push(JSON.parse(line.slice(6)) as { type: string; ref: string });
        }
      }
    } catch {
      // Closed from this side, or by the server: the stream is over either way.
    }
  }
}

describe('live updates', () => {
  let running: RunningApp, eva: TownCase;
  const open: Stream[] = [];
  const listen = async (client: Client, path?: string): Promise<Stream> => {
    const stream = await Stream.of(client, path);
    open.push(stream);
    return stream;
  };
  const outcome = (stream: Stream): Promise<string> =>
    Promise.race([stream.ended.then(() => 'ended'), pause(CLOSED_WITHIN_MS, 'still open', { ref: false })]);

  beforeAll(async () => {
    running = await startApp();
    const town = await makeTown(running);
    eva = await makeCase(running, town, { person: 'eva', team: ['karin.fk', 'lena.region', 'ahmed.af'] });
  });
  afterAll(async () => {
    for (const stream of open) stream.close();
    await running?.close();
  });

  it('tell the team and the person that something changed, without a word of it, and nobody else', async () => {
    const [lena, outsider] = [await listen(await signIn(running.url, 'lena.region')), await listen(await signIn(running.url, 'sofia.kommun'))];
    const person = await listen(await signIn(running.url, 'eva', 'citizen'), '/api/v1/live?audience=citizen');
    const karin = await signIn(running.url, 'karin.fk');
    await karin.put(`cases/${eva.caseId}/next-step`, { text: 'Hemligt nästa steg' }, { headers: { 'if-match': '"1"' } });
    const event = await lena.heard(({ type, ref }) => type === 'case' && ref === eva.caseId);
    expect(Object.keys(event).sort()).toEqual(['ref', 'type']);
    await person.heard(({ ref }) => ref === eva.caseId);
    expect(outsider.events).toEqual([]);
    expect(JSON.stringify([lena.events, person.events])).not.toMatch(/Hemligt|Eva/);
  });

  it('end for a killed session, within 20 s (refusal 7)', async () => {
    const karin = await signIn(running.url, 'karin.fk');
    const stream = await listen(karin);
    const elsewhere = await signIn(running.url, 'karin.fk');
    const { body } = await elsewhere.get<{ items: { id: string; current: boolean }[] }>('sessions');
    for (const { id, current } of body.items) if (!current) await elsewhere.delete(`sessions/${id}`);
    expect(await outcome(stream)).toBe('ended');
    expect((await karin.get('cases')).status).toBe(401);
  }, 30_000);

  it('end for a representative whose right has ended, who hears no more of the person', async () => {
    const karin = await signIn(running.url, 'karin.fk');
    const proxy = { personalNumber: '197706212391', givenName: 'Bengt', familyName: 'Lind', kind: 'OMBUD', basis: 'x', validFrom: '2026-01-01', validTo: '2030-01-01' };
    const { body } = await karin.post<{ id: string }>(`cases/${eva.caseId}/representatives`, proxy);
    const bengt = await signIn(running.url, 'bengt', 'citizen');
    expect((await bengt.put('me/represented', { personId: eva.personId })).status).toBe(200);
    const stream = await listen(bengt, '/api/v1/live?audience=citizen');
    await karin.put(`cases/${eva.caseId}/person`, { language: 'fi' });
    await stream.heard(({ ref }) => ref === eva.caseId);
    expect((await karin.put(`representatives/${body.id}/ending`, {}, { headers: { 'if-match': '"1"' } })).status).toBe(204);
    expect(await outcome(stream)).toBe('ended');
    expect((await bengt.get('me/plan')).body.case).toBeNull();
  }, 30_000); // prettier-ignore

  it('end for whom a withdrawal closes the case to; the next read is 404 and nothing more is heard', async () => {
    const ahmed = await signIn(running.url, 'ahmed.af');
    const stream = await listen(ahmed);
    expect((await ahmed.get(`cases/${eva.caseId}`)).status).toBe(200);
    const karin = await signIn(running.url, 'karin.fk');
    for (const place of ['fk', 'region'] as const) expect((await karin.put(`consents/${eva.consents[place]}/withdrawal`)).status).toBe(204);
    expect(await outcome(stream)).toBe('ended');
    expect((await ahmed.get(`cases/${eva.caseId}`)).status).toBe(404);
    const again = await listen(ahmed);
    const witness = await listen(karin);
    expect((await karin.put(`cases/${eva.caseId}/person`, { language: 'en' })).status).toBe(204);
    // When the witness has heard, the loser would have: both streams are served by the same event.
    await witness.heard(({ ref }) => ref === eva.caseId);
    expect(again.events.filter(({ ref }) => ref === eva.caseId)).toEqual([]);
  }, 30_000);

  it('need a session', async () => {
    expect((await fetch(new URL('/api/v1/live', running.url))).status).toBe(401);
  });
});
