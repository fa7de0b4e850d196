import { randomUUID } from 'node:crypto';
import type { NoteListView } from '../../src/note/note.dto.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { type Answer, type Client, signIn } from '../support/sign-in.ts';
import { makeCase, makeTown, type Town, type TownCase } from '../support/town.ts';

describe('notes in a case', () => {
  let running: RunningApp;
  let town: Town;
  let eva: TownCase;
  const clients: Record<string, Client> = {};

  beforeAll(async () => {
    running = await startApp();
    town = await makeTown(running);
    for (const hint of ['karin.fk', 'maria.chef.fk', 'ahmed.af', 'lena.region', 'nils.kommun']) clients[hint] = await signIn(running.url, hint);
  });
  afterAll(() => running.close());

  beforeEach(async () => {
    await behindTheLocks(running.database, 'delete from person_identifier');
    eva = await makeCase(running, town, { team: ['karin.fk', 'maria.chef.fk', 'ahmed.af', 'lena.region'] });
  });

  const as = (hint: string): Client => clients[hint]!;
  const ifMatch = (version: number) => ({ headers: { 'if-match': `"${version}"` } });
  const notesOf = async (hint: string): Promise<Record<string, unknown>[]> => (await as(hint).get(`cases/${eva.caseId}/notes`)).body.items;
  const textsOf = async (hint: string): Promise<unknown[]> => (await notesOf(hint)).map((each) => each['text']);

  async function write(hint: string, text: string, kind: 'PERSONAL' | 'ORGANISATION' = 'ORGANISATION'): Promise<string> {
    const made = await as(hint).post(`cases/${eva.caseId}/notes`, { text, kind });
    expect(made.status).toBe(201);
    return made.body.id;
  }

  const share = (hint: string, noteId: string, recipients: string[], more: object = {}): Promise<Answer> =>
    as(hint).post(`notes/${noteId}/disclosures`, { recipients, category: 'WORK', ...more });

  describe('before anything is shared', () => {
    it('an organisation note is read by the organisation’s people in the team alone', async () => {
      await write('karin.fk', 'Chefen kan ta emot Eva två timmar om dagen.');
      expect(await textsOf('karin.fk')).toEqual(['Chefen kan ta emot Eva två timmar om dagen.']);
      expect(await notesOf('maria.chef.fk')).toEqual([
        expect.objectContaining({
          mine: false,
          from: null,
          author: expect.objectContaining({ name: 'Karin Berg' }),
          actions: ['note.share'],
          blocked: [
            { action: 'note.edit', because: 'not_author' },
            { action: 'note.remove', because: 'not_author' },
          ],
        }),
      ]);
      expect(await textsOf('ahmed.af')).toEqual([]);
      expect((await as('nils.kommun').get(`cases/${eva.caseId}/notes`)).status).toBe(404);
    });

    it('a personal note is read by its author alone, and leaves nothing on the timeline', async () => {
      await write('karin.fk', 'Fråga Lena om torsdag.', 'PERSONAL');
      expect(await textsOf('karin.fk')).toEqual(['Fråga Lena om torsdag.']);
      expect(await textsOf('maria.chef.fk')).toEqual([]);
      expect(await behindTheLocks(running.database, 'select 1 from timeline_event where case_id = $1', [eva.caseId])).toEqual([]);
    });

    it('an organisation note shows on the timeline of its own organisation, not of the person or of others', async () => {
      await write('karin.fk', 'Något.');
      expect(
        await behindTheLocks(running.database, 'select kind, audience, shown_to_person, text from timeline_event where case_id = $1', [eva.caseId]),
      ).toEqual([{ kind: 'note.written', audience: [town.organisation.fk], shown_to_person: false, text: null }]);
    });

    it.each([
      ['another organisation', 'ahmed.af'],
      ['nobody in the team', 'nils.kommun'],
    ])('is unknown to %s, by every way in', async (_, hint) => {
      const id = await write('karin.fk', 'Något.');
      for (const unknown of [id, randomUUID(), 'x']) {
        const answers = [
          await as(hint).put(`notes/${unknown}`, { text: 'Annat.' }, ifMatch(1)),
          await as(hint).put(`notes/${unknown}/removal`),
          await as(hint).put(`notes/${unknown}/restoration`),
          await share(hint, unknown, [town.organisation.region]),
        ];
        expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
      }
      expect(await textsOf('karin.fk')).toEqual(['Något.']);
    });

    it('a colleague may read but not change it', async () => {
      const id = await write('karin.fk', 'Något.');
      const refused = await as('maria.chef.fk').put(`notes/${id}`, { text: 'Annat.' }, ifMatch(1));
      expect([refused.status, refused.body.because]).toEqual([403, 'not_author']);
      expect((await as('maria.chef.fk').put(`notes/${id}/removal`)).status).toBe(403);
    });

    it('changes build on the version that was read, and twenty at once lose nothing', async () => {
      const id = await write('karin.fk', 'Något.');
      expect((await as('karin.fk').put(`notes/${id}`, { text: 'Annat.' })).status).toBe(428);
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, n) => as('karin.fk').put(`notes/${id}`, { text: `Ändring ${n}.` }, ifMatch(1))),
      );
      expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
      expect(answers.filter(({ status }) => status === 412)).toHaveLength(19);
      const winner = answers.findIndex(({ status }) => status === 204);
      expect(await notesOf('karin.fk')).toEqual([expect.objectContaining({ text: `Ändring ${winner}.`, version: 2 })]);
    });

    it('can be taken away and brought back by its author', async () => {
      const id = await write('karin.fk', 'Något.');
      expect((await as('karin.fk').put(`notes/${id}/removal`)).status).toBe(204);
      expect((await as('karin.fk').put(`notes/${id}/removal`)).status).toBe(204);
      expect(await textsOf('maria.chef.fk')).toEqual([]);
      expect((await share('karin.fk', id, [town.organisation.af])).status).toBe(404);
      expect((await as('karin.fk').put(`notes/${id}/restoration`)).status).toBe(204);
      expect(await textsOf('maria.chef.fk')).toEqual(['Något.']);
    });

    it('come page by page, newest first, each once', async () => {
      for (let n = 1; n <= 5; n++) await write('karin.fk', `Anteckning ${n}`);
      const seen: string[] = [];
      let cursor = '';
      do {
        const { body }: Answer<NoteListView> = await as('karin.fk').get(`cases/${eva.caseId}/notes?limit=2${cursor && `&cursor=${cursor}`}`);
        seen.push(...body.items.map((each) => each.text));
        cursor = body.nextCursor ?? '';
      } while (cursor);
      expect(seen).toEqual([5, 4, 3, 2, 1].map((n) => `Anteckning ${n}`));
      expect((await as('karin.fk').get(`cases/${eva.caseId}/notes?cursor=x`)).status).toBe(400);
    });
  });

  describe('Dela', () => {
    it('gives the named organisation this version, as long as that is what was shared', async () => {
      const id = await write('karin.fk', 'Två timmar om dagen från måndag.');
      expect((await share('maria.chef.fk', id, [town.organisation.af], { version: 1 })).status).toBe(201);
      expect(await notesOf('ahmed.af')).toEqual([
        expect.objectContaining({
          id,
          text: 'Två timmar om dagen från måndag.',
          author: expect.objectContaining({ name: 'Karin Berg' }),
          from: expect.objectContaining({
            organisation: expect.objectContaining({ name: 'Försäkringskassan' }),
            by: expect.objectContaining({ name: 'Maria Ståhl' }),
            category: 'WORK',
          }),
          actions: [],
          blocked: [],
        }),
      ]);
      expect(await textsOf('lena.region')).toEqual([]);

      await as('karin.fk').put(`notes/${id}`, { text: 'Fyra timmar om dagen.' }, ifMatch(1));
      expect(await textsOf('ahmed.af')).toEqual(['Två timmar om dagen från måndag.']);
      expect(await notesOf('karin.fk')).toEqual([
        expect.objectContaining({
          version: 2,
          sharedWith: [expect.objectContaining({ organisation: expect.objectContaining({ name: 'Arbetsförmedlingen' }), version: 1 })],
        }),
      ]);
      expect((await share('karin.fk', id, [town.organisation.af], { version: 1 })).status).toBe(412);
      expect((await share('karin.fk', id, [town.organisation.af], { version: 2 })).status).toBe(201);
      expect(await notesOf('ahmed.af')).toEqual([expect.objectContaining({ text: 'Fyra timmar om dagen.', version: 2 })]);
    });

    it('tells the receivers, the person’s timeline and the log', async () => {
      const id = await write('karin.fk', 'Något.');
      await share('karin.fk', id, [town.organisation.af, town.organisation.region]);
      const told = await behindTheLocks(
        running.database,
        `select recipient_assignment_id as id from notice where case_id = $1 and kind = 'note.disclosed'`,
        [eva.caseId],
      );
      expect(new Set(told.map((each) => each['id']))).toEqual(
        new Set([town.staff['ahmed.af']!.assignmentId, town.staff['lena.region']!.assignmentId]),
      );
      expect(
        await behindTheLocks(
          running.database,
          `select params, shown_to_person, text from timeline_event where case_id = $1 and kind = 'note.disclosed'`,
          [eva.caseId],
        ),
      ).toEqual([{ params: { to: 'Arbetsförmedlingen, Region Sjölandet', category: 'WORK' }, shown_to_person: true, text: null }]);
      expect(
        await behindTheLocks(running.database, `select count(*)::int as n from audit_event where subject_id = $1 and action = 'note.disclosed'`, [
          id,
        ]),
      ).toEqual([{ n: 1 }]);
    });

    it('sends once however often the same key is sent', async () => {
      const id = await write('karin.fk', 'Något.');
      const key = { headers: { 'idempotency-key': randomUUID() } };
      const body = { recipients: [town.organisation.af], category: 'WORK' };
      const answers = await Promise.all(Array.from({ length: 10 }, () => as('karin.fk').post(`notes/${id}/disclosures`, body, key)));
      expect(answers.map((each) => each.status)).toEqual(Array(10).fill(201));
      expect(await disclosuresOf(id)).toBe(1);
    });

    it('refuses without consent, outside it and to whom it does not name, and sends nothing to anybody', async () => {
      const id = await write('karin.fk', 'Något.');
      await behindTheLocks(running.database, `update consent set information_categories = '{PLAN}' where id = $1`, [eva.consents.fk]);
      expect((await share('karin.fk', id, [town.organisation.af])).status).toBe(409);
      await behindTheLocks(running.database, `update consent set information_categories = '{WORK}' where id = $1`, [eva.consents.fk]);
      await behindTheLocks(running.database, 'delete from consent_recipient where consent_id = $1 and organisation_id = $2', [
        eva.consents.fk,
        town.organisation.region,
      ]);
      const partly = await share('karin.fk', id, [town.organisation.af, town.organisation.region]);
      expect(partly).toMatchObject({ status: 409, body: { type: 'urn:samspel:consent.missing', organisations: [town.organisation.region] } });
      await behindTheLocks(running.database, `update consent set valid_from = '2025-01-01', valid_to = '2025-06-30' where id = $1`, [
        eva.consents.fk,
      ]);
      expect((await share('karin.fk', id, [town.organisation.af])).status).toBe(409);
      await behindTheLocks(
        running.database,
        `update consent set valid_from = '2026-01-01', valid_to = '2027-06-30', withdrawn_at = now(), withdrawn_via = 'PERSON' where id = $1`,
        [eva.consents.fk],
      );
      expect((await share('karin.fk', id, [town.organisation.af])).status).toBe(409);
      expect(await disclosuresOf(id)).toBe(0);
      expect(await textsOf('ahmed.af')).toEqual([]);
    });

    it('refuses a personal note, one’s own organisation, whoever is not in the team, and the same version twice', async () => {
      const personal = await write('karin.fk', 'Minns.', 'PERSONAL');
      const refused = await share('karin.fk', personal, [town.organisation.af]);
      expect([refused.status, refused.body.because]).toEqual([403, 'personal_note']);

      const id = await write('karin.fk', 'Något.');
      expect((await share('karin.fk', id, [town.organisation.fk])).status).toBe(422);
      const outside = await share('karin.fk', id, [town.organisation.kommun]);
      expect([outside.status, outside.body.type]).toEqual([409, 'urn:samspel:recipient.not_in_team']);
      expect((await share('karin.fk', id, [town.organisation.af])).status).toBe(201);
      expect((await share('karin.fk', id, [town.organisation.af])).body.type).toBe('urn:samspel:note.already_shared');
      const removal = await as('karin.fk').put(`notes/${id}/removal`);
      expect([removal.status, removal.body.type]).toEqual([409, 'urn:samspel:note.already_shared']);
    });
  });

  describe('unsent text', () => {
    it('is kept for the one who typed it and nobody else', async () => {
      const path = `drafts/note:${eva.caseId}`;
      expect((await as('karin.fk').get(path)).body).toEqual({ text: '', updatedAt: null });
      expect((await as('karin.fk').put(path, { text: 'Eva prov' })).status).toBe(204);
      expect((await as('karin.fk').put(path, { text: 'Eva provade' })).status).toBe(204);
      expect((await as('karin.fk').get(path)).body).toMatchObject({ text: 'Eva provade' });
      expect((await as('maria.chef.fk').get(path)).body.text).toBe('');
      expect((await as('karin.fk').delete(path)).status).toBe(204);
      expect((await as('karin.fk').get(path)).body.text).toBe('');
      expect((await as('karin.fk').put('drafts/Eva%20Lind', { text: 'x' })).status).toBe(404);
      expect((await as('karin.fk').put(path, { text: 'x'.repeat(20_001) })).status).toBe(422);
    });
  });

  const disclosuresOf = async (noteId: string): Promise<number> =>
    (await behindTheLocks(running.database, 'select 1 from disclosure where subject_id = $1', [noteId])).length;
});
