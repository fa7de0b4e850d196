import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leaseHolder, takeLease } from './lease.ts';

describe('the lease on a data folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'samspel-lease-'));
  const file = join(folder, 'lease');
  afterEach(() => rmSync(file, { force: true }));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is taken once and free again after its release', () => {
    const release = takeLease(file);
    expect(leaseHolder(file)).toBe(process.pid);
    expect(() => takeLease(file)).toThrow(`Process ${process.pid} already runs Samspel`);
    release();
    expect(existsSync(file)).toBe(false);
  });

  it('falls to the next one when its holder has died, also when the number has been given to another process', () => {
    writeFileSync(file, JSON.stringify({ pid: 2_147_483_646, started: '1' }));
    takeLease(file)();
    writeFileSync(file, JSON.stringify({ pid: process.pid, started: 'long ago' }));
    expect(leaseHolder(file)).toBeUndefined();
    takeLease(file)();
  });

  it('falls to the next one when a crash left it half written', () => {
    writeFileSync(file, '{"pid":');
    expect(leaseHolder(file)).toBeUndefined();
    takeLease(file)();
  });
});
