/** One wrong place in a request: a JSON pointer (RFC 6901) and a code. Never the value itself. */
export interface ProblemError {
  pointer: string;
  code: string;
}

/** An honest answer to what cannot be done, in RFC 9457's form. Titles and details are Swedish and carry no personal data. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string,
    readonly more: { errors?: ProblemError[]; headers?: Record<string, string>; extra?: Record<string, unknown> } = {},
  ) {
    super(code);
  }
}

export const authRequired = (): Problem =>
  new Problem(401, 'auth.required', 'Du behöver logga in', 'Din inloggning saknas eller har gått ut. Logga in och försök igen.');

export const stepUpRequired = (): Problem =>
  new Problem(401, 'auth.step_up_required', 'Logga in på nytt', 'Det här kräver att du nyligen har legitimerat dig med tillitsnivå 3.');

/** The same words for what does not exist and what the reader may not know of. */
export const notVisible = (): Problem =>
  new Problem(404, 'not_found', 'Finns inte', 'Det du söker finns inte, eller så har du inte tillgång till det.');

export const forbidden = (because: string, detail = 'Din roll får inte göra det här.'): Problem =>
  new Problem(403, 'policy.forbidden', 'Det här får du inte göra', detail, { extra: { because } });

export const conflict = (code: string, title: string, detail: string): Problem => new Problem(409, code, title, detail);

export const unprocessable = (errors: ProblemError[], detail = 'Något i det du skickade behöver rättas.'): Problem =>
  new Problem(422, 'content.invalid', 'Något behöver rättas', detail, { errors });

export const malformed = (errors: ProblemError[]): Problem =>
  new Problem(400, 'request.malformed', 'Förfrågan går inte att förstå', 'Något i förfrågan har fel form eller ett okänt namn.', { errors });

export const versionRequired = (): Problem =>
  new Problem(428, 'version.required', 'Versionen saknas', 'Ändringen måste säga vilken version den bygger på (If-Match).');

/** `currentEtag` lets the client fetch nothing but what changed. */
export const versionStale = (currentEtag: string, changed: string[] = []): Problem =>
  new Problem(412, 'version.stale', 'Någon annan hann före', 'Innehållet har ändrats sedan du läste det. Läs det nya och spara igen.', {
    headers: { etag: currentEtag },
    extra: { currentEtag, changed },
  });

export const tooMany = (retryAfterSeconds: number): Problem =>
  new Problem(429, 'rate.limited', 'För många försök', 'Vänta en stund och försök igen.', { headers: { 'retry-after': String(retryAfterSeconds) } });

export const unavailable = (): Problem =>
  new Problem(503, 'service.unavailable', 'Tjänsten svarar inte just nu', 'Försök igen om en liten stund. Inget du skrivit har gått förlorat.', {
    headers: { 'retry-after': '5' },
  });
