import { personNewsMails } from '../../src/person/person-news-mail.ts';
import { MailSender } from '../../src/platform/mail/mail-sender.ts';
import { MailWorker } from '../../src/platform/mail/mail-worker.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { type Client, signIn } from '../support/sign-in.ts';
import { makeCase, makeTown, type Town, type TownCase } from '../support/town.ts';

const MONDAY = '2026-11-23T10:00:00+01:00';

describe('a mail to the person themself', () => {
  let running: RunningApp, town: Town, eva: TownCase, server: MailServer, worker: MailWorker;
  let evas: Client, karin: Client;

  beforeAll(async () => {
    running = await startApp();
    town = await makeTown(running);
    eva = await makeCase(running, town);
    await running.clock.moveTo(new Date(MONDAY));
    evas = await signIn(running.url, 'eva', 'citizen');
    karin = await signIn(running.url, 'karin.fk');
    server = await startMailServer();
    worker = new MailWorker({
      ...{ databaseUrl: running.database.urls.worker, sender: new MailSender(server.url, 'Samspel <samspel@samspel.test>') },
      ...{ composers: personNewsMails('https://samspel.test'), say: () => undefined, pollingIntervalSeconds: 0.5, superviseIntervalSeconds: 1 },
    });
  }, 60_000);
  afterAll(async () => {
    await worker?.stop();
    await server?.stop();
    await running?.close();
  });

  const rows = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    behindTheLocks<Row>(running.database, sql, values);
  const waiting = async (): Promise<string[]> => {
    const jobs = await rows<{ notBefore: string | null }>(
      `select data->>'notBefore' as "notBefore" from pgboss.job where data->>'kind' = 'person-news' and state::text = 'created' order by created_on`,
    );
    return jobs.map(({ notBefore }) => notBefore ?? 'now');
  };
  /** The person asks for a call and is answered: something new for them. */
  const answer = async (): Promise<void> => {
    const { body } = await evas.post<{ id: string }>('me/requests', { kind: 'CALL_ME' });
    expect((await karin.put(`person-messages/${body.id}/answer`, { text: 'Jag ringer dig.' }, { headers: { 'if-match': '"1"' } })).status).toBe(204);
  };
  const ask = (): Promise<unknown> => rows(`insert into person_mail (person_id, email) values ($1, 'eva@example.com')`, [eva.personId]);

  it('is not written to somebody who has not asked for it', async () => {
    await answer();
    expect(await waiting()).toEqual([]);
  });

  it('nor to somebody whose data are protected', async () => {
    await ask();
    await rows(`update person set protected_level = 'CONFIDENTIALITY_FLAG' where id = $1`, [eva.personId]);
    await answer();
    expect(await waiting()).toEqual([]);
    await rows(`update person set protected_level = null where id = $1`, [eva.personId]);
  });

  it('is one a day, however much is new, and the next day another', async () => {
    await answer();
    await answer();
    expect(await waiting()).toEqual(['now']);
    await running.clock.moveTo(new Date('2026-11-24T23:30:00+01:00'));
    await answer();
    expect(await waiting()).toEqual(['now', '2026-11-25T06:00:00.000Z']);
  });

  it('is not to be set off by somebody who does not reach the person', async () => {
    await rows('update person_mail set told_at = null');
    const due = async (hint: string): Promise<unknown> =>
      (
        await rows<{ due: boolean }>(`select app.tells_the_person($1) as due from (select set_config('app.actor_id', $2, true)) acting`, [
          eva.personId,
          town.staff[hint]!.assignmentId,
        ])
      )[0];
    expect(await due('maria.chef.fk')).toEqual({ due: false });
    expect(await due('karin.fk')).toEqual({ due: true });
  });

  it('says only that there is something new', async () => {
    await worker.start();
    const [mail] = await eventually(() => server.received.length > 0 && server.received);
    expect(mail!.to).toEqual(['eva@example.com']);
    expect(mail!.body).toContain('Du har n=C3=A5got nytt i Samspel.');
    expect(mail!.body).toContain('https://samspel.test/min-plan');
    expect(JSON.stringify([mail!.body, [...mail!.headers]])).not.toMatch(/Eva|Lind|Karin|S-\d|Försäkringskassan|ringer/);
  });
});
