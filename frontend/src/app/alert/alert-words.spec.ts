import { TestBed } from '@angular/core/testing';
import { RUNGS } from '@samspel/shared/alert/alert.ts';
import { ESCALATION_CODES } from '@samspel/shared/handover/handover.ts';
import { provideTexts } from '../text/texts.testing.ts';
import { Words } from '../text/words.ts';
import { whyText } from './alert-words.ts';
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

  it.each([...ESCALATION_CODES, 'A_NEWER_CODE'])('puts the reason %s into words', async (reasonCode) => {
    expect(whyText(alertRow({ rung: 'ESCALATED', reasonCode }), await words())).toMatch(
      /^chefen på andra sidan tar upp den med dig, för att [a-zåäö ]+\.$/,
    );
  });
});
