import { type RunningApp, startApp } from '../support/app.ts';
import { type Answer, type Client, signIn } from '../support/sign-in.ts';
import { makeCase, makeTown } from '../support/town.ts';

describe('hostile input (refusal 22)', () => {
  let running: RunningApp, karin: Client, caseId: string;
  beforeAll(async () => {
    running = await startApp();
    const town = await makeTown(running);
    ({ caseId } = await makeCase(running, town));
    karin = await signIn(running.url, 'karin.fk');
  });
  afterAll(() => running?.close());

  const note = (text: string): Promise<Answer> => karin.post(`cases/${caseId}/notes`, { text, kind: 'PERSONAL' });
  const contact = (name: string): Promise<Answer> => karin.post(`cases/${caseId}/contacts`, { kind: 'OTHER', name, worksAt: '', questionArea: '' });

  it.each([
    ['NUL', 'a\u0000b'],
    ['a control character', 'a\u0007b'],
    ['a bidirectional override', 'a\u202eb'],
    ['an isolate', 'a\u2066b'],
  ])('%s in a text is 422 and not echoed', async (_, text) => {
    const answer = await note(text);
    expect(answer.status).toBe(422);
    expect(JSON.stringify(answer.body)).not.toContain(text);
    expect(answer.body).toMatchObject({ errors: [{ pointer: '/text', code: 'plainText' }] });
  });

  it('a lone surrogate is refused', async () => {
    const answer = await karin.post(`cases/${caseId}/notes`, '{"text":"a\\ud800b","kind":"PERSONAL"}');
    expect(answer.status).toBe(422);
  });

  it('line breaks belong in notes and not in names', async () => {
    expect((await note('en\nrad till')).status).toBe(201);
    expect((await contact('Gunilla\r\nBcc: alla@samspel.example')).status).toBe(422);
  });

  it('markup is text like any other', async () => {
    const text = '<script>alert(1)</script> & "citat" {{7*7}}';
    expect((await note(text)).status).toBe(201);
    const { body } = await karin.get<{ items: { text: string }[] }>(`cases/${caseId}/notes`);
    expect(body.items.map((item) => item.text)).toContain(text);
  });

  it.each(['limit=1e9', 'limit=-1', 'limit=0', 'limit=101', 'limit=ten', 'cursor=x', 'cursor=W10', 'cursor=%00', 'unknown=1', 'limit=1&limit=2'])(
    '?%s is refused, not obeyed and not a failure',
    async (query) => {
      const answer = await karin.get(`cases/${caseId}/timeline?${query}`);
      expect([400, 422]).toContain(answer.status);
    },
  );

  it.each(['[]', 'null', '"text"', '{"text":', '{"text":{"a":1},"kind":"PERSONAL"}', '{"__proto__":{"x":1},"text":"a","kind":"PERSONAL"}'])(
    'the body %s is refused',
    async (body) => {
      const answer = await karin.post(`cases/${caseId}/notes`, body);
      expect([400, 422]).toContain(answer.status);
    },
  );

  it('too large is 413 and too deep is 400', async () => {
    expect((await note('x'.repeat(300_000))).status).toBe(413);
    expect((await karin.post(`cases/${caseId}/notes`, `${'{"a":'.repeat(40)}1${'}'.repeat(40)}`)).status).toBe(400);
  });

  it.each(['%00', '..%2f..%2fetc', "1'%20or%20'1'='1", '0', '01994e2a-7c11-7a30-9d7e-2f1b6a1d0c42x'])(
    'the id %s is answered like an unknown one',
    async (id) => {
      expect((await karin.get(`cases/${id}`)).status).toBe(404);
    },
  );
});
