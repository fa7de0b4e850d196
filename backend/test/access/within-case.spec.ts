import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks, switchOffRowSecurity } from '../support/database.ts';
import { type Client, signIn } from '../support/sign-in.ts';
import { makeCase, makeTown, type Town, type TownCase } from '../support/town.ts';

const LOCKS = ['both locks', 'only row security (the gate held open)', 'only the gate (row security off)'] as const;

/** Organisations of one team are secret to each other: what is not shared with mine is not there for me. */
describe.each(LOCKS)('between organisations of one team, with %s', (locks) => {
  let running: RunningApp, town: Town, eva: TownCase;
  let karin: Client, maria: Client, lena: Client, ahmed: Client;
  let noteId: string, noticeId: string;

  beforeAll(async () => {
    running = await startApp({ gateOpen: locks.includes('held open') });
    town = await makeTown(running);
    eva = await makeCase(running, town, { team: ['karin.fk', 'maria.chef.fk', 'lena.region', 'ahmed.af'] });
    [karin, maria, lena, ahmed] = [
      await signIn(running.url, 'karin.fk'),
      await signIn(running.url, 'maria.chef.fk'),
      await signIn(running.url, 'lena.region'),
      await signIn(running.url, 'ahmed.af'),
    ];
    const { body } = await karin.post(`cases/${eva.caseId}/notes`, { text: 'Hemmatext', kind: 'ORGANISATION' });
    noteId = body.id;
    await karin.post(`cases/${eva.caseId}/notes`, { text: 'Egentext', kind: 'PERSONAL' });
    const shared = await karin.post(`cases/${eva.caseId}/notes`, { text: 'Delattext', kind: 'ORGANISATION' });
    const to = { recipients: [town.organisation.region], category: 'WORK' };
    await karin.post(`notes/${shared.body.id}/disclosures`, to);
    await karin.post(`cases/${eva.caseId}/timeline`, { ...to, text: 'Sagttext', occurredOn: running.clock.today() });
    await karin.put('drafts/note', { text: 'Utkasttext' });
    await lena.put(`participants/${await participation('lena.region')}/departure`).catch(() => undefined);
    const [notice] = await behindTheLocks<{ id: string }>(
      running.database,
      `insert into notice (case_id, recipient_assignment_id, kind) values ($1, $2, 'note.disclosed') returning id`,
      [eva.caseId, town.staff['karin.fk']!.assignmentId],
    );
    noticeId = notice!.id;
    if (locks.includes('row security off')) await switchOffRowSecurity(running.database);
  }, 60_000);
  afterAll(() => running?.close());
