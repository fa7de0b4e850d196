import { TestBed } from '@angular/core/testing';
import { type LinkMeasuresView } from '@samspel/shared/api.ts';
import { DECLINE_CODES } from '@samspel/shared/handover/handover.ts';
import { provideTexts } from '../text/texts.testing.ts';
import { Words } from '../text/words.ts';
import { findingText, measureLines } from './measure-lines.ts';

const link = (change: Partial<LinkMeasuresView> = {}): LinkMeasuresView => ({
  fromUnit: { id: 'f', name: 'FK Sjöstad' },
  toUnit: { id: 't', name: 'AF Sjöstad' },
  period: { from: '2026-08-26', to: '2026-11-23' },
  n: 12,
  offered: 12,
  closed: 9,
  open: { n: 3, oldestDays: 6 },
  toReceivedHours: null,
  toOwnerDays: { p50: 2.5, p75: 3, p90: 4, max: 6, n: 9 },
  ownedWithin: { d1: 0.25, d3: 0.75, d5: null },
  ownerlessPersonHours: 412.5,
  closedLoopShare: null,
  declines: [],
  bounces: { max: 2, mean: 0.25 },
  warmShare: 0.5,
  ownerLostRepairDays: null,
  alertLagSeconds: { p50: 1.2, max: 180 },
  alertsLost: 0,
  alertsDuplicated: 0,
  ...change,
});

async function words(): Promise<Words> {
  TestBed.configureTestingModule({ providers: [provideTexts('measures')] });
  const found = TestBed.inject(Words);
  await found.need('measures');
  return found;
}

describe('the measures of a link in words', () => {
  it('writes figures the Swedish way, with what they rest on, and small cells as such', async () => {
    const lines = new Map(measureLines(link(), await words()).map(({ name, value }) => [name, value.replace(/\u00a0/g, ' ')]));
    expect(lines.get('toOwnerDays')).toBe('hälften inom 2,5, tre av fyra inom 3, nio av tio inom 4, längst 6 (n = 9)');
    expect(lines.get('ownedWithin')).toBe('1 dag: 25 % · 3 dagar: 75 % · 5 dagar: för få att visa');
    expect(lines.get('open')).toBe('3, den äldsta i 6 arbetsdagar');
    expect(lines.get('toReceivedHours')).toBe('för få att visa');
    expect(lines.get('warmShare')).toBe('50 %');
    expect(lines.get('alertsLost')).toBe('0');
    expect(lines.get('alertLagSeconds')).toBe('hälften inom 1 sekund, längst 3 minuter');
  });

  it('says that nobody waits rather than that the oldest has waited 0 days', async () => {
    expect(measureLines(link({ open: { n: 0, oldestDays: 0 } }), await words()).find(({ name }) => name === 'open')?.value).toBe('Ingen');
  });

  it('does not say that nobody has declined when there are too few to tell', async () => {
    const declines = async (n: number) => measureLines(link({ n }), await words()).find(({ name }) => name === 'declines')?.value;
    expect(await declines(4)).toBe('för få att visa');
    TestBed.resetTestingModule();
    expect(await declines(5)).toBe('Ingen');
  });

  it('names every reason for declining', async () => {
    const declines = DECLINE_CODES.map((code, i) => ({ code, n: i === 0 ? null : 5 }));
    const said = measureLines(link({ declines }), await words()).find(({ name }) => name === 'declines')!.value;
    expect(said).toContain('Fel enhet: för få att visa · Saknar resurser: 5');
    expect(said).not.toMatch(/[A-Z]{2,}_|measures\./);
  });

  it('points out the slowest link, and says so when there is too little to say', async () => {
    const all = await words();
    const slow = link({ fromUnit: { id: 'k', name: 'Försörjningsstöd' }, toOwnerDays: { p50: 4, p75: 5, p90: 7, max: 9, n: 6 } });
    expect(findingText([link(), slow], all)).toBe(
      'Det tar längst tid från Försörjningsstöd till AF Sjöstad: hälften fick en ny ägare inom 4 arbetsdagar, nio av tio inom 7.',
    );
    expect(findingText([link({ toOwnerDays: null })], all)).toBe('Det är för få överlämningar för att säga något säkert än.');
    expect(findingText([], all)).toBe('Inga överlämningar skickades under perioden.');
  });
});
