import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { type HandoverView } from '@samspel/shared/api.ts';
import { apiInterceptor } from '../api/interceptor.ts';
import { provideTexts } from '../text/texts.testing.ts';
import { AcceptHandoverForm } from './accept.form.ts';
import { handoverRow } from './handovers.testing.ts';

const VIEW = { ...handoverRow({ actions: ['handover.accept'] }), caseId: null } as unknown as HandoverView;
const ADDRESS = '/api/v1/handovers/h1/acceptance';

interface Page {
  readonly fixture: ComponentFixture<AcceptHandoverForm>;
  readonly root: HTMLElement;
  readonly http: HttpTestingController;
  choose(name: string): void;
  send(): Promise<void>;
}

async function page(): Promise<Page> {
  TestBed.configureTestingModule({
    providers: [provideTexts('handover', 'case'), provideHttpClient(withInterceptors([apiInterceptor])), provideHttpClientTesting()],
  });
  const fixture = TestBed.createComponent(AcceptHandoverForm);
  fixture.componentRef.setInput('handover', VIEW);
  await fixture.whenStable();
  const root = fixture.nativeElement as HTMLElement;
  return {
    fixture,
    root,
    http: TestBed.inject(HttpTestingController),
    choose: (name) => {
      const label = [...root.querySelectorAll('label.choice')].find((each) => each.textContent.trim().startsWith(name));
      label?.querySelector('input')?.click();
      fixture.detectChanges();
    },
    send: async () => {
      root.querySelector('form')?.dispatchEvent(new Event('submit'));
      await fixture.whenStable();
    },
  };
}

function type(root: HTMLElement, text: string): void {
  const area = root.querySelector('textarea');
  if (area === null) throw new Error('no field');
  area.value = text;
  area.dispatchEvent(new Event('input'));
}

describe('the receiver’s four questions', () => {
  it('send what was answered, on the version that was read', async () => {
    const { http, root, choose, send } = await page();
    type(root, 'Jag ringer på onsdag.');
    choose('Jag kan besluta själv');
    await send();
    const request = http.expectOne(ADDRESS).request;
    expect(request.headers.get('If-Match')).toBe('"4"');
    expect(request.body).toMatchObject({ understood: true, possible: true, how: 'Jag ringer på onsdag.', mandate: 'MAY_DECIDE' });
    expect((request.body as { firstContactOn: string }).firstContactOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it.each([
    ['Nej, jag vill fråga Karin', 'Fråga Karin först.'],
    ['Delvis', 'Ansvaret går inte att dela.'],
  ])('an honest "%s" leads elsewhere and sends nothing', async (answer, advice) => {
    const { http, root, choose, send } = await page();
    type(root, 'Jag ringer på onsdag.');
    choose('Jag kan besluta själv');
    choose(answer);
    expect(root.textContent).toContain(advice);
    await send();
    http.expectNone(ADDRESS);
    expect(root.querySelector('.error-sum')).not.toBeNull();
  });

  it('has no mandate of its own choosing', async () => {
    const { http, root, send } = await page();
    type(root, 'Jag ringer på onsdag.');
    await send();
    http.expectNone(ADDRESS);
    expect(root.querySelector('.error-sum')?.textContent).toContain('Välj ditt mandat.');
  });
});
