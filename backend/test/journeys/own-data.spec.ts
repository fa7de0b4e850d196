import type { AccessLogView } from '../../src/case/access-log/access-log.dto.ts';
import type { MyExport } from '../../src/citizen/export/my-export.service.ts';
import type { MyMailView } from '../../src/citizen/mail/my-mail.dto.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { fillEveryCaseTable } from '../support/full-case.ts';
import { type Client, signIn } from '../support/sign-in.ts';
import { makeCase, makeTown, type Town, type TownCase } from '../support/town.ts';

describe('what the person does with what Samspel holds about them', () => {
  let running: RunningApp;
  let town: Town;
  let eva: TownCase;
  const clients: Record<string, Client> = {};

  beforeAll(async () => {
    running = await startApp();
    town = await makeTown(running);
    eva = await fillEveryCaseTable(running, town);
    await makeCase(running, town, { person: 'olle', owner: 'sofia.kommun', team: ['sofia.kommun'] });
    for (const hint of ['karin.fk', 'lena.region', 'david.fk', 'sofia.kommun']) clients[hint] = await signIn(running.url, hint);
    for (const hint of ['eva', 'olle', 'bengt']) clients[hint] = await signIn(running.url, hint, 'citizen');
  });
  afterAll(() => running.close());

  const as = (hint: string): Client => clients[hint]!;

  describe('downloading everything', () => {
    /** Where each section comes from. Tables with rows about the person that are not here hold what is not theirs to read. */
    const SECTIONS: Record<string, string> = {
      team: 'participation',
      contacts: 'case_contact',
      consents: 'consent',
      consentProposals: 'consent_proposal',
      disclosures: 'disclosure',
      planVersions: 'plan_version',
      messages: 'person_message',
      ratings: 'person_rating',
      handovers: 'handover',
      representatives: 'person_representative',
      timeline: 'timeline_event',
    };

    it('holds every section with rows, also the log, as one file that no cache keeps', async () => {
      await as('karin.fk').get(`cases/${eva.caseId}/care-team/participants`);
      const { status, headers, body } = await as('eva').get<MyExport>('me/export');
      expect(status).toBe(200);
      expect(headers.get('content-disposition')).toBe('attachment; filename="samspel-export.json"');
      expect(headers.get('cache-control')).toBe('no-store');
      const [mine] = body.data.cases as Record<string, unknown[]>[];
      const empty: string[] = [];
      for (const [section, table] of Object.entries(SECTIONS)) {
        const [{ n }] = (await behindTheLocks<{ n: number }>(running.database, `select count(*)::int as n from ${table} where case_id = $1`, [
          eva.caseId,
        ])) as [{ n: number }];
        expect({ section, rows: n > 0 }).toEqual({ section, rows: true });
        if (!mine![section]?.length) empty.push(section);
      }
      expect(empty).toEqual([]);
      expect(body.data.person).toMatchObject({ givenName: 'Eva' });
      expect(body.data.accessLog).toContainEqual(expect.objectContaining({ name: 'Karin Berg', action: 'participant.list' }));
      expect(body.data.sessions).not.toEqual([]);
    });

    it('names in the log those whose organisation shows names, and the role of the others', async () => {
      const naming = (names: boolean): Promise<unknown> =>
        behindTheLocks(running.database, 'update organisation set names_staff = $2 where id = $1', [town.organisation.region, names]);
      for (const hint of ['karin.fk', 'lena.region']) await as(hint).get(`cases/${eva.caseId}/care-team/participants`);
      await naming(false);
      const log = (await as('eva').get<MyExport>('me/export')).body.data.accessLog as Record<string, unknown>[];
      await naming(true);
      const of = (unit: RegExp): Record<string, unknown>[] => log.filter((each) => unit.test(String(each['unit'])));
      expect(of(/^Försäkringskassan/)).toContainEqual(expect.objectContaining({ name: 'Karin Berg' }));
      expect(new Set(of(/^Vårdcentralen/).map(({ name }) => name))).toEqual(new Set([null]));
      expect(of(/^Vårdcentralen/)).toContainEqual(expect.objectContaining({ role: expect.stringMatching(/./), action: 'participant.list' }));
    });

    it('holds nothing of staff’s own, and nothing of anybody else', async () => {
      await as('karin.fk').post(`cases/${eva.caseId}/notes`, { text: 'Kanariefågel i anteckning', kind: 'ORGANISATION' });
      const conflict = {
        text: 'Målet',
        conflict: 'Kanariefågel i målkonflikt',
        conflictOrganisationIds: [],
        frozen: { conflictOrganisations: ['Kanariefågel'] },
      };
      await behindTheLocks(running.database, `update plan_version_item set content = $2 where case_id = $1`, [eva.caseId, JSON.stringify(conflict)]);
      await behindTheLocks(
        running.database,
        `insert into plan_version_item (version_id, item_id, case_id, organisation_id, audience, kind, position, item_version, content)
         select v.version_id, i.id, i.case_id, i.organisation_id, i.audience, i.kind, 9, 1, '{"wanted":"Kanariefågel i uppföljning"}' from plan_version_item v
         join plan_item i on i.case_id = v.case_id and i.kind = 'FOLLOW_UP' where v.case_id = $1`,
        [eva.caseId],
      );
      const mine = JSON.stringify((await as('eva').get('me/export')).body);
      const other = JSON.stringify((await as('olle').get('me/export')).body);
      expect(mine).not.toContain('Kanariefågel');
      expect(mine).not.toContain('conflict');
      expect(other).not.toContain('Eva');
      expect((await as('bengt').get<MyExport>('me/export')).body.data).toMatchObject({ person: null, cases: [], mail: null });
    });

    it('is logged', async () => {
      await as('eva').get('me/export');
      const rows = await behindTheLocks(running.database, `select 1 from audit_event where action = 'my-export.read' and actor_id = $1`, [
        eva.personId,
      ]);
      expect(rows.length).toBeGreaterThan(0);
    });
  });

  describe('e-mail', () => {
    it('is off until asked for, and off again when told so', async () => {
      const read = async (): Promise<MyMailView> => (await as('olle').get<MyMailView>('me/mail')).body;
      expect(await read()).toEqual({ email: null, since: null });
      expect((await as('olle').put('me/mail', { email: 'olle@example.se' })).status).toBe(204);
      expect((await as('olle').put('me/mail', { email: 'olle.ny@example.se' })).status).toBe(204);
      expect(await read()).toMatchObject({ email: 'olle.ny@example.se' });
      expect((await as('olle').delete('me/mail')).status).toBe(204);
      expect((await as('olle').delete('me/mail')).status).toBe(204);
      expect(await read()).toEqual({ email: null, since: null });
    });

    it.each([
      ['no address', { email: 'olle' }, 422],
      ['a second header in it', { email: 'olle@example.se\r\nBcc: x@example.se' }, 422],
      ['an unknown property', { email: 'olle@example.se', to: 'x' }, 400],
    ])('is refused with %s', async (_, body, status) => {
      expect((await as('olle').put('me/mail', body)).status).toBe(status);
    });

    it('is nothing for somebody without a case, nor with a protected identity', async () => {
      expect(await as('bengt').put('me/mail', { email: 'bengt@example.se' })).toMatchObject({ status: 409, body: { type: 'urn:samspel:case.none' } });
      await behindTheLocks(running.database, `update person set protected_level = 'CONFIDENTIALITY_FLAG' where given_name = 'Olle'`);
      expect(await as('olle').put('me/mail', { email: 'olle@example.se' })).toMatchObject({
        status: 409,
        body: { type: 'urn:samspel:person.protected' },
      });
      await behindTheLocks(running.database, `update person set protected_level = null where given_name = 'Olle'`);
    });
  });

  describe('wondering about a look', () => {
    const ask = async (more: object = {}): ReturnType<Client['post']> => {
      await as('lena.region').get(`cases/${eva.caseId}/care-team/participants`);
      const { items } = (await as('eva').get<AccessLogView>('me/access-log')).body;
      const look = items.find(({ organisation }) => organisation.id === town.organisation.region)!;
      return as('eva').post('me/log-questions', { organisationId: look.organisation.id, lookedAt: look.when, text: 'Varför tittade ni?', ...more });
    };

    it('reaches the organisation that looked, and no other', async () => {
      const { status, body } = await ask();
      expect(status).toBe(201);
      const [row] = await behindTheLocks<{ responsible: string }>(
        running.database,
        'select responsible_assignment_id as responsible from person_message where id = $1',
        [(body as { id: string }).id],
      );
      expect(row!.responsible).toBe(town.staff['lena.region']!.assignmentId);
      const listed = async (hint: string): Promise<string> => JSON.stringify((await as(hint).get(`cases/${eva.caseId}/person-messages`)).body);
      expect(await listed('lena.region')).toContain('Varför tittade ni?');
      expect(await listed('karin.fk')).not.toContain('Varför tittade ni?');
    });

    it('is refused about a look that is not in the log', async () => {
      expect((await ask({ lookedAt: '2020-01-01T08:00:00Z' })).status).toBe(422);
      expect((await ask({ organisationId: town.organisation.work })).status).toBe(422);
      expect((await ask({ lookedAt: 'i går' })).status).toBe(422);
      expect(
        (await as('bengt').post('me/log-questions', { organisationId: town.organisation.fk, lookedAt: '2026-11-20T08:00:00Z', text: 'x' })).status,
      ).toBe(409);
    });
  });
});
