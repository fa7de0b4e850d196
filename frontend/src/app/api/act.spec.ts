import { Act } from './act.ts';
import { ApiProblem } from './problem.ts';

const refusal = (status: number): ApiProblem => new ApiProblem(status, 'x', '', '');

describe('Act', () => {
  async function keysOfTwoTries(status: number): Promise<[string, string]> {
    const act = new Act();
    const keys: string[] = [];
    await act.run((key) => {
      keys.push(key);
      return Promise.reject(refusal(status));
    });
    await act.run((key) => {
      keys.push(key);
      return Promise.resolve();
    });
    return [keys[0] ?? '', keys[1] ?? ''];
  }

  it.each([0, 429, 500, 503, 401])('keeps its key when nobody knows whether it happened (%d)', async (status) => {
    const [first, second] = await keysOfTwoTries(status);
    expect(second).toBe(first);
  });

  it.each([400, 409, 422])('is a new act after a clear refusal (%d)', async (status) => {
    const [first, second] = await keysOfTwoTries(status);
    expect(second).not.toBe(first);
  });

  it('is a new act after a success', async () => {
    const act = new Act();
    const first = await act.run((key) => Promise.resolve(key));
    expect(await act.run((key) => Promise.resolve(key))).not.toBe(first);
  });

  it('runs once at a time and says so', async () => {
    const act = new Act();
    let finish = (): void => undefined;
    const running = act.run(() => new Promise<string>((resolve) => (finish = () => resolve('done'))));
    expect(act.busy()).toBe(true);
    expect(await act.run(() => Promise.resolve('twice'))).toBeUndefined();
    finish();
    expect(await running).toBe('done');
    expect(act.busy()).toBe(false);
  });

  it('shows why it was refused until it is tried again', async () => {
    const act = new Act();
    await act.run(() => Promise.reject(refusal(409)));
    expect(act.problem()?.status).toBe(409);
    await act.run(() => Promise.resolve());
    expect(act.problem()).toBeNull();
  });
});
