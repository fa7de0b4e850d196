import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { nonceOf } from '../platform/http/security-headers.ts';
import { Problem } from '../platform/problem/problem.ts';
import { ProblemFilter } from '../platform/problem/problem.filter.ts';

/** A person whose sign-in fails sees words and a way on; programs get the problem. Only texts of our own reach the page. */
@Catch()
export class SignInPageFilter implements ExceptionFilter {
  private readonly problems = new ProblemFilter();

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    if (!(error instanceof Problem) || request.accepts(['json', 'html']) !== 'html') return this.problems.catch(error, host);
    response
      .status(error.status)
      .set({ 'cache-control': 'no-store', ...error.more.headers })
      .type('html')
      .send(page(error, nonceOf(response)));
  }
}

const page = ({ title, detail }: Problem, nonce: string): string => `<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Samspel</title>
<style nonce="${nonce}">
  :root { color-scheme: light dark; font: 1.0625rem/1.5 system-ui, sans-serif; }
  body { margin: 0 auto; max-width: 40rem; padding: 2rem 1rem; }
</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${detail}</p>
<p><a href="/logga-in">Till inloggningen</a></p>
</main>
</body>
</html>
`;
