import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { type MailFailureView } from '@samspel/shared/api.ts';
import { MAIL_FAILURE_REASONS } from '@samspel/shared/mail/mail-failure.ts';
import { apiInterceptor } from '../api/interceptor.ts';
import { provideTexts } from '../text/texts.testing.ts';
import { Announcer } from '../ui/announcer.ts';
import { MailFailuresTab } from './mail-failures-tab.ts';

const FAILURE: MailFailureView = { id: 'f1', kind: 'a-newer-kind', failedAt: '2026-11-26T09:00:00Z', attempts: 15, reason: 'REFUSED' };

async function show(items: readonly MailFailureView[]): Promise<{
  text: () => string;
  list: (items: readonly MailFailureView[]) => Promise<void>;
  retry: () => Promise<TestRequest>;
  settle: () => Promise<void>;
}> {
  TestBed.configureTestingModule({
    providers: [provideTexts('operations'), provideHttpClient(withInterceptors([apiInterceptor])), provideHttpClientTesting()],
  });
  const fixture = TestBed.createComponent(MailFailuresTab);
  const root = fixture.nativeElement as HTMLElement;
  const http = TestBed.inject(HttpTestingController);
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 5; i++) await Promise.resolve();
    fixture.detectChanges();
    TestBed.tick();
  };
  const list = async (now: readonly MailFailureView[]): Promise<void> => {
    await settle();
    http.expectOne('/api/v1/mail-failures?limit=20').flush({ items: now });
    await settle();
    await settle();
  };
  await list(items);
  return {
    list,
    settle,
    text: () => root.textContent,
    retry: async () => {
      [...root.querySelectorAll('button')].find((each) => each.textContent.includes('Försök igen'))!.click();
      await settle();
      return http.expectOne('/api/v1/mail-failures/f1/retry');
    },
  };
}

describe('mails that did not get through', () => {
  it.each(MAIL_FAILURE_REASONS)('says why in words: %s', async (reason) => {
    const text = (await show([{ ...FAILURE, reason }])).text();
    expect(text).toContain('15 försök');
    expect(text).not.toMatch(/[A-Z]{5}|operations\.|a-newer-kind/);
  });

  it.each([
    ['alert', 'Larm om en överlämning'],
    ['handover.offered', 'Mejl om en ny överlämning'],
    ['digest', 'Dagens sammanställning'],
  ])('says what kind of mail it was: %s', async (kind, words) => {
    expect((await show([{ ...FAILURE, kind }])).text()).toContain(words);
  });

  it('has each sent again once, and says so', async () => {
    const { retry, list, settle, text } = await show([FAILURE]);
    const sent = await retry();
    expect(sent.request.method).toBe('PUT');
    sent.flush(null, { status: 204, statusText: 'x' });
    await settle();
    await list([]);
    expect(TestBed.inject(Announcer).text()).toBe('Mejlet skickas igen.');
    expect(text()).toContain('Alla mejl har gått fram');
  });

  it('says in place when that is refused', async () => {
    const { retry, list, settle, text } = await show([FAILURE]);
    (await retry()).flush({ type: 'urn:samspel:not_found' }, { status: 503, statusText: 'x' });
    await settle();
    await list([FAILURE]);
    expect(text()).toContain('15 försök');
    expect(TestBed.inject(Announcer).text()).toBe('');
  });
});
