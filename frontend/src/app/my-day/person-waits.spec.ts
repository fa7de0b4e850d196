import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { type MyDayMessage } from '@samspel/shared/api.ts';
import { apiInterceptor } from '../api/interceptor.ts';
import { provideTexts } from '../text/texts.testing.ts';
import { PersonWaits } from './person-waits.ts';

const CALL: MyDayMessage = {
  ...{ id: 'm1', version: 3, kind: 'CALL_ME', case: { id: 'c1', reference: 'S-1', personName: 'Eva Lind' }, inTeam: false, text: '' },
  ...{ madeAt: '2026-11-20T08:00:00Z', dueAt: '2026-11-24T15:00:00Z', late: false },
};

describe('a person who waits for me', () => {
  it('is answered where it stands, also by somebody who does not reach the case', async () => {
    TestBed.configureTestingModule({
      providers: [
        provideTexts('my-day', 'person-messages', 'note', 'case'),
        provideRouter([]),
        provideHttpClient(withInterceptors([apiInterceptor])),
        provideHttpClientTesting(),
      ],
    });
    const fixture = TestBed.createComponent(PersonWaits);
    fixture.componentRef.setInput('messages', [CALL]);
    let answered = 0;
    fixture.componentInstance.answered.subscribe(() => (answered += 1));
    await fixture.whenStable();
    const root = fixture.nativeElement as HTMLElement;
    expect(root.querySelector('a')).toBeNull();
    root.querySelector('button')?.click();
    await fixture.whenStable();
    const area = root.querySelector('textarea')!;
    area.value = 'Jag ringer klockan tre.';
    area.dispatchEvent(new Event('input'));
    root.querySelector('form')?.dispatchEvent(new Event('submit'));
    const sent = TestBed.inject(HttpTestingController).expectOne('/api/v1/person-messages/m1/answer');
    expect([sent.request.headers.get('If-Match'), sent.request.body]).toEqual(['"3"', { text: 'Jag ringer klockan tre.' }]);
    sent.flush(null);
    await fixture.whenStable();
    expect(answered).toBe(1);
  });
});
