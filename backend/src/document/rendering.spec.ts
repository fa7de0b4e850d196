import { fullPlan } from './document.sample.ts';
import { readPdf } from './pdf-reading.sample.ts';
import { DocumentRenderer } from './rendering.ts';

const open: DocumentRenderer[] = [];
const renderer = (limits = {}) => {
  const one = DocumentRenderer.within(limits);
  open.push(one);
  return one;
};
afterEach(() => open.splice(0).forEach((one) => one.onApplicationShutdown()));

/** Takes the compiler tens of seconds. */
const endless = { ...fullPlan(), strengths: Array.from({ length: 100 }, () => 'Ø'.repeat(10_000)) };
const processOf = (one: DocumentRenderer) => Reflect.get(one, 'process') as { pid: number } | undefined;
const alive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
async function until(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 5_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error('Never came true.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('rendering', () => {
  it('gives the same bytes for the same data, in any process', async () => {
    const [first, second] = [renderer(), renderer()];
    const bytes = await first.render('plan', fullPlan());
    await first.render('plan', { ...fullPlan(), whatMatters: 'Annat.' });
    expect((await first.render('plan', fullPlan())).equals(bytes)).toBe(true);
    expect((await second.render('plan', fullPlan())).equals(bytes)).toBe(true);
  });

  it('starts its process with the first order and keeps it', async () => {
    const one = renderer();
    expect(processOf(one)).toBeUndefined();
    await one.render('plan', fullPlan());
    const pid = processOf(one)?.pid;
    await one.render('plan', fullPlan());
    expect(processOf(one)?.pid).toBe(pid);
  });

  it('ends what takes too long, also inside the compiler, and goes on with the next', async () => {
    const one = renderer({ timeMs: 4_000 });
    await one.render('plan', fullPlan());
    const pid = processOf(one)?.pid ?? 0;
    const late = one.render('plan', endless);
    const next = one.render('plan', fullPlan());
    await expect(late).rejects.toMatchObject({ status: 503, code: 'document.too_slow' });
    expect((await readPdf(await next)).title).toContain('SIP');
    await until(() => !alive(pid));
  }, 20_000);

  it('refuses an order when too many wait, and says when to come back', async () => {
    const one = renderer({ waiting: 1 });
    const taken = [one.render('plan', fullPlan()), one.render('plan', fullPlan())];
    await expect(one.render('plan', fullPlan())).rejects.toMatchObject({
      status: 503,
      code: 'document.busy',
      more: { headers: { 'retry-after': '10' } },
    });
    await Promise.all(taken);
    await expect(one.render('plan', fullPlan())).resolves.toBeInstanceOf(Buffer);
  });

  it('answers when its process dies, and starts another', async () => {
    const one = renderer();
    await one.render('plan', fullPlan());
    const dying = one.render('plan', endless);
    await until(() => processOf(one) !== undefined);
    process.kill(processOf(one)?.pid ?? 0, 'SIGKILL');
    await expect(dying).rejects.toMatchObject({ status: 503, code: 'service.unavailable' });
    await expect(one.render('plan', fullPlan())).resolves.toBeInstanceOf(Buffer);
  });

  it('says that a template is wrong without saying what was to be printed', async () => {
    const broken = { ...fullPlan(), earlySigns: 'hemligt' as never };
    const error = await renderer()
      .render('plan', broken)
      .catch((reason: unknown) => reason);
    expect(String(error)).toContain('The template "plan" did not compile');
    expect(String(error)).not.toContain('hemligt');
  });

  it('ends its process with the application', async () => {
    const one = renderer();
    await one.render('plan', fullPlan());
    const pid = processOf(one)?.pid ?? 0;
    one.onApplicationShutdown();
    await until(() => !alive(pid));
    await expect(one.render('plan', fullPlan())).rejects.toMatchObject({ status: 503 });
  });
});
