import { type RunningApp, startApp } from '../support/app.ts';
import { type Answer, type Client, signIn } from '../support/sign-in.ts';
import { makeCase, makeTown, type Town } from '../support/town.ts';

describe('hostile input (refusal 22)', () => {
  let running: RunningApp, town: Town, karin: Client, caseId: string;
  beforeAll(async () => {
    running = await startApp();
    town = await makeTown(running);
    ({ caseId } = await makeCase(running, town));
    karin = await signIn(running.url, 'karin.fk');
  });
  afterAll(() => running?.close());

  const cursor = (...values: string[]): string =>
    Buffer.from(JSON.stringify([...values, '01994e2a-7c11-7a30-9d7e-2f1b6a1d0c42'])).toString('base64url');
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

  it.each([
    ['timeline', '2026-02-30T10:00:00Z'],
    ['timeline', '2026-13-45T25:61:61Z'],
    ['notes', '0000-01-01T00:00:00Z'],
    ['access-log', '2026-01-01T00:00:00+99'],
  ])('a cursor of %s that names no moment (%s) is refused', async (list, at) => {
    expect((await karin.get(`cases/${caseId}/${list}?cursor=${cursor(at)}`)).status).toBe(400);
  });

  it('a cursor that names no day, or no name, is refused', async () => {
    for (const day of ['2026-02-30', '2026-13-45', '0000-01-01']) expect((await karin.get(`cases?cursor=${cursor(day)}`)).status).toBe(400);
    const admin = await signIn(running.url, 'admin.drift');
    for (const name of ['a\u0000', 'a\ud800']) expect((await admin.get(`staff?cursor=${cursor(name, 'Berg')}`)).status).toBe(400);
  });

  it('year 0, which the calendar of the database does not have, is no day', async () => {
    expect((await karin.get(`cases/${caseId}/journal-text?day=0000-01-01`)).status).toBe(422);
    expect((await karin.put(`cases/${caseId}/journal-marks/0000-01-01`)).status).toBe(404);
    const told = { text: 'Förr', occurredOn: '0000-01-01', recipients: [], category: 'WORK' };
    expect((await karin.post(`cases/${caseId}/timeline`, told)).status).toBe(422);
  });

  it('an id in capitals is the same id', async () => {
    const to = (...recipients: string[]) => ({ text: 'Sagt', occurredOn: running.clock.today(), recipients, category: 'WORK' });
    const own = await karin.post(`cases/${caseId}/timeline`, to(town.organisation.fk.toUpperCase()));
    expect(own).toMatchObject({ status: 422, body: { errors: [{ code: 'ownOrganisation' }] } });
    const twice = await karin.post(`cases/${caseId}/timeline`, to(town.organisation.af, town.organisation.af.toUpperCase()));
    expect(twice).toMatchObject({ status: 422, body: { errors: [{ code: 'twice' }] } });
  });

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
