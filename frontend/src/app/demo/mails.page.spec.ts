import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { apiInterceptor } from '../api/interceptor.ts';
import { provideTexts } from '../text/texts.testing.ts';
import { type DemoMail } from './mail-row.ts';
import MailsPage from './mails.page.ts';

const mail = (id: string): DemoMail => ({
  id,
  to: 'per.chef@af.samspel.example',
  subject: `Ingen har svarat (${id})`,
  text: `Hej!\n\nÖppna ${location.origin}/fastnat.`,
  messageId: `<${id}@samspel.example>`,
  sentAt: '2026-11-26T09:00:00Z',
});

interface Shown {
  root: HTMLElement;
  answer: (query: string, body: object) => Promise<void>;
  press: (name: string) => Promise<void>;
}

async function show(): Promise<Shown> {
  TestBed.configureTestingModule({
    providers: [provideTexts('demo'), provideHttpClient(withInterceptors([apiInterceptor])), provideHttpClientTesting()],
  });
  const fixture = TestBed.createComponent(MailsPage);
  const root = fixture.nativeElement as HTMLElement;
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 5; i++) await Promise.resolve();
    fixture.detectChanges();
    TestBed.tick();
  };
  await settle();
  return {
    root,
    answer: async (query, body) => {
      TestBed.inject(HttpTestingController).expectOne(`/api/v1/demo/mails?${query}`).flush(body);
      await settle();
      await settle();
    },
    press: async (name) => {
      [...root.querySelectorAll('button')].find((each) => each.textContent.includes(name))?.click();
      await settle();
    },
  };
}

describe('Utskick', () => {
  beforeEach(() => jest.useFakeTimers({ now: new Date('2026-11-26T07:40:00Z'), doNotFake: ['queueMicrotask'] }));
  afterEach(() => jest.useRealTimers());

  it('says that there are none yet, and when that was true', async () => {
    const { root, answer } = await show();
    await answer('limit=20', { items: [] });
    expect(root.querySelector('ui-empty')?.textContent).toMatch(/Inga mejl har skickats än.*Kontrollerat 08\.40/s);
  });

  it('shows who gets what and when, and the text in place, which leads into the demo', async () => {
    const { root, answer } = await show();
    await answer('limit=20', { items: [mail('m1')] });
    const row = root.querySelector('li')!;
    expect(row.querySelector('.task__name')?.textContent).toBe('Ingen har svarat (m1)');
    expect(row.querySelector('.task__meta')?.textContent).toBe('Till per.chef@af.samspel.example, tors 26 nov 10.00');
    expect(row.querySelector('details')?.open).toBe(false);
    expect(row.querySelector('.letter')?.textContent).toBe(`Hej!\n\nÖppna ${location.origin}/fastnat.`);
    expect(row.querySelector('.letter a')?.getAttribute('href')).toBe('/fastnat');
  });

  it('grows page by page, and begins anew when asked to', async () => {
    const { root, answer, press } = await show();
    await answer('limit=20', { items: [mail('m3'), mail('m2')], nextCursor: 'c' });
    await press('Visa 20 till');
    await answer('limit=20&cursor=c', { items: [mail('m1')] });
    expect(root.querySelectorAll('li')).toHaveLength(3);
    await press('Kontrollera igen');
    await answer('limit=20', { items: [mail('m4')] });
    expect([...root.querySelectorAll('.task__name')].map((each) => each.textContent)).toEqual(['Ingen har svarat (m4)']);
  });
});
