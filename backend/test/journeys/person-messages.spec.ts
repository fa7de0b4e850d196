import { randomUUID } from 'node:crypto';
import type { Answer } from '../support/sign-in.ts';
import { ifMatch, VoiceScene } from '../support/voice-scene.ts';

describe('between the person and the team', () => {
  let scene: VoiceScene;
  beforeAll(async () => {
    scene = await VoiceScene.start();
  }, 60_000);
  afterAll(() => scene?.running.close());

  describe('nobody else’s', () => {
    it('another person finds neither the message nor the item (refusal 8)', async () => {
      const id = await scene.sent('me/requests', { kind: 'WANT_MEETING' }).catch(() => undefined);
      const [open] = id
        ? [{ id }]
        : await scene.rows<{ id: string }>(`select id from person_message where state = 'OPEN' and case_id = $1`, [scene.eva.caseId]);
      for (const hint of ['olle', 'bengt']) {
        expect((await scene.as(hint).put(`me/messages/${open!.id}/withdrawal`)).status).toBe(404);
        expect((await scene.as(hint).get('me/messages')).body).toEqual({ items: [] });
      }
      const refused = await scene.as('olle').post('me/remarks', { itemId: scene.plan.goalId, kind: 'COMMENT', text: 'x' });
      expect(refused.status).toBe(404);
      expect((await scene.rows('select 1 from person_message where case_id = $1', [scene.olle.caseId])).length).toBe(0);
    });

    it('somebody without a team is told so', async () => {
      for (const [path, body] of [
        ['me/stops', { reason: 'OTHER' }],
        ['me/requests', { kind: 'CALL_ME' }],
        ['me/goals', { text: 'x' }],
      ] as const)
        expect(await scene.as('bengt').post(path, body)).toMatchObject({ status: 409, body: { type: 'urn:samspel:case.none' } });
      expect((await scene.as('bengt').put('me/words', { text: 'x' })).status).toBe(409);
      expect((await scene.as('bengt').put('me/rating', { value: 1 })).status).toBe(409);
    });

    it('a question about looking is there only for the organisation that looked', async () => {
      const [question] = await scene.rows<{ id: string }>(
        `insert into person_message (case_id, person_id, kind, organisation_id, looked_at, text, made_by_person_id, responsible_assignment_id, due_at)
         values ($1, $2, 'LOG_QUESTION', $3, now(), 'Varför tittade ni?', $2, $4, now()) returning id`,
        [scene.eva.caseId, scene.eva.personId, scene.town.organisation.af, scene.town.staff['ahmed.af']!.assignmentId],
      );
      expect(await scene.seenBy('ahmed.af', question!.id)).toMatchObject({ kind: 'LOG_QUESTION', text: 'Varför tittade ni?' });
      for (const hint of ['karin.fk', 'lena.region', 'sofia.kommun']) {
        expect(await scene.seenBy(hint, question!.id)).toBeUndefined();
        expect(JSON.stringify((await scene.as(hint).get(`cases/${scene.eva.caseId}`)).body)).not.toContain('Varför tittade ni?');
        expect((await scene.as(hint).put(`person-messages/${question!.id}/answer`, { text: 'x' }, ifMatch(1))).status).toBe(404);
      }
      expect((await scene.as('ahmed.af').put(`person-messages/${question!.id}/answer`, { text: 'För att planera.' }, ifMatch(1))).status).toBe(204);
      expect(JSON.stringify((await scene.as('karin.fk').get(`cases/${scene.eva.caseId}/timeline`)).body)).not.toContain('LOG_QUESTION');
    });
  });

  describe('said to staff', () => {
    const tell = (hint: string, body: object): Promise<Answer> => scene.as(hint).post(`cases/${scene.eva.caseId}/person-messages`, body);

    it('is written down and marked, on both sides', async () => {
      await scene.quieten();
      const told = await tell('sofia.kommun', { kind: 'STOP', reason: 'WAITING_TOO_LONG', text: 'Väntar sedan maj.', form: 'PHONE' });
      expect(told.status).toBe(201);
      expect(await scene.seenBy('karin.fk', told.body.id)).toMatchObject({
        recorded: { by: { name: expect.stringContaining('Sofia') }, form: 'PHONE' },
      });
      expect(await scene.mine(told.body.id)).toMatchObject({ recordedForm: 'PHONE', text: 'Väntar sedan maj.' });
      const call = await tell('sofia.kommun', { kind: 'CALL_ME', text: '', form: 'PHONE' });
      const again = await tell('ahmed.af', { kind: 'CALL_ME', text: '', form: 'PAPER' });
      expect([call.status, again.status, again.body.id]).toEqual([201, 200, call.body.id]);
      expect((await scene.as('eva').put(`me/messages/${call.body.id}/withdrawal`)).status).toBe(204);
    });

    it.each([
      ['a question about looking', { kind: 'LOG_QUESTION', text: 'x', form: 'PHONE' }, 422],
      ['an unknown property', { kind: 'CALL_ME', text: '', form: 'PHONE', answer: 'x' }, 400],
      ['a stop without a reason', { kind: 'STOP', text: 'x', form: 'PHONE' }, 422],
      ['a request with a reason', { kind: 'CALL_ME', reason: 'OTHER', text: '', form: 'PHONE' }, 422],
      ['a comment on nothing', { kind: 'COMMENT', text: 'x', form: 'PHONE' }, 422],
      ['no form', { kind: 'CALL_ME', text: '' }, 422],
      ['a hidden direction of text', { kind: 'STOP', reason: 'OTHER', text: 'a\u202eb', form: 'PHONE' }, 422],
    ])('is refused with %s', async (_, body, status) => {
      expect((await tell('karin.fk', body)).status).toBe(status);
    });

    it('is not written about an item that the writer’s organisation does not read', async () => {
      expect((await tell('ahmed.af', { kind: 'COMMENT', itemId: scene.plan.quietGoalId, text: 'x', form: 'PHONE' })).status).toBe(404);
    });

    it('needs a consent in force for the writer’s organisation', async () => {
      await scene.rows(`update consent set valid_to = '2026-01-02' where case_id = $1`, [scene.eva.caseId]);
      expect(await tell('karin.fk', { kind: 'CALL_ME', text: '', form: 'PHONE' })).toMatchObject({
        status: 403,
        body: { because: 'consent_missing' },
      });
      expect(await scene.as('karin.fk').put(`cases/${scene.eva.caseId}/rating`, { value: 3, on: '2026-01-01', form: 'PHONE' })).toMatchObject({
        status: 403,
      });
      await scene.rows(`update consent set valid_to = '2027-12-31' where case_id = $1`, [scene.eva.caseId]);
    });
  });

  it.each([
    ['me/stops', { reason: 'NO_SUCH' }, 422],
    ['me/stops', { reason: 'OTHER', state: 'ANSWERED' }, 400],
    ['me/remarks', { itemId: 'x', kind: 'COMMENT', text: 'x' }, 400],
    ['me/remarks', { itemId: randomUUID(), kind: 'STOP', text: 'x' }, 422],
    ['me/requests', { kind: 'STOP' }, 422],
    ['me/requests', { kind: 'CALL_ME', responsibleId: randomUUID() }, 400],
  ])('%s refuses %j', async (path, body, status) => {
    expect((await scene.as('eva').post(path, body)).status).toBe(status);
  });

  it('hostile words come back letter for letter and nothing else happens', async () => {
    const text = '#eval("1+1") <script>alert(1)</script> \'; drop table person_message; -- ${7*7} {{7*7}} مرحبا 👩‍👩‍👧';
    const id = await scene.sent('me/stops', { reason: 'OTHER', text });
    expect((await scene.mine(id))!.text).toBe(text);
    expect((await scene.seenBy('karin.fk', id))!.text).toBe(text);
  });

  it('whoever waits is answered also when the case has been closed meanwhile', async () => {
    const { body } = await scene.as('olle').post<{ id: string }>('me/requests', { kind: 'CALL_ME' });
    const closure = { reason: 'GOALS_REACHED', remainingWork: '', personInformed: true };
    const { headers } = await scene.as('sofia.kommun').get(`cases/${scene.olle.caseId}`);
    expect(
      (await scene.as('sofia.kommun').put(`cases/${scene.olle.caseId}/closure`, closure, { headers: { 'if-match': headers.get('etag')! } })).status,
    ).toBeLessThan(300);
    expect((await scene.as('sofia.kommun').put(`person-messages/${body.id}/answer`, { text: 'Jag ringer.' }, ifMatch(1))).status).toBe(204);
    expect((await scene.as('olle').get('me/messages')).body.items).toMatchObject([{ state: 'ANSWERED', answer: 'Jag ringer.' }]);
    expect((await scene.as('olle').post('me/requests', { kind: 'CALL_ME' })).status).toBe(409);
  });
});
