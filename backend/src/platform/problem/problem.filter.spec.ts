import { type ArgumentsHost, Logger } from '@nestjs/common';
import { jest } from '@jest/globals';
import { ProblemFilter } from './problem.filter.ts';

describe('what nobody foresaw', () => {
  const answer = { status: () => answer, set: () => answer, type: () => answer, send: jest.fn(), headersSent: false };
  const host = { switchToHttp: () => ({ getResponse: () => answer }) } as unknown as ArgumentsHost;

  it('is logged by its code and place, without the value that a database repeats in its message', () => {
    const log = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    new ProblemFilter().catch(Object.assign(new Error('invalid input syntax for type date: "Eva Lind"'), { code: '22007' }), host);
    const [logged] = log.mock.calls[0]!;
    expect(logged).toMatch(/^urn:uuid:\S+ Error 22007\n\s+at /);
    expect(logged).not.toContain('Eva');
    expect(String(answer.send.mock.calls[0])).not.toMatch(/Eva|22007/);
    log.mockRestore();
  });
});
