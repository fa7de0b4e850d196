import { HttpErrorResponse } from '@angular/common/http';

/** One field the server refused: a JSON pointer into the sent body and the code of what is wrong with it. */
export interface FieldError {
  readonly pointer: string;
  readonly code: string;
}

interface ProblemBody {
  readonly type?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
}

/** A refused request as RFC 9457 tells it, or `client.offline` when nothing answered at all. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string,
    readonly errors: readonly FieldError[] = [],
    readonly etag: string | null = null,
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(code);
  }

  /** Nothing reached the server, or nothing came back: the outcome of an act is then unknown. */
  get unknownOutcome(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }

  /** Somebody changed the same thing first; `etag` is the version that stands now. */
  get conflict(): boolean {
    return this.status === 412;
  }

  /** Not there, or not for this reader: the two look alike on purpose. */
  get hidden(): boolean {
    return this.status === 404 || this.status === 403;
  }

  static from(error: unknown): ApiProblem {
    if (error instanceof ApiProblem) return error;
    if (!(error instanceof HttpErrorResponse)) return new ApiProblem(0, 'client.unexpected', '', '');
    const body = asProblemBody(error.error);
    const retryAfter = Number(error.headers.get('Retry-After'));
    return new ApiProblem(
      error.status,
      codeOf(error.status, body),
      body.title ?? '',
      body.detail ?? '',
      body.errors ?? [],
      error.headers.get('ETag'),
      retryAfter > 0 ? retryAfter : null,
    );
  }
}

function codeOf(status: number, body: ProblemBody): string {
  if (status === 0) return 'client.offline';
  const [, code] = /^urn:samspel:(.+)$/.exec(body.type ?? '') ?? [];
  // A proxy in between has words of its own; they are no code of ours.
  return code ?? 'client.unexpected';
}

function asProblemBody(body: unknown): ProblemBody {
  if (typeof body === 'string') {
    try {
      return asProblemBody(JSON.parse(body));
    } catch {
      return {};
    }
  }
  return typeof body === 'object' && body !== null ? body : {};
}
