import { randomUUID } from 'node:crypto';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { Response } from 'express';
import { Problem, conflict, malformed, notVisible, unavailable } from './problem.ts';

/** Every refusal leaves as problem+json; what nobody foresaw is logged by id and answered without a word of its inside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const instance = `urn:uuid:${randomUUID()}`;
    const problem = this.problemFor(error, instance);
    // A live stream that has begun cannot be turned into a problem any more.
    if (response.headersSent) return void response.end();
    const { errors, headers, extra } = problem.more;
    response
      .status(problem.status)
      .set({ 'cache-control': 'no-store', ...headers })
      .type('application/problem+json')
      .send(
        JSON.stringify({
          type: `urn:samspel:${problem.code}`,
          title: problem.title,
          status: problem.status,
          detail: problem.detail,
          instance,
          ...(errors && { errors }),
          ...extra,
        }),
      );
  }

  private problemFor(error: unknown, instance: string): Problem {
    if (error instanceof Problem) return error;
    if (isDatabaseDown(error)) return unavailable();
    const constraint = brokenInvariant(error);
    if (constraint) {
      this.logger.warn(`${instance} the database refused: ${constraint}`);
      return conflict('state.conflict', 'Något ändrades samtidigt', 'Någon annan ändrade samma sak just nu. Läs på nytt och försök igen.');
    }
    const status = httpStatus(error);
    if (status === 404) return notVisible();
    if (status === 413) return new Problem(413, 'request.too_large', 'För mycket på en gång', 'Förfrågan är större än vad tjänsten tar emot.');
    if (status === 415) return unsupportedMedia();
    if (status >= 400 && status < 500) return malformed([]);
    this.logger.error(`${instance} ${inside(error)}`);
    return new Problem(500, 'service.failed', 'Något gick fel hos oss', 'Felet är noterat. Försök igen, och hör av dig om det kommer tillbaka.');
  }
}

/** Where it happened. A database says in its message which value it could not take, and such a value may be about somebody. */
function inside(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { code } = error as { code?: unknown };
  if (typeof code !== 'string') return error.stack ?? error.name;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`${error.name} ${code}`, ...frames].join('\n');
}

export const unsupportedMedia = (): Problem => new Problem(415, 'request.media_type', 'Fel format', 'Tjänsten tar bara emot JSON.');

function httpStatus(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  // body-parser throws plain errors that carry a status
  const { status } = (error ?? {}) as { status?: unknown };
  return typeof status === 'number' ? status : 500;
}

/** Connection refused, lost or exhausted: SQLSTATE classes 08, 53, 57P and the client's own codes. */
function isDatabaseDown(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  if (typeof code === 'string' && /^(08|53|57P|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)/.test(code)) return true;
  return (
    typeof message === 'string' &&
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(message)
  );
}

/** An invariant that a race broke after the checks above it: uniqueness, exclusion, check, serialisation, deadlock. The database had the last word. */
function brokenInvariant(error: unknown): string | undefined {
  const { code, constraint } = (error ?? {}) as { code?: unknown; constraint?: unknown };
  if (typeof code !== 'string' || !/^(23505|23514|23P01|40001|40P01)$/.test(code)) return undefined;
  return typeof constraint === 'string' ? constraint : code;
}
