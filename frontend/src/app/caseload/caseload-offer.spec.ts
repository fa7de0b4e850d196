import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { type CaseloadOfferView, type CaseloadView } from '@samspel/shared/api.ts';
import { apiInterceptor } from '../api/interceptor.ts';
import { SessionStore } from '../session/session.store.ts';
import { FK, nominee, staff } from '../stalled/rows.testing.ts';
import { provideTexts } from '../text/texts.testing.ts';
import { CaseloadOfferForm } from './caseload-offer.ts';

const VIEW: CaseloadView = {
  staff: staff('karin', 'Karin Berg', FK, 'FK Sjöstad'),
  items: [
    { caseId: 'c1', reference: 'S-0001', scope: 'CASE_OWNERSHIP', activityId: null, dueOn: null, covered: true, pendingHandoverId: null },
    { caseId: 'c2', reference: 'S-0002', scope: 'COORDINATOR_ROLE', activityId: null, dueOn: null, covered: true, pendingHandoverId: null },
    { caseId: 'c3', reference: 'S-0003', scope: 'CASE_OWNERSHIP', activityId: null, dueOn: null, covered: false, pendingHandoverId: null },
  ],
  receivers: [nominee('ahmed', 'Ahmed Haddad'), nominee('noor', 'Noor Aziz', { selectable: false, awayUntil: '2026-12-07', here: false })],
};

describe('offering a caseload', () => {
  it('asks what is missing, shows what will be sent, and sends it once', async () => {
    TestBed.configureTestingModule({
      providers: [
        provideTexts('caseload', 'stalled', 'case', 'ui', 'problem'),
        provideHttpClient(withInterceptors([apiInterceptor])),
        provideHttpClientTesting(),
        { provide: SessionStore, useValue: { today: signal('2026-11-23') } },
      ],
    });
    const fixture = TestBed.createComponent(CaseloadOfferForm);
    const done: CaseloadOfferView[] = [];
    fixture.componentRef.setInput('view', VIEW);
    fixture.componentInstance.offered.subscribe((each) => done.push(each));
    const root = fixture.nativeElement as HTMLElement;
    document.body.append(root);
    const settle = async (): Promise<void> => {
      await fixture.whenStable();
      fixture.detectChanges();
    };
    const send = async (): Promise<void> => {
      root.querySelector('form')!.dispatchEvent(new Event('submit'));
      await settle();
    };
    const fill = async (control: HTMLInputElement | HTMLSelectElement, value: string): Promise<void> => {
      control.value = value;
      control.dispatchEvent(new Event('input'));
      await settle();
    };
    await settle();

    await send();
    expect(root.querySelector('ui-error-summary')?.textContent).toMatch(/Välj mottagare för minst ett ärende.*Skriv när svaret senast behövs/s);
    expect(root.textContent).toContain('Går inte utan samtycke. Fråga personen först.');

    await fill(root.querySelector('select')!, 'ahmed');
    await fill(root.querySelector<HTMLInputElement>('ui-date-field input')!, '2026-12-24');
    await send();
    expect(root.textContent).toContain('Välj en dag efter i dag, högst 30 dagar fram.');
    await fill(root.querySelector<HTMLInputElement>('ui-date-field input')!, '2026-12-01');
    await send();
    expect(root.querySelector('ul')?.textContent.replace(/\s+/g, ' ').trim()).toBe('Ahmed Haddad: S-0001, S-0002');
    expect((document.activeElement as HTMLElement).textContent).toBe('Det här skickas');
    expect(root.textContent).toContain('Karin ansvarar för varje ärende tills någon har tackat ja till det.');

    await send();
    const sent = TestBed.inject(HttpTestingController).expectOne('/api/v1/caseload-handovers');
    expect(sent.request.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
    expect(sent.request.body).toEqual({
      assignmentId: 'karin',
      answerBy: '2026-12-01',
      receivers: [
        { caseId: 'c1', scope: 'CASE_OWNERSHIP', nomineeId: 'ahmed' },
        { caseId: 'c2', scope: 'COORDINATOR_ROLE', nomineeId: 'ahmed' },
      ],
    });
    sent.flush({ offered: 2, refused: [] });
    await settle();
    await settle();
    expect(done).toEqual([{ offered: 2, refused: [] }]);
    expect(root.querySelector('button[type=submit]')?.textContent).toContain('Granska 0 av 2');
    root.remove();
  });
});
