import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { ActingFor } from './acting-for.ts';
import { Api } from './api.ts';
import { apiInterceptor } from './interceptor.ts';
import { ApiProblem } from './problem.ts';
import { SignedOut } from './signed-out.ts';

function set(): { api: Api; http: HttpTestingController; signedOut: SignedOut } {
  TestBed.configureTestingModule({ providers: [provideHttpClient(withInterceptors([apiInterceptor])), provideHttpClientTesting()] });
  return { api: TestBed.inject(Api), http: TestBed.inject(HttpTestingController), signedOut: TestBed.inject(SignedOut) };
}

describe('requests to the API', () => {
  it('carry the own header and the key of the act when they create something', async () => {
    const { api, http } = set();
    const created = api.create<{ id: string }>('/cases', { reason: 'x' }, 'key-1');
    const sent = http.expectOne({ method: 'POST', url: '/api/v1/cases' });
    expect(sent.request.headers.get('X-Requested-With')).toBe('samspel');
    expect(sent.request.headers.get('Idempotency-Key')).toBe('key-1');
    sent.flush({ id: 'c1' });
    expect(await created).toEqual({ id: 'c1' });
  });

  it.each([
    [3, '"3"'],
    ['"v7"', '"v7"'],
  ])('name the version %p they build on as If-Match %s', (version, header) => {
    const { api, http } = set();
    void api.act('/notes/1/sharing', {}, version);
    expect(http.expectOne('/api/v1/notes/1/sharing').request.headers.get('If-Match')).toBe(header);
  });

  it('say for whom the page acts when they change the person’s own', () => {
    const { api, http } = set();
    void api.act('/me/words', { text: 'x' });
    expect(http.expectOne('/api/v1/me/words').request.headers.get('Samspel-Acting-For')).toBe('self');
    TestBed.inject(ActingFor).personId.set('p1');
    void api.act('/me/words', { text: 'y' });
    expect(http.expectOne('/api/v1/me/words').request.headers.get('Samspel-Acting-For')).toBe('p1');
    void api.act('/notes/1', {});
    expect(http.expectOne('/api/v1/notes/1').request.headers.has('Samspel-Acting-For')).toBe(false);
  });

  it('carry no such header when they only read', () => {
    const { api, http } = set();
    void api.get('/cases', { limit: 20 });
    const { request } = http.expectOne('/api/v1/cases?limit=20');
    expect(request.headers.has('X-Requested-With')).toBe(false);
    expect(request.headers.has('If-Match')).toBe(false);
  });

  it('turn a refusal into a problem with its code, fields and version', async () => {
    const { api, http } = set();
    const act = api.act('/notes/1', {}, 1);
    http
      .expectOne('/api/v1/notes/1')
      .flush(
        { type: 'urn:samspel:version.stale', title: 'T', detail: 'D', errors: [{ pointer: '/text', code: 'changed' }] },
        { status: 412, statusText: 'x', headers: { ETag: '"9"' } },
      );
    const problem = await act.catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(ApiProblem);
    expect(problem).toMatchObject({ status: 412, code: 'version.stale', etag: '"9"', conflict: true, unknownOutcome: false });
    expect((problem as ApiProblem).errors).toEqual([{ pointer: '/text', code: 'changed' }]);
  });

  it('say offline when nothing answered, and that the outcome is unknown', async () => {
    const { api, http } = set();
    const act = api.act('/notes/1');
    http.expectOne('/api/v1/notes/1').error(new ProgressEvent('error'));
    expect(await act.catch((error: unknown) => error)).toMatchObject({ status: 0, code: 'client.offline', unknownOutcome: true });
  });

  it('note that the sign-in ended, but not when more proof is asked for', async () => {
    const { api, http, signedOut } = set();
    const stepUp = api.get('/a').catch(() => undefined);
    http.expectOne('/api/v1/a').flush({ type: 'urn:samspel:auth.step_up_required' }, { status: 401, statusText: 'x' });
    await stepUp;
    expect(signedOut.now()).toBe(false);
    const ended = api.get('/b').catch(() => undefined);
    http.expectOne('/api/v1/b').flush({ type: 'urn:samspel:auth.required' }, { status: 401, statusText: 'x' });
    await ended;
    expect(signedOut.now()).toBe(true);
  });
});
