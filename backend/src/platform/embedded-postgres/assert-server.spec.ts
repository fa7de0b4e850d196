import { assertServer } from './assert-server.ts';

const sound = {
  server_version_num: '180004',
  server_encoding: 'UTF8',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  data_checksums: 'on',
};

const serverWith = (changed: Partial<typeof sound>) => ({
  query: () => Promise.resolve({ rows: Object.entries({ ...sound, ...changed }).map(([name, setting]) => ({ name, setting })) }),
});

describe('the demands on a database server', () => {
  it('accepts a sound one, and one that also waits for a standby', async () => {
    await expect(assertServer(serverWith({}), { ephemeral: false })).resolves.toBeUndefined();
    await expect(assertServer(serverWith({ synchronous_commit: 'remote_apply' }), { ephemeral: false })).resolves.toBeUndefined();
  });

  it.each(['fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums'] as const)(
    'refuses %s = off unless it is for a test',
    async (name) => {
      await expect(assertServer(serverWith({ [name]: 'off' }), { ephemeral: false })).rejects.toThrow(`${name} must be on, not off`);
      await expect(assertServer(serverWith({ [name]: 'off' }), { ephemeral: true })).resolves.toBeUndefined();
    },
  );

  it.each(['local', 'off'])('refuses synchronous_commit = %s', async (value) => {
    await expect(assertServer(serverWith({ synchronous_commit: value }), { ephemeral: false })).rejects.toThrow('synchronous_commit');
  });

  it.each(['170006', '190000', 'x'])('refuses version %s, in tests too', async (version) => {
    await expect(assertServer(serverWith({ server_version_num: version }), { ephemeral: true })).rejects.toThrow('PostgreSQL 18 is required');
  });

  it('names every finding at once', async () => {
    await expect(assertServer(serverWith({ fsync: 'off', server_encoding: 'LATIN1' }), { ephemeral: false })).rejects.toThrow(/encoding.*fsync/);
  });
});
