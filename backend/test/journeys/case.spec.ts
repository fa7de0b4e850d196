import { randomUUID } from 'node:crypto';
import type { AccessLogView } from '../../src/case/access-log/access-log.dto.ts';
import type { CaseListView } from '../../src/case/list/case-list.dto.ts';
import type { CaseView } from '../../src/case/view/case-view.dto.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { type Client, signIn, signInAll } from '../support/sign-in.ts';
import { makeCase, makeTown, type Town, type TownCase } from '../support/town.ts';

const UNKNOWN = '00000000-0000-7000-8000-000000000000';
/** Not `truncate person cascade`: sessions refer to persons, and everybody would be signed out. */
const NO_CASES = 'truncate coordination_case cascade; delete from person_registration; delete from person_identifier; delete from person';
const version = (number: number) => ({ headers: { 'if-match': `"${number}"` } });

describe('a shared case', () => {
  let running: RunningApp;
  let town: Town;
  let karin: Client;
  let lena: Client;
  let ahmed: Client;
  let made: TownCase;

  beforeAll(async () => {
    running = await startApp();
    town = await makeTown(running);
    [karin, lena, ahmed] = await signInAll(running.url, ['karin.fk', 'lena.region', 'ahmed.af']);
  });

  beforeEach(async () => {
    made = await makeCase(running, town, { coordinator: 'lena.region', team: ['ahmed.af'], alsoTo: ['kommun'] });
  });

  afterEach(() => behindTheLocks(running.database, NO_CASES));
  afterAll(() => running?.close());

  const idOf = (hint: string): string => town.staff[hint]!.assignmentId;
  const rows = <Row extends object>(sql: string, values: unknown[] = [made.caseId]): Promise<Row[]> => behindTheLocks(running.database, sql, values);
  const read = async (client = karin) => (await client.get<CaseView>(`cases/${made.caseId}`)).body;
  const blockedIn = (view: { blocked: { action: string; because: string }[] }) =>
    Object.fromEntries(view.blocked.map(({ action, because }) => [action, because]));

  describe('read whole', () => {
    it('tells who holds it, about whom, and what the reader may do', async () => {
      const { status, body, headers } = await karin.get(`cases/${made.caseId}`);
      expect(status).toBe(200);
      expect(headers.get('etag')).toBe(`"${body.version}"`);
      expect(body).toMatchObject({
        id: made.caseId,
        status: 'OPEN',
        closed: null,
        person: { givenName: 'Eva', familyName: 'Lind', maskedNumber: '••••••••-2381', language: 'sv', interpreterLanguage: null },
        holder: { owner: { name: 'Karin Berg' }, ownerPhone: '0980-319 202', coordinator: { name: 'Lena Forsman' }, you: 'OWNER' },
        nextStep: null,
        ambition: null,
        daysWithoutMovement: 0,
        coordinatorRequest: null,
        consents: { state: 'VALID', validTo: '2027-12-31' },
        notes: [],
        notesTotal: 0,
        journal: { acts: 0, marked: false },
        blocked: [],
      });
      expect(body.person.age).toBeGreaterThanOrEqual(46);
      expect(body.participants).toHaveLength(3);
      expect(body.actions).toEqual(expect.arrayContaining(['case.close', 'case.set-next-step', 'note.write', 'invitation.send', 'consent.record']));
      expect(body.actions).not.toContain('case.finish-next-step');
    });

    it('never carries the whole number', async () => {
      expect(JSON.stringify(await read())).not.toContain('198008262381');
    });

    it('leaves one log row, and the team reads who looked', async () => {
      await read(lena);
      expect(
        await rows(`select actor_id::text as actor, purpose, person_id::text as person from audit_event where case_id = $1 and action = 'case.read'`),
      ).toEqual([{ actor: idOf('lena.region'), purpose: 'COORDINATION', person: made.personId }]);
      const { body } = await karin.get(`cases/${made.caseId}/access-log`);
      expect(body.items).toEqual([
        expect.objectContaining({
          name: 'Lena Forsman',
          organisation: expect.objectContaining({ name: 'Region Sjölandet' }),
          unit: 'Vårdcentralen Sjöstad',
          purpose: 'COORDINATION',
          action: 'case.read',
        }),
      ]);
      expect((await read()).accessLog).toMatchObject({ total: 2, items: [{ action: 'access-log.read' }, { action: 'case.read' }] });
    });

    it('pages the log without losing or repeating a row', async () => {
      for (let look = 0; look < 5; look++) await read(lena);
      const seen: string[] = [];
      let cursor = '';
      do {
        const { body } = await karin.get<AccessLogView>(`cases/${made.caseId}/access-log?limit=2${cursor && `&cursor=${cursor}`}`);
        seen.push(...body.items.filter((item) => item.action === 'case.read').map((item) => item.when));
        cursor = body.nextCursor ?? '';
      } while (cursor);
      expect(seen).toHaveLength(5);
      expect([...seen].sort().reverse()).toEqual(seen);
    });

    it('gives no data when the log cannot be written', async () => {
      await behindTheLocks(running.database, 'revoke insert on audit_event from samspel_audit');
      const { status, body } = await karin.get(`cases/${made.caseId}`);
      await behindTheLocks(running.database, 'grant insert on audit_event to samspel_audit');
      expect(status).toBeGreaterThanOrEqual(500);
      expect(body).not.toHaveProperty('person');
    });

    it('keeps a note within its organisation until it is shared, and a personal one for ever', async () => {
      await karin.post(`cases/${made.caseId}/notes`, { text: 'Bara för oss.', kind: 'ORGANISATION' });
      await karin.post(`cases/${made.caseId}/notes`, { text: 'Bara för mig.', kind: 'PERSONAL' });
      expect((await read()).notes.map((note) => note.text)).toEqual(['Bara för mig.', 'Bara för oss.']);
      const seen = await read(ahmed);
      expect(seen).toMatchObject({ notes: [], notesTotal: 0 });
      expect(JSON.stringify(seen)).not.toContain('Bara för');
      expect(seen.timeline.items).toEqual([]);
    });

    it('introduces a newcomer until they say that they have read it', async () => {
      await karin.put(`cases/${made.caseId}/next-step`, { text: 'Ring Gunilla.' }, version((await read()).version));
      const { introduction } = await read(ahmed);
      expect(introduction).toMatchObject({
        reason: 'Flera behöver arbeta tillsammans.',
        nextStep: { text: 'Ring Gunilla.' },
        latest: [{ kind: 'case.next-step-set' }],
      });
      expect(introduction!.team).toHaveLength(3);
      await ahmed.put(`participants/${introduction!.participationId}/introduction`);
      expect((await read(ahmed)).introduction).toBeNull();
      expect((await read(lena)).introduction).not.toBeNull();
    });

    it('says why an act is closed to the reader', async () => {
      expect(blockedIn(await read(ahmed))).toEqual({
        'case.set-next-step': 'not_owner_or_coordinator',
        'case.set-ambition': 'not_owner_or_coordinator',
        'case.ask-coordinator': 'not_owner',
        'case.close': 'not_owner',
        'handover.offer': 'not_accountable',
        'plan.begin': 'not_owner_or_coordinator',
      });
    });
  });

  describe('the next step', () => {
    it('is set by owner and coordinator, stands for all, and goes to the timeline when done', async () => {
      const first = await read();
      const set = await karin.put(`cases/${made.caseId}/next-step`, { text: 'Ring Gunilla.', due: '2030-01-31' }, version(first.version));
      expect([set.status, set.headers.get('etag')]).toEqual([204, `"${first.version + 1}"`]);
      expect(await read(ahmed)).toMatchObject({
        nextStep: { text: 'Ring Gunilla.', due: '2030-01-31' },
        todo: { mine: [], others: [{ kind: 'NEXT_STEP', text: 'Ring Gunilla.', due: '2030-01-31', who: { staff: { name: 'Karin Berg' } } }] },
      });
      expect((await read()).todo.mine).toMatchObject([{ kind: 'JOURNAL' }, { kind: 'NEXT_STEP', who: null }]);
      expect((await lena.put(`cases/${made.caseId}/next-step/done`, {}, version(first.version + 1))).status).toBe(204);
      const after = await read();
      expect(after.nextStep).toBeNull();
      expect(after.timeline.items).toMatchObject([
        { kind: 'case.next-step-done', text: 'Ring Gunilla.', actor: { name: 'Lena Forsman' } },
        { kind: 'case.next-step-set', text: 'Ring Gunilla.', params: { due: '2030-01-31' }, actor: { name: 'Karin Berg' } },
      ]);
    });

    it('needs the version it builds on (428), the one that stands (412), and words (422)', async () => {
      const path = `cases/${made.caseId}/next-step`;
      expect((await karin.put(path, { text: 'x' })).status).toBe(428);
      await karin.put(path, { text: 'Ett' }, version(1));
      const stale = await lena.put(path, { text: 'Två' }, version(1));
      expect([stale.status, stale.body.currentEtag]).toEqual([412, '"2"']);
      expect((await karin.put(path, { text: ' ' }, version(2))).status).toBe(422);
      expect((await karin.put(path, { text: 'x', due: '2026-02-30' }, version(2))).status).toBe(422);
      expect((await karin.put(path, { text: 'x', owner: idOf('ahmed.af') }, version(2))).body.errors).toEqual([
        { pointer: '/owner', code: 'unknown' },
      ]);
      expect((await read()).nextStep!.text).toBe('Ett');
    });
  });

  describe('the person', () => {
    it('is asked in their language', async () => {
      expect((await ahmed.put(`cases/${made.caseId}/person`, { language: 'ar', interpreterLanguage: 'ar' })).status).toBe(204);
      expect((await read()).person).toMatchObject({ language: 'ar', interpreterLanguage: 'ar' });
      await ahmed.put(`cases/${made.caseId}/person`, { language: 'sv', interpreterLanguage: null });
      expect((await read()).person).toMatchObject({ language: 'sv', interpreterLanguage: null });
      expect((await ahmed.put(`cases/${made.caseId}/person`, { language: 'Svenska!' })).status).toBe(422);
    });

    it('has their whole number shown only on request, and every display is logged', async () => {
      expect((await ahmed.post(`cases/${made.caseId}/identifier-displays`)).body).toEqual({ personalNumber: '198008262381' });
      expect(
        await rows(
          `select actor_id::text as actor, person_id::text as person from audit_event where case_id = $1 and action = 'person.identifier-shown'`,
        ),
      ).toEqual([{ actor: idOf('ahmed.af'), person: made.personId }]);
    });
  });

  describe('the text for the own records', () => {
    it('holds my own acts of the day and nobody else’s, and can be ticked as written', async () => {
      await karin.put(`cases/${made.caseId}/next-step`, { text: 'Ring Gunilla', due: '2030-01-31' }, version((await read()).version));
      await karin.post(`cases/${made.caseId}/notes`, { text: 'Gunilla kan ta emot två timmar om dagen.', kind: 'ORGANISATION' });
      await karin.post(`cases/${made.caseId}/notes`, { text: 'Mitt eget minne.', kind: 'PERSONAL' });
      await lena.put(`cases/${made.caseId}/ambition`, { level: 'JOINT_ACTION' });
      const { body } = await karin.get(`cases/${made.caseId}/journal-text`);
      expect(body).toMatchObject({ acts: 2, marked: false });
      expect(body.text).toMatch(/^Samordning i Samspel, ärende S-\d+, Eva Lind\n/);
      expect(body.text).toMatch(
        /Kl\. \d\d\.\d\d Satte nästa steg: Ring Gunilla \(senast den 31 januari 2030\)\.\nKl\. \d\d\.\d\d Anteckning: Gunilla kan ta emot två timmar om dagen\./,
      );
      expect(body.text).toContain('\nKarin Berg, ');
      expect(body.text).not.toMatch(/Mitt eget minne|gemensamt|1980/);
      expect((await read()).journal).toEqual({ day: body.day, acts: 2, marked: false });

      expect((await karin.put(`cases/${made.caseId}/journal-marks/${body.day}`)).status).toBe(204);
      expect((await karin.put(`cases/${made.caseId}/journal-marks/${body.day}`)).status).toBe(204);
      expect(await read()).toMatchObject({ journal: { marked: true } });
      expect((await read()).todo.mine.map((item) => item.kind)).not.toContain('JOURNAL');
      expect((await lena.get(`cases/${made.caseId}/journal-text`)).body).toMatchObject({ acts: 1, marked: false });
      expect((await karin.delete(`cases/${made.caseId}/journal-marks/${body.day}`)).status).toBe(204);
      expect((await read()).journal.marked).toBe(false);
    });

    it('belongs to the Swedish day: an act at 23.30 UTC in November stands on the next one', async () => {
      await karin.put(`cases/${made.caseId}/next-step`, { text: 'Sent på kvällen' }, version((await read()).version));
      await behindTheLocks(running.database, `update timeline_event set recorded_at = '2026-11-20T23:30:00Z'`);
      expect((await karin.get(`cases/${made.caseId}/journal-text?day=2026-11-20`)).body).toMatchObject({ acts: 0, text: '' });
      const { body } = await karin.get(`cases/${made.caseId}/journal-text?day=2026-11-21`);
      expect(body.text).toContain('Lördag 21 november 2026\n\nKl. 00.30 Satte nästa steg: Sent på kvällen.');
    });

    it('has no page for what is no day, and no tick for a day that has not come', async () => {
      expect((await karin.put(`cases/${made.caseId}/journal-marks/2026-02-30`)).status).toBe(404);
      expect((await karin.put(`cases/${made.caseId}/journal-marks/2099-01-01`)).status).toBe(422);
      expect((await karin.get(`cases/${made.caseId}/journal-text?day=igår`)).status).toBe(422);
    });
  });

  describe('the list', () => {
    it('puts the longest without movement first and pages through every case once', async () => {
      const olle = await makeCase(running, town, { person: 'olle', owner: 'ahmed.af', team: ['karin.fk'] });
      await behindTheLocks(
        running.database,
        `update coordination_case set last_movement_at = app.domain_now() - interval '9 days', next_step = 'Ring', next_step_due = app.domain_today() - 1 where id = $1`,
        [olle.caseId],
      );
      const { body } = await karin.get('cases');
      expect(body.items).toMatchObject([
        {
          id: olle.caseId,
          person: { givenName: 'Olle' },
          daysWithoutMovement: 9,
          you: 'PARTICIPANT',
          holder: { name: 'Ahmed Haddad' },
          nextStep: { text: 'Ring' },
          pending: ['NEXT_STEP_OVERDUE'],
          consent: { state: 'VALID' },
        },
        { id: made.caseId, person: { givenName: 'Eva' }, daysWithoutMovement: 0, you: 'OWNER', nextStep: null, pending: [] },
      ]);
      const first = (await karin.get<CaseListView>('cases?limit=1')).body;
      const second = (await karin.get<CaseListView>(`cases?limit=1&cursor=${first.nextCursor}`)).body;
      expect([first, second].map((page) => page.items[0]!.id)).toEqual([olle.caseId, made.caseId]);
      expect(second).not.toHaveProperty('nextCursor');
      expect((await karin.get<CaseListView>('cases?filter=mine')).body.items.map((row) => row.id)).toEqual([made.caseId]);
    });

    it('holds no case outside one’s teams', async () => {
      const sofia = await signIn(running.url, 'sofia.kommun');
      expect((await sofia.get('cases')).body).toEqual({ items: [] });
    });

    it.each(['limit=0', 'limit=1000000000', 'cursor=%22', 'cursor=WyJ4Il0', 'filter=secret'])('refuses %s without falling over', async (query) => {
      expect([400, 422]).toContain((await karin.get(`cases?${query}`)).status);
    });
  });

  it('does not tell an id that is none from one that is unknown', async () => {
    const { instance: _, ...none } = (await karin.get('cases/eva')).body;
    const { instance: __, ...unknown } = (await karin.get(`cases/${UNKNOWN}`)).body;
    const { instance: ___, ...random } = (await karin.get(`cases/${randomUUID()}`)).body;
    expect([none, random]).toEqual([unknown, unknown]);
    expect(unknown.status).toBe(404);
  });
});
