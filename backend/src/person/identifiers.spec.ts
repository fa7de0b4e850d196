import type { Clock } from '../platform/clock/clock.ts';
import { Environment } from '../platform/config/environment.ts';
import type { Problem } from '../platform/problem/problem.ts';
import { Identifiers } from './identifiers.ts';

function reading(kind: 'demo' | 'production'): Identifiers {
  const environment = new Environment();
  environment.DEPLOYMENT_KIND = kind;
  return new Identifiers({ today: () => '2026-11-22' } as Clock, environment);
}

function refusalOf(work: () => unknown): Problem {
  try {
    work();
  } catch (error) {
    return error as Problem;
  }
  throw new Error('nothing was refused');
}

describe('a personal identifier in a request', () => {
  it('is taken in the demo when it is a published test number', () => {
    expect(reading('demo').read('800826-2381').digits12).toBe('198008262381');
  });

  it('is refused in the demo when it could belong to somebody', () => {
    // A samordningsnummer of the parser's tests: right by the rules, on no list.
    const problem = refusalOf(() => reading('demo').read('200007882384'));
    expect(problem).toMatchObject({
      status: 422,
      code: 'identifier.not_a_test_number',
      more: { errors: [{ pointer: '/personalNumber', code: 'not_a_test_number' }] },
    });
  });

  it('is refused in production when it is a test number, and taken otherwise', () => {
    expect(refusalOf(() => reading('production').read('198008262381'))).toMatchObject({ status: 422, code: 'identifier.test_number' });
    expect(reading('production').read('200007882384').kind).toBe('SAMORDNINGSNUMMER');
  });

  it.each([
    ['198101012387', 'checksum'],
    ['198102302380', 'date'],
    ['20271121-2388', 'checksum'],
    ['19810101', 'length'],
  ])('%s is refused with the reason %s, and never echoed', (written, code) => {
    const problem = refusalOf(() => reading('demo').read(written, '/number'));
    expect(problem).toMatchObject({ status: 422, more: { errors: [{ pointer: '/number', code }] } });
    expect(JSON.stringify({ ...problem, message: problem.message })).not.toContain(written.slice(-4));
  });
});
