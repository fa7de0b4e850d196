import type { AlertList } from '../../src/alert/alert.dto.ts';
import type { DemoMailView } from '../../src/demo/mail/demo-mails.controller.ts';
import type { CaseListView } from '../../src/case/list/case-list.dto.ts';
import type { CaseView } from '../../src/case/view/case-view.dto.ts';
import type { LinkTemplateList } from '../../src/link-template/link-template.dto.ts';
import type { NomineeListView } from '../../src/stalled/nominee.dto.ts';
import type { StalledBoardView, StalledRowView } from '../../src/stalled/stalled.dto.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { townDatabase } from '../support/seeded-town.ts';
import { behindTheLocks } from '../support/database.ts';
import { Client, signIn } from '../support/sign-in.ts';

const SEED_MS = 120_000;

describe('the demo town’s batons', () => {
  let running: RunningApp;
  const clients = new Map<string, Client>();

  beforeAll(async () => {
    running = await startApp({ database: await townDatabase() });
  }, SEED_MS);
  afterAll(() => running?.close());

  const as = async (hint: string): Promise<Client> => {
    const client = clients.get(hint) ?? (await signIn(running.url, hint));
    clients.set(hint, client);
    return client;
  };
  const read = async <Body>(hint: string, path: string): Promise<Body> => {
    const { status, body } = await (await as(hint)).get<Body>(path);
    expect(`${hint} ${path} ${status}`).toBe(`${hint} ${path} 200`);
    return body;
  };
  const board = async (hint: string, direction = 'both'): Promise<StalledRowView[]> =>
    (await read<StalledBoardView>(hint, `stalled-handovers?limit=100&direction=${direction}`)).items;
  const kinds = (rows: StalledRowView[]): string[] => [...new Set(rows.map(({ kind }) => kind))].sort();
  const ofLateness = (row: StalledRowView): boolean => row.kind === 'NOT_ACCEPTED' && row.overdue;

  it('stand on the boards of both sides, in both directions and of every kind', async () => {
    const [per, maria] = [await board('per.chef.af'), await board('maria.chef.fk')];
    expect(kinds(per)).toEqual(['NOT_ACCEPTED', 'NO_OWNER', 'OPEN_LOOP', 'SILENT']);
    expect(per.length).toBeGreaterThanOrEqual(5);
    expect(kinds(await board('maria.chef.fk', 'in'))).toEqual(['SILENT']);
    expect(kinds(await board('maria.chef.fk', 'out'))).toEqual(['NOT_ACCEPTED']);
    const late = per.filter(ofLateness);
    expect(late).toMatchObject([
      { state: 'OFFERED', nominee: null, nominatable: true, accountable: { name: 'David Norén' }, accountableIsYou: false },
    ]);
    expect(maria.filter(ofLateness).map(({ id }) => id)).toEqual(late.map(({ id }) => id));
    expect(late[0]!.from).toMatchObject({ unit: { name: 'Försäkringskassan Sjöstad' } });
  });

  it('make Per answer for the one whose owner is away, and leave one out that he has paused', async () => {
    const { counters, items } = await read<StalledBoardView>('per.chef.af', 'stalled-handovers?limit=100');
    expect(counters).toMatchObject({ noOwner: 1, paused: 1 });
    expect(items.filter(({ kind }) => kind === 'NO_OWNER')).toMatchObject([{ accountable: { name: 'Per Lindqvist' }, accountableIsYou: true }]);
  });

  it('have alerted Per before anybody signs in', async () => {
    const { open, items } = await read<AlertList>('per.chef.af', 'alerts?limit=100');
    expect(open).toBe(items.length);
    expect(items.map(({ rung }) => rung)).toEqual(expect.arrayContaining(['SUPERVISOR', 'OWNER_LOST', 'BOUNCED', 'JOINT_REVIEW']));
  });

  it('can be given to Ahmed or Noor in two steps, and not to Jonas who is away', async () => {
    const late = (await board('per.chef.af')).find(ofLateness)!;
    const { items } = await read<NomineeListView>('per.chef.af', `stalled-handovers/${late.id}/nominees`);
    const named = (name: string) => items.find(({ staff }) => staff.name === name);
    for (const name of ['Ahmed Haddad', 'Noor Aziz']) expect(named(name)).toMatchObject({ selectable: true });
    expect(named('Jonas Wik')).toMatchObject({ selectable: false, because: 'away', deputy: null });
  });

  it('leave Eva’s case alone: Karin holds it, Lena leads it, and nothing waits', async () => {
    const { items } = await read<CaseListView>('karin.fk', 'cases?limit=100');
    const eva = await read<CaseView>('karin.fk', `cases/${items.find(({ person }) => person.givenName === 'Eva')!.id}`);
    expect(eva.holder).toMatchObject({ owner: { name: 'Karin Berg' }, coordinator: { name: 'Lena Forsman' }, handovers: [], standIn: null });
  });

  it('run over links of every breadth, one of them between two units', async () => {
    const { items } = await read<LinkTemplateList>('admin.drift', 'link-templates');
    expect(items[0]).toMatchObject({ fromUnit: { name: 'Vårdcentralen Sjöstad' }, toUnit: { name: 'Psykiatriska mottagningen' } });
    const links = items.slice(1).map(({ fromKind, toKind }) => `${fromKind}>${toKind}`);
    expect(links.toSorted()).toEqual(['FK>AF', 'KOMMUN>AF', 'REGION>REGION', 'null>null']);
    const used = await behindTheLocks<{ count: number }>(running.database, 'select count(distinct template_id)::int as count from handover');
    expect(used).toEqual([{ count: items.length }]);
  });

  it('have sent a handful of mails in the last days and none to a server', async () => {
    const { items } = (await new Client(running.url).get<{ items: DemoMailView[] }>('demo/mails')).body;
    expect(items.length).toBeGreaterThanOrEqual(5);
    expect(items.length).toBeLessThan(40);
    expect(items.map(({ sentAt }) => sentAt)).toEqual(
      items
        .map(({ sentAt }) => sentAt)
        .toSorted()
        .toReversed(),
    );
    const week = new Date(running.clock.now().getTime() - 14 * 86_400_000).toISOString();
    for (const { to, sentAt } of items) expect([to.endsWith('.example'), sentAt > week]).toEqual([true, true]);
  });
});
