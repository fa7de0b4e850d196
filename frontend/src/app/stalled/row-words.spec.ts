import { TestBed } from '@angular/core/testing';
import { type StalledRowView } from '@samspel/shared/api.ts';
import { HANDOVER_RUNGS, TIMERS } from '@samspel/shared/alert/alert.ts';
import { HANDOVER_EVENTS, HANDOVER_MOVES } from '@samspel/shared/handover/handover.ts';
import { type Language } from '../text/language.ts';
import { provideTexts } from '../text/texts.testing.ts';
import { Words } from '../text/words.ts';
import { ladderLines, lastText, nextText, type Reader, remindedOf, severityOf } from './row-words.ts';
import { FROM, staff, stalledRow, TO } from './rows.testing.ts';

async function reader(unitId?: string, language: Language = 'sv'): Promise<Reader> {
  TestBed.configureTestingModule({ providers: [provideTexts('stalled')] });
  const words = TestBed.inject(Words);
  await words.need('stalled');
  await words.use(language);
  return { words, today: '2026-11-23', unitId };
}

const CODE = /[A-Z]{2,}_|stalled\.|\{\{/;
const event = (act: string | null, rung: StalledRowView['lastEvent']['rung'] = null): StalledRowView =>
  stalledRow({ lastEvent: { act, rung, at: '2026-11-20T09:00:00Z' } });

describe('the words of a row', () => {
  it('says what last happened and what will, as the reader would', async () => {
    const per = await reader(TO.id);
    expect(lastText(stalledRow(), per)).toBe('AF Sjöstad och Karin fick ett larm i dag 08.00');
    expect(lastText(event('offer'), per)).toBe('Erbjuden fre 20 nov');
    expect(nextText(stalledRow(), per)).toBe('I morgon 08.00: du får ett larm');
    expect(nextText(stalledRow(), { ...per, unitId: FROM.id })).toBe('I morgon 08.00: chefen på AF Sjöstad får ett larm');
    expect(nextText(stalledRow({ nextAutomatic: null }), per)).toBe('Inget mer. Gå vidare för hand.');
  });

  it('turns to the other side when the sender has a question to answer', async () => {
    expect(nextText(stalledRow({ state: 'NEEDS_INFO', court: 'SENDER' }), await reader(FROM.id))).toBe('I morgon 08.00: du får ett larm');
  });

  it.each([...HANDOVER_MOVES, ...HANDOVER_EVENTS, 'a-newer-act'])('has words for the act %s', async (act) => {
    expect(lastText(event(act), await reader())).not.toMatch(CODE);
  });

  it.each([...HANDOVER_RUNGS, ...TIMERS])('has words for the rung %s, done and to come, in both stages and languages', async (rung) => {
    for (const language of ['sv', 'en'] as const) {
      const me = await reader(undefined, language);
      for (const state of ['OFFERED', 'ACCEPTED'] as const) {
        const step = { rung, at: '2026-11-26T07:00:00Z' } as StalledRowView['ladder'][number];
        const row = stalledRow({
          state,
          ladder: [
            { ...step, done: true },
            { ...step, done: false },
          ],
        });
        for (const { what } of ladderLines(row, me)) expect(what).not.toMatch(CODE);
      }
      TestBed.resetTestingModule();
    }
  });

  it('marks the ladder: what is done, what comes next, what comes later', async () => {
    const lines = ladderLines(stalledRow(), await reader(TO.id));
    expect(lines.map(({ standing }) => standing)).toEqual(['done', 'done', 'next', 'later']);
    expect(lines[3]).toMatchObject({ when: 'tors 26 nov', what: 'Du och chefen på FK Sjöstad får ett larm' });
  });

  it('reminds whoever has the ball', async () => {
    const me = await reader();
    expect(remindedOf(stalledRow(), me)).toBe('inflödet på AF Sjöstad');
    expect(remindedOf(stalledRow({ nominee: staff('ahmed', 'Ahmed Haddad') }), me)).toBe('Ahmed Haddad och inflödet på AF Sjöstad');
    expect(remindedOf(stalledRow({ state: 'NEEDS_INFO', court: 'SENDER' }), me)).toBe('Karin Berg');
    expect(remindedOf(stalledRow({ state: 'ACCEPTED', accountable: staff('noor', 'Noor Aziz') }), me)).toBe('Noor Aziz');
  });

  it('keeps red for what nobody owns, and says that a row is paused', async () => {
    const { words } = await reader();
    expect(severityOf(stalledRow({ kind: 'NO_OWNER' }), words)).toEqual({ kind: 'solid', icon: 'stop', text: 'Ingen ägare' });
    expect(severityOf(stalledRow({ pausedUntil: '2026-12-01' }), words).text).toBe('Pausad');
  });
});
