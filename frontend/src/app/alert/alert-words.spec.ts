import { TestBed } from '@angular/core/testing';
import { RUNGS } from '@samspel/shared/alert/alert.ts';
import { ESCALATION_CODES } from '@samspel/shared/handover/handover.ts';
import { provideTexts } from '../text/texts.testing.ts';
import { Words } from '../text/words.ts';
import { referenceOf, whyText } from './alert-words.ts';
import { alertRow } from './alerts.testing.ts';

async function words(): Promise<Words> {
  TestBed.configureTestingModule({ providers: [provideTexts('alert')] });
  const found = TestBed.inject(Words);
  await found.need('alert');
  return found;
}

describe('why somebody is alerted', () => {
  it.each(RUNGS.flatMap((rung) => [1, 2, 3, 4].map((epoch) => ({ rung, epoch }))))('has a sentence for $rung in stage $epoch', async (change) => {
    const text = whyText(alertRow(change), await words());
    expect(text).not.toBe('överlämningen behöver dig.');
    expect(text).not.toMatch(/alert\.|\{\{|[A-Z]{2,}_/);
  });

  it('says what was waited for', async () => {
    const all = await words();
    expect(whyText(alertRow({ rung: 'SUPERVISOR', epoch: 1 }), all)).toBe('en arbetsdag över gränsen, och ingen på AF Sjöstad har tackat ja.');
    expect(whyText(alertRow({ rung: 'SUPERVISOR', epoch: 2 }), all)).toBe('en arbetsdag över gränsen utan en första kontakt.');
    expect(whyText(alertRow({ rung: 'OWNER_LOST' }), all)).toContain('Karin Berg ansvarar tills någon har tagit emot.');
  });

  it('says which day an activity was promised for, and what the person waits for', async () => {
    const all = await words();
    const owner = alertRow().handover!.accountable;
    const activity = { id: 'p1', reference: 'S-0412', caseId: 'c1', dueOn: '2026-11-20', owner };
    expect(whyText(alertRow({ rung: 'OVERDUE_OWNER', handover: null, activity }), all)).toBe('en insats skulle ha varit klar 20 november 2026.');
    const message = { id: 'm1', kind: 'CALL_ME', reference: 'S-0412', caseId: null, dueAt: '2026-11-20T15:00:00Z', responsible: owner } as const;
    expect(whyText(alertRow({ rung: 'PERSON_WAITS', handover: null, message }), all)).toBe(
      'personen vill bli uppringd och har inte fått svar i tid.',
    );
    expect(referenceOf(alertRow({ handover: null, message }))).toBe('S-0412');
  });

  it.each([...ESCALATION_CODES, 'A_NEWER_CODE'])('puts the reason %s into words', async (reasonCode) => {
    expect(whyText(alertRow({ rung: 'ESCALATED', reasonCode }), await words())).toMatch(
      /^chefen på andra sidan tar upp den med dig, för att [a-zåäö ]+\.$/,
    );
  });
});
