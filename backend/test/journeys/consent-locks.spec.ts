import { randomUUID } from 'node:crypto';
import type { MyConsentsView } from '../../src/citizen/my-parts.dto.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { type Answer, type Client, signIn } from '../support/sign-in.ts';
import { makeCase, makeTown, type Town, type TownCase } from '../support/town.ts';

const TABLES = [
  'coordination_case',
  'participation',
  'case_access',
  'consent',
  'consent_recipient',
  'case_note',
  'disclosure',
  'disclosure_recipient',
  'frozen_copy',
];

describe.each([
  ['lock 1 held open', true],
  ['lock 2 off', false],
])('with %s, somebody outside the case', (_, gateOpen) => {
  let running: RunningApp;
  let town: Town;
  let eva: TownCase;
  let noteId: string;
  let copyId: string;
  let nils: Client;
  let olle: Client;

  beforeAll(async () => {
    running = await startApp({ gateOpen });
    town = await makeTown(running);
    eva = await makeCase(running, town);
    await makeCase(running, town, { person: 'olle', owner: 'nils.kommun', team: ['nils.kommun'] });
    const karin = await signIn(running.url, 'karin.fk');
    noteId = (await karin.post(`cases/${eva.caseId}/notes`, { text: 'Något.', kind: 'ORGANISATION' })).body.id;
    await karin.post(`notes/${noteId}/disclosures`, { recipients: [town.organisation.kommun], category: 'WORK' });
    const [copy] = await behindTheLocks<{ id: string }>(
      running.database,
      `insert into frozen_copy (case_id, organisation_id, unit_id, reference, content, purge_after) values ($1, $2, $3, 'S-1', '[]', now() + interval '30 days') returning id`,
      [eva.caseId, town.organisation.af, town.unit.af],
    );
    copyId = copy!.id;
    nils = await signIn(running.url, 'nils.kommun');
    olle = await signIn(running.url, 'olle', 'citizen');
    if (!gateOpen)
      for (const table of TABLES)
        await behindTheLocks(running.database, `alter table ${table} disable row level security, no force row level security`);
  });
  afterAll(() => running.close());

  const scope = () => ({
    disclosingOrganisationId: town.organisation.kommun,
    informationCategories: ['WORK'],
    exclusions: '',
    recipients: { organisationIds: [town.organisation.af], contactIds: [] },
  });
  const consent = () => ({
    ...scope(),
    givenBy: 'SELF',
    purpose: 'x',
    validFrom: '2026-01-01',
    validTo: '2027-01-01',
    form: 'ORAL',
    informedWithText: '2026-11',
  });
  const ifMatch = { headers: { 'if-match': '"1"' } };

  const routes: [name: string, call: () => Promise<Answer>][] = [
    ['reads no consents', () => nils.get(`cases/${eva.caseId}/consents`)],
    ['previews no consent', () => nils.post(`cases/${eva.caseId}/consent-previews`, scope())],
    ['records no consent', () => nils.post(`cases/${eva.caseId}/consents`, consent())],
    ['withdraws no consent', () => nils.put(`consents/${eva.consents.fk}/withdrawal`)],
    ['withdraws nobody else’s consent as a person', () => olle.put(`me/consents/${eva.consents.fk}/withdrawal`)],
    ['reads no notes, not even what their own organisation was given', () => nils.get(`cases/${eva.caseId}/notes`)],
    ['writes no note', () => nils.post(`cases/${eva.caseId}/notes`, { text: 'x', kind: 'ORGANISATION' })],
    ['changes no note', () => nils.put(`notes/${noteId}`, { text: 'x' }, ifMatch)],
    ['takes no note away', () => nils.put(`notes/${noteId}/removal`)],
    ['brings no note back', () => nils.put(`notes/${noteId}/restoration`)],
    ['shares no note', () => nils.post(`notes/${noteId}/disclosures`, { recipients: [town.organisation.af], category: 'WORK' })],
    ['fetches no other unit’s records', () => nils.get(`frozen-copies/${copyId}`)],
  ];

  it.each(routes)('%s', async (_name, call) => {
    const before = await everything();
    const { status, body } = await call();
    const unknown = await nils.get(`cases/${randomUUID()}/consents`);
    expect(status).toBe(404);
    expect({ ...body, instance: '' }).toEqual({ ...unknown.body, instance: '' });
    expect(await everything()).toEqual(before);
  });

  it('sees only their own in every list', async () => {
    expect((await nils.get('frozen-copies')).body).toEqual({ items: [] });
    expect((await olle.get('me/plan')).body.person.givenName).toBe('Olle');
    const foreign = Object.values(eva.consents);
    const seen = (await olle.get<MyConsentsView>('me/consents')).body.items.map((each) => each.id);
    expect(seen.filter((id) => foreign.includes(id))).toEqual([]);
    expect((await olle.get('me/access-log')).body.items).toEqual([]);
  });

  const everything = (): Promise<unknown[]> =>
    behindTheLocks(
      running.database,
      `select (select count(*) from consent) as consents, (select count(*) from consent where withdrawn_at is not null) as withdrawn,
              (select json_agg(n order by n.id) from case_note n) as notes, (select count(*) from disclosure) as disclosures`,
    );
});
