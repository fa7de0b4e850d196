import { randomUUID } from 'node:crypto';
import { type AppProcess, appProcess } from '../support/app-process.ts';
import { behindTheLocks, freshDatabase, type TestDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { act, ANSWERS, WORDS } from '../support/handover-acts.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { type Answer, type Client, signIn } from '../support/sign-in.ts';
import { localTime, makeCases, setClock } from '../support/timed-handover.ts';
import { makeTown, type Town } from '../support/town.ts';

const DEEP = process.env['DEEP'] === '1';
/** Kills under load, and kills while the ladder is climbed and mails leave. */
const KILLS = DEEP ? { load: 26, ladder: 4 } : { load: 2, ladder: 1 };
const ACTS_BETWEEN = 8;
const SENDERS = 2;

const CONSENTS = `
  with given as (
    insert into consent (case_id, person_id, disclosing_organisation_id, given_by, purpose, information_categories, valid_from, valid_to, form, taken_by_assignment_id, text_version)
      select id, person_id, $1, 'SELF', 'Samordna', '{CONTACT,SITUATION}', '2026-01-01', '2027-12-31', 'ORAL', $2, '1' from coordination_case returning id, case_id)
  insert into consent_recipient (consent_id, case_id, organisation_id) select id, case_id, $3 from given`;

/** Cases in which not exactly one answers: nobody, somebody outside the team, or somebody else than whoever accepted last. */
const NOT_ONE = `
  select c.id from coordination_case c where c.owner_assignment_id is null
    or (select count(*) from participation p where p.case_id = c.id and p.assignment_id = c.owner_assignment_id and p.until_at is null) <> 1
    or (select count(*) from handover h where h.case_id = c.id and h.state in ('OFFERED', 'RECEIVED', 'NEEDS_INFO')) > 1
    or c.owner_assignment_id <> coalesce((select h.accepted_by_assignment_id from handover h where h.case_id = c.id and h.accepted_at is not null), c.opened_by_assignment_id)
    or exists (select 1 from handover h where h.case_id = c.id and h.state <> 'DRAFT' and h.accountable_assignment_id <> c.owner_assignment_id)`;

interface Load {
  offered: Map<string, string>;
  accepted: Set<string>;
}

describe('the app is killed, again and again', () => {
  let database: TestDatabase, town: Town, mails: MailServer, app: AppProcess;
  beforeAll(async () => {
    database = await freshDatabase();
    town = await makeTown({ database });
    mails = await startMailServer();
    app = await appProcess(database, mails.url);
    await setClock(database, localTime('2026-11-25T10:00'));
    // A mail in the hands of a dead process is sent anew when its time is up; here that is soon.
    await behindTheLocks(database, `update pgboss.queue set expire_seconds = 5, retry_delay = 1, retry_backoff = false where name = 'mail'`);
    await app.start();
  }, 60_000);
  afterAll(async () => {
    await app?.kill();
    await mails?.stop();
    await database?.drop();
  });

  const sql = <Row extends Record<string, unknown>>(text: string, values: unknown[] = []): Promise<Row[]> =>
    behindTheLocks<Row>(database, text, values);
  const restart = async (): Promise<void> => {
    await app.kill();
    await app.start();
  };

  it('and nothing it had answered is lost, no case is without its one owner, alerts are exact and mails repeat as the same', async () => {
    const cases = await makeCases(database, town, (KILLS.load + 1) * ACTS_BETWEEN * 4 + 40);
    await sql(CONSENTS, [town.organisation.fk, town.staff['karin.fk']!.assignmentId, town.organisation.af]);
    const [karin, sara] = [await signIn(app.url, 'karin.fk'), await signIn(app.url, 'sara.af')];
    const load: Load = { offered: new Map(), accepted: new Set() };
    const work = startWork(karin, sara, cases, town.unit.af, load);

    for (let kill = 0; kill < KILLS.load; kill += 1) {
      await more(load, ACTS_BETWEEN);
      await restart();
      expect(await sql(NOT_ONE)).toEqual([]);
    }
    await more(load, ACTS_BETWEEN);
    await work.stop();

    // The ledger: what was answered stands, and stands once.
    const moves = await sql<{ id: string; act: string; n: number }>(`select handover_id as id, act, count(*)::int as n from handover_transition where act in ('offer', 'accept') group by 1, 2`);
    const made = new Map(moves.map(({ id, act: what, n }) => [`${what} ${id}`, n]));
    expect([...load.offered.keys()].filter((id) => made.get(`offer ${id}`) !== 1)).toEqual([]);
    expect([...load.accepted].filter((id) => made.get(`accept ${id}`) !== 1)).toEqual([]);
    expect([...made.values()].filter((n) => n !== 1)).toEqual([]);
    const owners = await sql<{ id: string }>(`select h.id from handover h join coordination_case c on c.id = h.case_id where h.accepted_by_assignment_id = $1 and c.owner_assignment_id = $1`, [town.staff['sara.af']!.assignmentId]);
    const owned = new Set(owners.map(({ id }) => id));
    expect([...load.accepted].filter((id) => !owned.has(id))).toEqual([]);
    expect(await sql(NOT_ONE)).toEqual([]);

    // Twelve days later everything that waits has climbed its whole ladder; the app dies on the way.
    await setClock(database, localTime('2026-12-09T12:00'));
    for (let kill = 0; kill < KILLS.ladder; kill += 1) {
      const before = mails.received.length;
      await eventually(() => mails.received.length > before, 60_000);
      await restart();
    }
    await eventually(async () => (await sql('select 1 from handover where next_timer_at <= app.domain_now()')).length === 0, 60_000);
    const stood = await sql<{ id: string; accepted: boolean }>(`select id, accepted_at is not null as accepted from handover where state <> 'DRAFT'`);
    const climbed = ['HALF_TIME', 'LIMIT', 'SUPERVISOR', 'BOTH_SUPERVISORS', 'JOINT_REVIEW'];
    const expected = stood.flatMap(({ id, accepted }) => (accepted ? climbed.map((rung) => `${id} ${rung} 2`) : [...climbed, 'RECEIPT'].map((rung) => `${id} ${rung} 1`)));
    const alerts = await sql<{ key: string }>(`select handover_id || ' ' || rung || ' ' || epoch as key from alert`);
    expect(alerts.map(({ key }) => key).toSorted()).toEqual(expected.toSorted());

    // Every recipient of every alert has the mail, and a mail that came twice says that it is the same.
    const told = await sql<{ id: string }>(`select '<alert.' || alert_id || '.' || assignment_id || '@127.0.0.1>' as id from alert_recipient`);
    const got = (): string[] => mails.received.map(({ headers }) => headers.get('message-id')![0]!);
    await eventually(() => told.every(({ id }) => got().includes(id)), 90_000);
    const byId = new Map<string, Set<string>>();
    for (const { headers, to, body } of mails.received) {
      const id = headers.get('message-id')![0]!;
      byId.set(id, (byId.get(id) ?? new Set()).add(`${to.join()} ${headers.get('subject')!.join()} ${body}`));
    }
    expect([...byId.values()].filter((versions) => versions.size > 1)).toEqual([]);
    expect(await sql(`select 1 from pgboss.job_common where name = 'mail-dead'`)).toEqual([]);
    const kills = KILLS.load + KILLS.ladder;
    process.stdout.write(`${kills} kills: ${load.offered.size} offers and ${load.accepted.size} acceptances answered, ${alerts.length} alerts, ${told.length} mails due, ${got().length} received\n`);
  }, DEEP ? 900_000 : 180_000); // prettier-ignore
});

/** So many of each have been answered beyond those that were. */
async function more({ offered, accepted }: Load, acts: number): Promise<void> {
  const [offers, acceptances] = [offered.size + acts, accepted.size + acts / 2];
  await eventually(() => offered.size >= offers && accepted.size >= acceptances, 60_000);
}

/** Senders offer case after case, and the receiver accepts every second; whatever is not answered is asked again, with the same key. */
function startWork(karin: Client, sara: Client, cases: readonly string[], toUnitId: string, load: Load): { stop(): Promise<void> } {
  let going = true;
  const left = [...cases];
  const toAccept: string[] = [];
  const answered = async (ask: () => Promise<Answer>): Promise<Answer | undefined> => {
    while (going) {
      const answer = await ask().catch(() => undefined);
      if (answer && answer.status < 500) return answer;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return undefined;
  };
  const sender = async (): Promise<void> => {
    for (let caseId = left.pop(); going && caseId; caseId = left.pop()) {
      const key = { headers: { 'idempotency-key': randomUUID() } };
      const begun = await answered(() => karin.post(`cases/${caseId}/handovers`, { scope: 'CASE_OWNERSHIP', ...WORDS, toUnitId, answerBy: '2026-12-10' }, key));
      if (!begun) return;
      if (begun.status !== 201) throw new Error(`draft: ${begun.status} ${JSON.stringify(begun.body)}`);
      const { id } = begun.body as { id: string };
      const sent = await answered(() => act(karin, id, 'offer', {}, 1));
      if (!sent) return;
      if (sent.status !== 204) throw new Error(`offer: ${sent.status} ${JSON.stringify(sent.body)}`);
      load.offered.set(id, caseId);
      if (load.offered.size % 2) toAccept.push(id);
    }
  }; // prettier-ignore
  const receiver = async (): Promise<void> => {
    while (going) {
      const id = toAccept.shift();
      if (!id) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        continue;
      }
      const taken = await answered(() => act(sara, id, 'acceptance', { ...ANSWERS, firstContactOn: '2026-11-27' }));
      if (taken?.status === 200) load.accepted.add(id);
      else if (taken) throw new Error(`acceptance: ${taken.status} ${JSON.stringify(taken.body)}`);
    }
  };
  const all = Promise.all([...Array.from({ length: SENDERS }, sender), receiver()]);
  all.catch(() => undefined);
  return {
    stop: async () => {
      going = false;
      await all;
    },
  };
}
