import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { type Client, type RequestOptions, signIn } from '../support/sign-in.ts';
import { makeCase, makeTown, type Town } from '../support/town.ts';

describe('running the organisations', () => {
  let running: RunningApp;
  let town: Town;
  let admin: Client;
  let karin: Client;

  beforeAll(async () => {
    running = await startApp();
    town = await makeTown(running);
    admin = await signIn(running.url, 'admin.drift', 'staff');
    karin = await signIn(running.url, 'karin.fk', 'staff');
  });

  afterAll(() => running.close());

  const create = async (path: string, body: object): Promise<{ id: string; location: string }> => {
    const answer = await admin.post(`${path}`, body);
    expect([path, answer.status, answer.body]).toMatchObject([path, 201, { id: expect.any(String) }]);
    return { id: (answer.body as { id: string }).id, location: answer.headers.get('location')! };
  };
  const cardOf = async (id: string): Promise<Card> => (await admin.get(`organisations/${id}`)).body as Card;
  const staffOf = async (id: string): Promise<StaffMember> => (await admin.get(`staff/${id}`)).body as StaffMember;
  const match = (version: number): RequestOptions => ({ headers: { 'if-match': `"${version}"` } });

  interface Card {
    version: number;
    contact: { name: string } | null;
    mission: string;
    namesStaff: boolean;
    units: { id: string; version: number; closedOn: string | null; name: string }[];
  }
  interface StaffMember {
    version: number;
    disabled: boolean;
    assignments: {
      id: string;
      version: number;
      title: string;
      functions: string[];
      validTo: string | null;
      active: boolean;
      accountableFor: number;
    }[];
  }

  it('builds a new organisation from nothing to a contact that others find', async () => {
    const organisation = await create('organisations', {
      principalName: 'Sjöstads kommun',
      principalKind: 'KOMMUN',
      name: 'Hälso- och sjukvården',
      shortName: 'HSV',
      letters: 'HS',
    });
    expect(organisation.location).toBe(`/api/v1/organisations/${organisation.id}`);
    const unit = await create('units', {
      organisationId: organisation.id,
      name: 'Hemsjukvården',
      takesIntake: true,
      functionAddress: 'hemsjukvard@samspel.example',
      phone: '0980-319 300',
    });
    const staff = await create('staff', { givenName: 'Vera', familyName: 'Öman', hsaId: 'SE2120009119-vOMAN01', email: 'vera.oman@samspel.example' });
    const assignment = await create('assignments', {
      staffMemberId: staff.id,
      unitId: unit.id,
      title: 'Sjuksköterska',
      role: 'CASEWORKER',
      functions: ['intake'],
      validFrom: '2026-01-01',
    });
    expect(assignment.location).toBe(staff.location);
    const named = await admin.put(`organisations/${organisation.id}/contact`, { assignmentId: assignment.id });
    expect(named.status).toBe(204);

    const listed = (await karin.get('organisations')).body as { items: { id: string; units: unknown[] }[] };
    expect(listed.items.find((each) => each.id === organisation.id)).toEqual({
      id: organisation.id,
      name: 'Hälso- och sjukvården',
      shortName: 'HSV',
      letters: 'HS',
      kind: 'KOMMUN',
      principal: 'Sjöstads kommun',
      units: [{ id: unit.id, name: 'Hemsjukvården', takesIntake: true, functionAddress: 'hemsjukvard@samspel.example', phone: '0980-319 300' }],
    });
    expect((await cardOf(organisation.id)).contact).toMatchObject({ name: 'Vera Öman', title: 'Sjuksköterska', unit: 'Hemsjukvården' });
    const found = (await karin.get('colleagues?q=ver')).body as { items: unknown[] };
    expect(found.items).toMatchObject([{ assignmentId: assignment.id, name: 'Vera Öman', isContact: true, organisation: { shortName: 'HSV' } }]);
  });

  it('refuses a second organisation, unit or sign-in identity of the same name', async () => {
    const again = await admin.post('organisations', {
      principalName: 'X-kommun',
      principalKind: 'KOMMUN',
      name: 'Socialtjänsten',
      shortName: 'S',
      letters: 'S',
    });
    expect([again.status, again.body]).toMatchObject([409, { type: 'urn:samspel:organisation.name_taken' }]);
    const unit = await admin.post('units', { organisationId: town.organisation.fk, name: 'Försäkringskassan Sjöstad', takesIntake: true });
    expect([unit.status, unit.body]).toMatchObject([409, { type: 'urn:samspel:unit.name_taken' }]);
    await create('staff', { givenName: 'Ett', familyName: 'Test', hsaId: 'SE2120009119-TEST01' });
    const twin = await admin.post('staff', { givenName: 'Två', familyName: 'Test', hsaId: 'SE2120009119-test01' });
    expect([twin.status, twin.body]).toMatchObject([409, { type: 'urn:samspel:staff.identity_taken' }]);
    const nobody = await admin.post('staff', { givenName: 'Tre', familyName: 'Test' });
    expect([nobody.status, nobody.body]).toMatchObject([422, { errors: [{ code: 'identity_missing' }] }]);
    const kind = await admin.post('organisations', {
      principalName: 'Försäkringskassan (huvudman)',
      principalKind: 'AF',
      name: 'Ny',
      shortName: 'N',
      letters: 'N',
    });
    expect([kind.status, kind.body]).toMatchObject([422, { errors: [{ pointer: '/principalKind' }] }]);
  });

  it('makes one staff member of ten posts with one key', async () => {
    const key = { headers: { 'idempotency-key': crypto.randomUUID() } };
    const body = { givenName: 'Tio', familyName: 'Gånger', orgAffiliation: 'tio.ganger@2021005521' };
    const answers = await Promise.all(Array.from({ length: 10 }, () => admin.post('staff', body, key)));
    expect(new Set(answers.map((answer) => (answer.body as { id: string }).id)).size).toBe(1);
    expect(answers.every((answer) => answer.status === 201)).toBe(true);
    expect((await admin.post('staff', { ...body, givenName: 'Elva' }, key)).status).toBe(422);
  });

  it('keeps the card from being overwritten unseen', async () => {
    const id = town.organisation.fk;
    const card = {
      mission: 'Vi prövar rätten till sjukpenning.',
      canDecide: 'Sjukpenning',
      cannotDecide: 'Vård',
      timeLimits: '',
      contactWays: '',
      words: [{ word: 'Aktivitet', meaning: 'Något vi beslutar om.' }],
    };
    const { version } = await cardOf(id);
    expect((await admin.put(`organisations/${id}/card`, card)).status).toBe(428);
    expect((await admin.put(`organisations/${id}/card`, card, match(version))).status).toBe(204);
    const stale = await admin.put(`organisations/${id}/card`, { ...card, mission: 'Annat' }, match(version));
    expect([stale.status, stale.body]).toMatchObject([412, { currentEtag: `"${version + 1}"` }]);
    expect(await cardOf(id)).toMatchObject({ ...card, version: version + 1 });
    const edits = await Promise.all(
      Array.from({ length: 20 }, (_, index) => admin.put(`organisations/${id}/card`, { ...card, mission: `Nummer ${index}` }, match(version + 1))),
    );
    expect(edits.map((edit) => edit.status).sort((a, b) => a - b)).toEqual([204, ...Array.from({ length: 19 }, () => 412)]);
  });

  it('lets an organisation decide whether the person reads the names of its staff, which a card without a word of it leaves alone', async () => {
    const id = town.organisation.work;
    const card = { mission: '', canDecide: '', cannotDecide: '', timeLimits: '', contactWays: '', words: [] };
    const save = async (more: object): Promise<boolean> => {
      const { status } = await admin.put(`organisations/${id}/card`, { ...card, ...more }, match((await cardOf(id)).version));
      expect(status).toBe(204);
      return (await cardOf(id)).namesStaff;
    };
    expect((await cardOf(id)).namesStaff).toBe(true);
    expect([await save({ namesStaff: false }), await save({}), await save({ namesStaff: true })]).toEqual([false, false, true]);
  });

  it('opens, changes and closes a unit, which cannot close while anybody works there', async () => {
    const organisationId = town.organisation.region;
    const { id } = await create('units', { organisationId, name: 'Rehabteamet', takesIntake: false, parentUnitId: town.unit.region });
    const changed = await admin.put(`units/${id}`, { name: 'Rehab', takesIntake: true, parentUnitId: town.unit.region }, match(1));
    expect(changed.status).toBe(204);
    expect((await cardOf(organisationId)).units.find((unit) => unit.id === id)).toMatchObject({ name: 'Rehab', takesIntake: true, version: 2 });
    const loop = await admin.put(`units/${town.unit.region}`, { name: 'Vårdcentralen Sjöstad', takesIntake: true, parentUnitId: id }, match(1));
    expect([loop.status, loop.body]).toMatchObject([422, { errors: [{ pointer: '/parentUnitId', code: 'not_above' }] }]);
    const staffed = await admin.put(`units/${town.unit.region}/closure`);
    expect([staffed.status, staffed.body]).toMatchObject([409, { type: 'urn:samspel:unit.staffed' }]);
    expect((await admin.put(`units/${id}/closure`)).status).toBe(204);
    expect((await admin.put(`units/${id}/closure`)).status).toBe(204);
    const late = await admin.post('assignments', {
      staffMemberId: town.staff['lena.region']!.staffMemberId,
      unitId: id,
      title: 'Kurator',
      role: 'CASEWORKER',
      functions: [],
      validFrom: '2026-01-01',
    });
    expect([late.status, late.body]).toMatchObject([409, { type: 'urn:samspel:unit.closed' }]);
  });

  it('keeps a federation out of cases, and case work out of a federation', async () => {
    const staffMemberId = town.staff['nils.kommun']!.staffMemberId;
    const give = (unitId: string, role: string, functions: string[] = []): ReturnType<Client['post']> =>
      admin.post('assignments', { staffMemberId, unitId, title: 'Test', role, functions, validFrom: '2026-01-01' });
    expect([(await give(town.unit.federation, 'CASEWORKER')).status, (await give(town.unit.kommun, 'FEDERATION_MANAGER')).status]).toEqual([
      422, 422,
    ]);
    expect((await give(town.unit.kommun, 'ADMINISTRATOR', ['intake'])).body).toMatchObject({ errors: [{ pointer: '/functions' }] });
  });

  it('lets no administrator touch their own rights', async () => {
    const { staffMemberId, assignmentId, unitId } = town.staff['admin.drift']!;
    const own = { type: 'urn:samspel:policy.forbidden', because: 'own_rights' };
    const attempts = [
      admin.post('assignments', { staffMemberId, unitId, title: 'Chef', role: 'ADMINISTRATOR', functions: [], validFrom: '2026-01-01' }),
      admin.put(`assignments/${assignmentId}`, { title: 'Chef', functions: [] }, match(1)),
      admin.put(`assignments/${assignmentId}/end`, { lastDay: '2027-01-01' }),
      admin.put(`staff/${staffMemberId}`, { givenName: 'A', familyName: 'B', orgAffiliation: 'x@2220009118' }, match(1)),
      admin.put(`staff/${staffMemberId}/disabling`),
      admin.put(`staff/${staffMemberId}/enabling`),
    ];
    for (const { status, body } of await Promise.all(attempts)) expect([status, body]).toMatchObject([403, own]);
  });

  it('changes of rights are felt at the next request, and a disabled account’s session stays dead', async () => {
    const sara = await signIn(running.url, 'sara.af', 'staff');
    const { staffMemberId, assignmentId } = town.staff['sara.af']!;
    const before = (await staffOf(staffMemberId)).assignments[0]!;
    expect((await admin.put(`assignments/${assignmentId}`, { title: 'Vägledare', functions: [] }, match(before.version))).status).toBe(204);
    expect((await staffOf(staffMemberId)).assignments).toMatchObject([{ title: 'Vägledare', functions: [], version: before.version + 1 }]);
    expect((await sara.get('organisations')).status).toBe(200);
    expect((await admin.put(`staff/${staffMemberId}/disabling`)).status).toBe(204);
    expect((await sara.get('organisations')).status).toBe(401);
    expect(await staffOf(staffMemberId)).toMatchObject({ disabled: true, assignments: [{ active: false }] });
    expect((await admin.put(`staff/${staffMemberId}/enabling`)).status).toBe(204);
    expect((await sara.get('organisations')).status).toBe(401);
    const anew = await signIn(running.url, 'sara.af', 'staff');
    const day = Temporal.PlainDate.from(running.clock.today()).subtract({ days: 1 }).toString();
    expect((await admin.put(`assignments/${assignmentId}/end`, { lastDay: day })).status).toBe(204);
    expect((await anew.get('organisations')).status).toBe(401);
    expect((await admin.put(`assignments/${assignmentId}/end`, { lastDay: '2027-01-01' })).body).toMatchObject({
      type: 'urn:samspel:assignment.ended',
    });
  });

  it('nobody who answers for an open case can be shut out; the administrator sees how many and never which', async () => {
    const { caseId } = await makeCase(running, town, { owner: 'karin.fk', coordinator: 'lena.region' });
    for (const hint of ['karin.fk', 'lena.region']) {
      const { staffMemberId, assignmentId } = town.staff[hint]!;
      const ended = await admin.put(`assignments/${assignmentId}/end`, { lastDay: '2027-01-01' });
      expect([ended.status, ended.body]).toMatchObject([409, { type: 'urn:samspel:assignment.accountable', count: 1 }]);
      const disabled = await admin.put(`staff/${staffMemberId}/disabling`);
      expect([disabled.status, disabled.body]).toMatchObject([409, { type: 'urn:samspel:assignment.accountable', count: 1 }]);
      const view = await staffOf(staffMemberId);
      expect(view.assignments).toMatchObject([{ accountableFor: 1, validTo: null, active: true }]);
      expect(JSON.stringify(view)).not.toContain(caseId);
    }
    expect((await admin.put(`assignments/${town.staff['johan.region']!.assignmentId}/end`, { lastDay: '2027-01-01' })).status).toBe(204);
  });

  it('plans leave with a deputy of the own organisation, without overlaps, and cancels it', async () => {
    const { assignmentId } = town.staff['karin.fk']!;
    const plan = (body: object): ReturnType<Client['post']> => admin.post(`assignments/${assignmentId}/leave`, body);
    const days = { firstDay: '2030-07-01', lastDay: '2030-07-28' };
    const deputyAssignmentId = town.staff['david.fk']!.assignmentId;
    const { id } = await create(`assignments/${assignmentId}/leave`, { ...days, deputyAssignmentId });
    expect((await plan({ firstDay: '2030-07-28', lastDay: '2030-07-29' })).body).toMatchObject({ type: 'urn:samspel:leave.overlaps' });
    expect((await plan({ firstDay: '2030-08-02', lastDay: '2030-08-01' })).status).toBe(422);
    const elsewhere = await plan({ firstDay: '2030-08-01', lastDay: '2030-08-02', deputyAssignmentId: town.staff['ahmed.af']!.assignmentId });
    expect([elsewhere.status, elsewhere.body]).toMatchObject([422, { errors: [{ pointer: '/deputyAssignmentId', code: 'not_active_here' }] }]);
    expect((await plan({ firstDay: '2030-08-01', lastDay: '2030-08-02', deputyAssignmentId: assignmentId })).body).toMatchObject({
      errors: [{ code: 'same_person' }],
    });
    expect((await admin.put(`leave/${id}/cancellation`)).status).toBe(204);
    expect((await admin.put(`leave/${id}/cancellation`)).status).toBe(204);
    await create(`assignments/${assignmentId}/leave`, days);
    expect((await admin.get(`assignments/${assignmentId}/leave`)).body).toMatchObject({
      items: [
        { ...days, deputy: null, cancelled: false },
        { ...days, deputy: { name: 'David Norén' }, cancelled: true },
      ],
    });
  });

  it('pages through the staff by name, and finds by unit and beginning', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { status, body } = await admin.get(`staff?limit=4${cursor ? `&cursor=${cursor}` : ''}`);
      expect(status).toBe(200);
      const page = body as { items: { id: string; familyName: string }[]; nextCursor?: string };
      seen.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor;
    } while (cursor);
    const all = await behindTheLocks<{ id: string }>(running.database, 'select id from staff_member order by family_name, given_name, id');
    expect(seen).toEqual(all.map((row) => row.id));
    const inUnit = (await admin.get(`staff?unitId=${town.unit.fk}&q=be`)).body as { items: unknown[] };
    expect(inUnit.items).toMatchObject([{ givenName: 'Karin', familyName: 'Berg', activeAssignments: 1 }]);
    expect((await admin.get('staff?cursor=trams')).status).toBe(400);
    expect((await admin.get('staff?limit=1000000000')).status).toBe(422);
  });

  it('answers unknown ids alike, whatever their form', async () => {
    for (const id of [crypto.randomUUID(), 'x', town.organisation.fk]) {
      expect((await admin.get(`staff/${id}`)).status).toBe(404);
      expect((await admin.put(`units/${id}/closure`)).status).toBe(404);
      expect((await admin.put(`assignments/${id}/end`, { lastDay: '2027-01-01' })).status).toBe(404);
      expect((await admin.get(`assignments/${id}/leave`)).status).toBe(404);
      expect((await admin.put(`leave/${id}/cancellation`)).status).toBe(404);
    }
  });

  it('refuses unknown and protected properties by name', async () => {
    const body = { givenName: 'A', familyName: 'B', orgAffiliation: 'a.b@2021005521', personalIndex: 'x', id: crypto.randomUUID() };
    const { status, body: problem } = await admin.post('staff', body);
    expect(status).toBe(400);
    expect((problem as { errors: { pointer: string }[] }).errors.map((error) => error.pointer).sort()).toEqual(['/id', '/personalIndex']);
    const nested = await admin.put(
      `organisations/${town.organisation.af}/card`,
      { mission: '', canDecide: '', cannotDecide: '', timeLimits: '', contactWays: '', words: [{ word: 'a', meaning: 'b', by: 'c' }] },
      match(1),
    );
    expect([nested.status, nested.body]).toMatchObject([400, { errors: [{ pointer: '/words/0/by', code: 'unknown' }] }]);
  });

  it('logs what was changed, and who looked at staff', async () => {
    await admin.get(`staff/${town.staff['karin.fk']!.staffMemberId}`);
    const actions = await behindTheLocks<{ action: string }>(
      running.database,
      `select distinct action from audit_event where actor_id = $1 and purpose = 'ADMINISTRATION' and field_class = 'ORGANISATION' order by 1`,
      [town.staff['admin.drift']!.assignmentId],
    );
    expect(actions.map((row) => row.action)).toEqual(
      expect.arrayContaining([
        'organisation.created',
        'organisation.contact-named',
        'unit.opened',
        'staff.added',
        'assignment.given',
        'leave.planned',
        'staff.read',
        'staff.listed',
      ]),
    );
  });
});
