import type { MyDayView } from '../../src/my-day/my-day.dto.ts';
import type { QuestionList, QuestionView } from '../../src/question/question.dto.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { type Client, signInAll } from '../support/sign-in.ts';
import { makeCase, makeTown, type Town, type TownCase } from '../support/town.ts';

const MONDAY = new Date('2026-11-23T08:40:00Z');
const NO_CASES = 'truncate coordination_case cascade; delete from notice; delete from person_identifier; delete from person';
const SECRET = 'Har läkarutlåtandet kommit?';

describe('a question between two of the team', () => {
  let running: RunningApp, town: Town, eva: TownCase;
  let karin: Client, david: Client, lena: Client, ahmed: Client, sara: Client, maria: Client;

  beforeAll(async () => {
    running = await startApp();
    town = await makeTown(running);
    const hints = ['karin.fk', 'david.fk', 'lena.region', 'ahmed.af', 'sara.af', 'maria.chef.fk'] as const;
    [karin, david, lena, ahmed, sara, maria] = await signInAll(running.url, hints);
  }, 60_000);
  afterAll(() => running?.close());
  beforeEach(async () => {
    await behindTheLocks(running.database, NO_CASES);
    await running.clock.moveTo(MONDAY);
    eva = await makeCase(running, town, { team: ['karin.fk', 'david.fk', 'lena.region', 'ahmed.af'] });
  });

  const rows = <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> => behindTheLocks(running.database, sql, values);
  const id = (hint: string): string => town.staff[hint]!.assignmentId;
  const ask = (client: Client, to: string, text = SECRET) =>
    client.post<{ id: string }>(`cases/${eva.caseId}/questions`, { receiverId: id(to), text });
  const list = async (client: Client): Promise<QuestionView[]> => (await client.get<QuestionList>(`cases/${eva.caseId}/questions`)).body.items;
  const day = async (client: Client): Promise<MyDayView> => (await client.get<MyDayView>('my-day')).body;
  const disclosed = () =>
    rows(`select d.from_organisation_id as from, r.organisation_id as to, d.information_category as category, d.content from disclosure d
          join disclosure_recipient r on r.disclosure_id = d.id where d.subject_kind = 'QUESTION' order by d.subject_version`);

  it('is asked, seen and answered, each way a disclosure under the organisation’s own consent', async () => {
    const asked = await ask(karin, 'lena.region');
    expect(asked.status).toBe(201);
    const questionId = asked.body.id;
    expect((await day(lena)).questions).toMatchObject([
      { id: questionId, text: SECRET, from: { givenName: 'Karin' }, case: { id: eva.caseId }, seenAt: null },
    ]);
    expect((await day(lena)).notices.map(({ kind }) => kind)).toEqual(['question.asked']);
    expect((await day(lena)).lead.count).toBe(1);
    expect(await list(lena)).toMatchObject([{ id: questionId, mine: false, actions: ['question.see', 'question.answer'] }]);
    expect((await lena.get(`cases/${eva.caseId}`)).body.todo.mine).toContainEqual(expect.objectContaining({ kind: 'QUESTION', text: SECRET }));

    expect((await lena.put(`questions/${questionId}/receipt`)).status).toBe(204);
    expect((await lena.put(`questions/${questionId}/receipt`)).status).toBe(204);
    expect(await list(karin)).toMatchObject([{ mine: true, seenAt: expect.any(String), answer: null, actions: [] }]);

    expect((await lena.put(`questions/${questionId}/answer`, { text: 'Ja, i går.' })).status).toBe(204);
    expect(await list(karin)).toMatchObject([{ answer: 'Ja, i går.', answeredAt: expect.any(String) }]);
    expect((await day(karin)).notices.map(({ kind }) => kind)).toEqual(['question.answered']);
    expect((await day(lena)).questions).toEqual([]);
    expect((await lena.put(`questions/${questionId}/answer`, { text: 'Nej.' })).body).toMatchObject({
      status: 409,
      type: 'urn:samspel:question.answered',
    });
    const [fk, region] = [town.organisation.fk, town.organisation.region];
    expect(await disclosed()).toEqual([
      { from: fk, to: region, category: 'SITUATION', content: { question: SECRET } },
      { from: region, to: fk, category: 'SITUATION', content: { answer: 'Ja, i går.' } },
    ]);
    expect(await rows(`select action from audit_event where subject_id = $1 order by id`, [questionId])).toEqual(
      ['question.asked', 'question.seen', 'question.answered'].map((action) => ({ action })),
    );
  });

  it('stays inside the organisation, without a disclosure, between colleagues', async () => {
    expect((await ask(karin, 'david.fk')).status).toBe(201);
    expect(await list(david)).toMatchObject([{ text: SECRET }]);
    expect(await disclosed()).toEqual([]);
  });

  it('is read by the two alone', async () => {
    const { id: questionId } = (await ask(karin, 'lena.region')).body;
    for (const client of [david, ahmed]) {
      expect(await list(client)).toEqual([]);
      expect((await client.put(`questions/${questionId}/answer`, { text: 'x' })).status).toBe(404);
      expect(JSON.stringify((await client.get(`cases/${eva.caseId}`)).body)).not.toContain(SECRET);
    }
    for (const client of [sara, maria]) {
      expect((await client.get(`cases/${eva.caseId}/questions`)).status).toBe(404);
      expect((await client.put(`questions/${questionId}/receipt`)).status).toBe(404);
    }
    expect((await karin.put(`questions/${questionId}/answer`, { text: 'x' })).body).toMatchObject({ status: 403, because: 'not_asked' });
    expect((await karin.put(`questions/${questionId}/receipt`)).body).toMatchObject({ status: 403, because: 'not_asked' });
  });

  it('is not sent where no consent covers it, to somebody outside, to oneself, or empty', async () => {
    await rows(`update consent set information_categories = '{WORK}' where id = $1`, [eva.consents.fk]);
    expect((await ask(karin, 'lena.region')).body).toMatchObject({
      status: 409,
      type: 'urn:samspel:consent.missing',
      organisations: [town.organisation.region],
    });
    expect((await ask(karin, 'sara.af')).body).toMatchObject({ status: 409, type: 'urn:samspel:recipient.not_in_team' });
    expect((await ask(karin, 'karin.fk')).status).toBe(422);
    expect((await ask(karin, 'lena.region', ' ')).status).toBe(422);
    expect((await karin.post(`cases/${eva.caseId}/questions`, { receiverId: id('lena.region'), text: 'x', seenAt: null })).status).toBe(400);
    expect(await rows('select 1 from team_question')).toEqual([]);
    expect((await day(lena)).notices).toEqual([]);
  });

  it('is not answered when the answering organisation’s consent has been taken back, nor to somebody who has left', async () => {
    const { id: questionId } = (await ask(karin, 'lena.region')).body;
    await rows(`update consent set information_categories = '{WORK}' where id = $1`, [eva.consents.region]);
    expect((await lena.put(`questions/${questionId}/answer`, { text: 'x' })).body).toMatchObject({
      status: 409,
      type: 'urn:samspel:consent.missing',
    });
    const { id: second } = (await ask(david, 'lena.region')).body;
    await rows(`update participation set until_at = from_at + interval '1 second', end_reason = 'LEFT' where assignment_id = $1`, [id('david.fk')]);
    expect((await lena.put(`questions/${second}/answer`, { text: 'x' })).body).toMatchObject({
      status: 409,
      type: 'urn:samspel:recipient.not_in_team',
    });
    expect(await list(lena)).toHaveLength(2);
    expect((await david.get(`cases/${eva.caseId}/questions`)).status).toBe(404);
  });

  it('is the frozen copy’s once the case has been closed to an organisation, also when that comes back', async () => {
    const { id: asked } = (await ask(karin, 'ahmed.af')).body;
    const { id: inside } = (await ask(karin, 'david.fk')).body;
    expect(await list(ahmed)).toHaveLength(1);
    await rows(`update disclosure_recipient set ended_at = now() where organisation_id = $1`, [town.organisation.af]);
    expect(await list(ahmed)).toEqual([]);
    expect((await day(ahmed)).questions).toEqual([]);
    expect((await ahmed.put(`questions/${asked}/answer`, { text: 'x' })).status).toBe(404);
    expect((await list(karin)).map((each) => each.id).toSorted()).toEqual([asked, inside].toSorted());
    expect((await list(david)).map((each) => each.id)).toEqual([inside]);
  });

  it('is asked once under one key', async () => {
    const headers = { 'idempotency-key': '5b0c0f0e-6a4f-4f86-9c56-0d0c51a2f0aa' };
    const twice = [1, 2].map(() =>
      karin.post<{ id: string }>(`cases/${eva.caseId}/questions`, { receiverId: id('lena.region'), text: SECRET }, { headers }),
    );
    const answers = await Promise.all(twice);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(await list(lena)).toHaveLength(1);
  });
});
