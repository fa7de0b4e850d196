import { MESSAGE_KINDS } from '@samspel/shared/citizen/voice.ts';
import { answerDue, messageTimes, timerAt } from './message.clock.ts';

const at = (text: string): Date => new Date(text);

describe('whoever says something to the team', () => {
  it.each([
    ['STOP', '2026-11-23T10:00:00+01:00', '2026-11-25T10:00:00+01:00'],
    ['CALL_ME', '2026-11-26T16:30:00+01:00', '2026-11-30T16:30:00+01:00'],
    ['WANT_MEETING', '2026-11-28T12:00:00+01:00', '2026-12-02T00:00:00+01:00'],
    ['CALL_ME', '2026-12-23T09:00:00+01:00', '2026-12-29T09:00:00+01:00'],
    ['COMMENT', '2026-11-23T10:00:00+01:00', '2026-11-30T10:00:00+01:00'],
    ['OBJECTION', '2026-11-23T10:00:00+01:00', '2026-11-30T10:00:00+01:00'],
    ['LOG_QUESTION', '2026-11-23T10:00:00+01:00', '2026-11-30T10:00:00+01:00'],
  ] as const)('%s, said %s, is answered by %s', (kind, saidAt, due) => {
    expect(answerDue(kind, at(saidAt)).toISOString()).toBe(at(due).toISOString());
  });

  it('has an answer due for every kind of message, later than it was said', () => {
    const said = at('2026-11-23T10:00:00+01:00');
    for (const kind of MESSAGE_KINDS) expect(answerDue(kind, said).getTime()).toBeGreaterThan(said.getTime());
  });
});

describe('the clock of a message due on a Friday at ten', () => {
  const dueAt = at('2026-11-27T10:00:00+01:00');

  it.each([
    ['first whoever is to answer, at that time', [], 'PERSON_WAITS', '2026-11-27T10:00:00+01:00'],
    ['then the supervisor, a working day later', ['PERSON_WAITS'], 'PERSON_WAITS_SUPERVISOR', '2026-11-30T10:00:00+01:00'],
  ] as const)('%s', (_, fired, timer, when) => {
    const times = messageTimes({ state: 'OPEN', dueAt, fired });
    expect([times.nextTimer, times.nextTimerAt?.toISOString()]).toEqual([timer, at(when).toISOString()]);
    expect(timerAt(timer, dueAt).toISOString()).toBe(at(when).toISOString());
  });

  it('then nothing more', () => {
    expect(messageTimes({ state: 'OPEN', dueAt, fired: ['PERSON_WAITS', 'PERSON_WAITS_SUPERVISOR'] })).toEqual({
      nextTimer: null,
      nextTimerAt: null,
    });
  });

  it.each(['ANSWERED', 'WITHDRAWN'] as const)('stops when it is %s', (state) => {
    expect(messageTimes({ state, dueAt, fired: [] })).toEqual({ nextTimer: null, nextTimerAt: null });
  });
});
