import { randomUUID } from 'node:crypto';
import { ifMatch, VOICE_TEAM, VoiceScene } from '../support/voice-scene.ts';

describe('what the person says to the team', () => {
  let scene: VoiceScene;
  beforeAll(async () => {
    scene = await VoiceScene.start();
  }, 60_000);
  afterAll(() => scene?.running.close());

  describe('“Här tar det stopp”', () => {
    let id: string;

    it('reaches everybody in the team at once, as an alert and a notice, once', async () => {
      const key = { headers: { 'idempotency-key': randomUUID() } };
      const body = { itemId: scene.plan.quietGoalId, reason: 'NO_ANSWER', text: 'Ingen ringer tillbaka.' };
      const [first, again] = [await scene.as('eva').post('me/stops', body, key), await scene.as('eva').post('me/stops', body, key)];
      expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
      id = first.body.id;
      const alerts = await scene.rows<{ id: string; rung: string; reasonCode: string }>(
        'select id, rung, reason_code as "reasonCode" from alert where message_id = $1',
        [id],
      );
      expect(alerts).toEqual([expect.objectContaining({ rung: 'PERSON_STOPPED', reasonCode: 'NO_ANSWER' })]);
      const told = await scene.rows<{ id: string }>('select assignment_id as id from alert_recipient where alert_id = $1', [alerts[0]!.id]);
      expect(told.map((each) => scene.nameOf(each.id)).toSorted()).toEqual(VOICE_TEAM.toSorted());
      expect(await scene.noticesOf('person.stopped')).toEqual(VOICE_TEAM.toSorted());
      for (const hint of VOICE_TEAM)
        expect((await scene.as(hint).get('alerts')).body.items).toContainEqual(expect.objectContaining({ rung: 'PERSON_STOPPED' }));
    });

    it('waits two working days for the owner, and is read by all; the step’s words only by those who read the step', async () => {
      const [due] = await scene.rows<{ made: Date; due: Date }>('select made_at as made, due_at as due from person_message where id = $1', [id]);
      expect(due!.due.getTime() - due!.made.getTime()).toBeGreaterThanOrEqual(2 * 86_400_000);
      expect(await scene.seenBy('karin.fk', id)).toMatchObject({
        ...{
          kind: 'STOP',
          itemId: scene.plan.quietGoalId,
          about: 'Smärtrehabilitering',
          reason: 'NO_ANSWER',
          text: 'Ingen ringer tillbaka.',
          recorded: null,
        },
        ...{ state: 'OPEN', responsible: { name: 'Karin Berg' }, actions: ['message.answer'], blocked: [] },
      });
      expect(await scene.seenBy('ahmed.af', id)).toMatchObject({ itemId: null, about: null, text: 'Ingen ringer tillbaka.' });
      const page = (await scene.as('ahmed.af').get(`cases/${scene.eva.caseId}`)).body;
      expect(page.voice.openMessages).toContainEqual(expect.objectContaining({ id, about: null }));
      expect(JSON.stringify(page)).not.toContain('Smärtrehabilitering');
    });

    it('stands on the person’s own page with who is to answer, and when', async () => {
      expect(await scene.mine(id)).toMatchObject({
        ...{ kind: 'STOP', about: { words: 'Du får mindre ont' }, state: 'OPEN', answer: null, actions: ['me.withdraw'] },
        responsible: { givenName: 'Karin', organisation: { name: 'Försäkringskassan' }, phone: '0980-319 202' },
      });
    });

    it('is answered once, by anybody in the team; the answer stays between the person and whoever answered', async () => {
      const path = `person-messages/${id}/answer`;
      const body = { text: 'Jag ringer dig i dag.' };
      expect((await scene.as('ahmed.af').put(path, body)).status).toBe(428);
      expect((await scene.as('ahmed.af').put(path, body, ifMatch(7))).status).toBe(412);
      expect((await scene.as('ahmed.af').put(path, body, ifMatch(1))).status).toBe(204);
      expect(await scene.as('karin.fk').put(path, body, ifMatch(2))).toMatchObject({ status: 409, body: { type: 'urn:samspel:message.answered' } });
      expect(await scene.seenBy('ahmed.af', id)).toMatchObject({ state: 'ANSWERED', answer: 'Jag ringer dig i dag.', actions: [] });
      expect(await scene.seenBy('karin.fk', id)).toMatchObject({
        ...{ state: 'ANSWERED', answer: null, answeredBy: { name: expect.stringContaining('Ahmed') } },
        blocked: [{ action: 'message.answer', because: 'message_answered' }],
      });
      expect(await scene.mine(id)).toMatchObject({
        state: 'ANSWERED',
        answer: 'Jag ringer dig i dag.',
        answeredBy: { givenName: 'Ahmed' },
        actions: [],
      });
      expect(await scene.rows('select 1 from alert where message_id = $1 and resolved_at is null', [id])).toEqual([]);
      expect((await scene.as('eva').put(`me/messages/${id}/withdrawal`)).status).toBe(409);
    });

    it('may be about a handover of the case, and about nothing in particular', async () => {
      expect((await scene.as('eva').post('me/stops', { handoverId: randomUUID(), reason: 'OTHER' })).status).toBe(404);
      expect((await scene.as('eva').post('me/stops', { itemId: scene.plan.goalId, handoverId: randomUUID(), reason: 'OTHER' })).status).toBe(422);
      const bare = await scene.sent('me/stops', { reason: 'NOBODY_HAS_IT' });
      expect(await scene.seenBy('sofia.kommun', bare)).toMatchObject({ itemId: null, handoverId: null, text: '' });
      expect(await scene.mine(bare)).toMatchObject({ about: null });
      await scene.as('eva').put(`me/messages/${bare}/withdrawal`);
    });
  });

  describe('“Ring mig”', () => {
    it('lands on the owner; a second tap is the same request', async () => {
      const first = await scene.sent('me/requests', { kind: 'CALL_ME' });
      const again = await scene.as('eva').post('me/requests', { kind: 'CALL_ME' });
      expect([again.status, again.body.id]).toEqual([200, first]);
      expect(await scene.noticesOf('person.asked')).toEqual(['karin.fk']);
      expect(await scene.seenBy('karin.fk', first)).toMatchObject({ kind: 'CALL_ME', responsible: { name: 'Karin Berg' } });
      expect((await scene.as('eva').put(`me/messages/${first}/withdrawal`)).status).toBe(204);
      expect((await scene.as('eva').put(`me/messages/${first}/withdrawal`)).status).toBe(204);
      expect(await scene.as('karin.fk').put(`person-messages/${first}/answer`, { text: 'x' }, ifMatch(2))).toMatchObject({
        ...{ status: 409, body: { type: 'urn:samspel:message.withdrawn' } },
      });
      expect(await scene.sent('me/requests', { kind: 'CALL_ME' })).not.toBe(first);
    });

    it('tapped eight times at once is one', async () => {
      const answers = await Promise.all(Array.from({ length: 8 }, () => scene.as('eva').post('me/requests', { kind: 'WANT_MEETING' })));
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 200, 200, 200, 200, 201]);
      expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    });

    it('lands on the deputy when the owner is on leave, who answers without being in the team', async () => {
      const [karin, david] = [scene.town.staff['karin.fk']!, scene.town.staff['david.fk']!];
      await scene.rows(
        `insert into leave (assignment_id, first_day, last_day, deputy_assignment_id) values ($1, app.domain_today(), app.domain_today() + 5, $2)`,
        [karin.assignmentId, david.assignmentId],
      );
      await scene.quieten();
      const id = await scene.sent('me/requests', { kind: 'CALL_ME' });
      expect(await scene.mine(id)).toMatchObject({ responsible: { givenName: 'David' } });
      expect((await scene.as('david.fk').get(`cases/${scene.eva.caseId}/person-messages`)).status).toBe(404);
      expect((await scene.as('maria.chef.fk').put(`person-messages/${id}/answer`, { text: 'x' }, ifMatch(1))).status).toBe(404);
      expect((await scene.as('david.fk').put(`person-messages/${id}/answer`, { text: 'Jag ringer.' }, ifMatch(1))).status).toBe(204);
      expect(await scene.mine(id)).toMatchObject({ state: 'ANSWERED', answeredBy: { givenName: 'David' } });
      await scene.rows('update leave set cancelled_at = now()');
    });

    it('has no room for more than twenty that wait', async () => {
      await scene.quieten();
      const stop = () => scene.as('eva').post('me/stops', { reason: 'OTHER' });
      for (let n = 0; n < 20; n++) expect((await stop()).status).toBe(201);
      expect(await stop()).toMatchObject({ status: 409, body: { type: 'urn:samspel:messages.too_many' } });
      await scene.quieten();
    });

    it('goes with the case to whoever becomes its owner', async () => {
      await scene.quieten();
      const id = await scene.sent('me/requests', { kind: 'CALL_ME' });
      const ownedBy = (hint: string): Promise<unknown> =>
        scene.rows('update coordination_case set owner_assignment_id = $2 where id = $1', [scene.eva.caseId, scene.town.staff[hint]!.assignmentId]);
      await ownedBy('sofia.kommun');
      expect(await scene.mine(id)).toMatchObject({ responsible: { givenName: 'Sofia' } });
      await ownedBy('karin.fk');
      expect(await scene.mine(id)).toMatchObject({ responsible: { givenName: 'Karin' } });
    });
  });

  describe('a comment or an objection', () => {
    it('reaches those who read the item, and whoever is to answer reads it too', async () => {
      const before = (await scene.noticesOf('person.remarked')).length;
      const id = await scene.sent('me/remarks', { itemId: scene.plan.quietGoalId, kind: 'OBJECTION', text: 'Det vill jag inte.' });
      expect(await scene.seenBy('lena.region', id)).toMatchObject({ kind: 'OBJECTION', about: 'Smärtrehabilitering', text: 'Det vill jag inte.' });
      expect(await scene.seenBy('karin.fk', id)).toBeDefined();
      for (const hint of ['ahmed.af', 'sofia.kommun']) {
        expect(await scene.seenBy(hint, id)).toBeUndefined();
        expect((await scene.as(hint).put(`person-messages/${id}/answer`, { text: 'x' }, ifMatch(1))).status).toBe(404);
        expect(JSON.stringify((await scene.as(hint).get(`cases/${scene.eva.caseId}/timeline`)).body)).not.toContain('person.remarked');
      }
      expect(await scene.noticesOf('person.remarked')).toHaveLength(before + 1);
    });

    it('of something the owner does not read, lands on somebody who does', async () => {
      await scene.rows(`update plan_version_item set audience = '{}' where item_id = $1`, [scene.plan.quietGoalId]);
      await scene.rows(`update plan_item set audience = '{}' where id = $1`, [scene.plan.quietGoalId]);
      const id = await scene.sent('me/remarks', { itemId: scene.plan.quietGoalId, kind: 'COMMENT', text: 'Bra.' });
      expect(await scene.mine(id)).toMatchObject({ responsible: { givenName: 'Lena' } });
      expect(await scene.seenBy('karin.fk', id)).toBeUndefined();
    });

    it.each([
      ['what is shared in the team but not published', () => scene.plan.unpublishedId],
      ['what does not exist', () => randomUUID()],
    ])('is not made to %s', async (_, itemId) => {
      const body = { itemId: itemId(), kind: 'COMMENT', text: 'x' };
      expect((await scene.as('eva').post('me/remarks', body)).status).toBe(404);
      expect((await scene.as('eva').post('me/stops', { itemId: itemId(), reason: 'OTHER' })).status).toBe(404);
    });
  });
});
