import { TIMELINE_KINDS } from '@samspel/shared/timeline/timeline.ts';
import { type JournalAct, journalText, longDay } from './journal.rules.ts';

const act = (more: Partial<JournalAct>): JournalAct => ({ at: '14.10', kind: 'told', params: {}, text: null, ...more });
const text = (...acts: JournalAct[]): string =>
  journalText({
    reference: 'S-0412',
    personName: 'Eva Lind',
    author: 'Karin Berg, personlig handläggare, Försäkringskassan',
    day: '2026-11-23',
    acts,
  });
const sentence = (more: Partial<JournalAct>): string => text(act(more)).split('\n')[3]!;

describe('the text for the own records', () => {
  it('reads as somebody would write it', () => {
    expect(
      text(
        act({ at: '09.05', kind: 'case.next-step-set', text: 'Ring Gunilla.', params: { due: '2026-11-27' } }),
        act({ kind: 'note.disclosed', params: { to: 'Arbetsförmedlingen, Region Sjölandet' } }),
      ),
    ).toBe(`Samordning i Samspel, ärende S-0412, Eva Lind
Måndag 23 november 2026

Kl. 09.05 Satte nästa steg: Ring Gunilla (senast den 27 november 2026).
Kl. 14.10 Delade en anteckning med Arbetsförmedlingen, Region Sjölandet.

Karin Berg, personlig handläggare, Försäkringskassan`);
  });

  it('is empty on a day without acts', () => {
    expect(text()).toBe('');
  });

  it.each([
    [{ kind: 'case.next-step-set', text: 'Ring Gunilla' }, 'Satte nästa steg: Ring Gunilla.'],
    [{ kind: 'case.next-step-set', text: 'Vad säger Eva?' }, 'Satte nästa steg: Vad säger Eva?'],
    [{ kind: 'case.next-step-done', text: 'Ring Gunilla.' }, 'Nästa steg är gjort: Ring Gunilla.'],
    [{ kind: 'case.closed', params: { reason: 'CONSENT_WITHDRAWN' } }, 'Avslutade ärendet. Orsak: samtycket är tillbakataget.'],
    [
      { kind: 'case.ambition-set', params: { level: 'COORDINATED_ACTIVITIES' } },
      'Skrev in hur långt organisationerna går tillsammans: samordnade insatser.',
    ],
    [
      { kind: 'consent.given', params: { to: 'Arbetsförmedlingen', validTo: '2027-03-31' } },
      'Tog emot samtycke att dela uppgifter med Arbetsförmedlingen. Det gäller till och med den 31 mars 2027.',
    ],
    [{ kind: 'participant.joined', params: { name: 'David Ek' } }, 'Tog med David Ek i teamet.'],
    [
      { kind: 'handover.offered', params: { scope: 'CASE_OWNERSHIP', toUnit: 'Arbetsförmedlingen Sjöstad' } },
      'Frågade Arbetsförmedlingen Sjöstad om att ta över ansvaret för nästa steg.',
    ],
    [
      { kind: 'handover.declined', params: { scope: 'COORDINATOR_ROLE', code: 'NO_CAPACITY' } },
      'Tackade nej till att ta över rollen som samordnare. Orsak: det saknas tid just nu.',
    ],
    [{ kind: 'handover.held', params: { until: '2026-12-04' } }, 'Pausade överlämningen till den 4 december 2026.'],
    [{ kind: 'handover.first-contact', params: { warm: 'false' } }, 'Hade första kontakten efter överlämningen.'],
    [
      { kind: 'handover.first-contact', params: { warm: 'true' } },
      'Hade första kontakten efter överlämningen, tillsammans med den som lämnade över.',
    ],
    [{ kind: 'told', text: 'Eva provade att arbeta två timmar.' }, 'Eva provade att arbeta två timmar.'],
  ] as const)('%j', (given, expected) => {
    expect(sentence(given)).toBe(`Kl. 14.10 ${expected}`);
  });

  it('has a sentence for everything that can stand on a timeline', () => {
    const params = {
      name: 'N',
      organisation: 'O',
      to: 'T',
      validTo: '2027-03-31',
      reason: 'MOVED',
      level: 'JOINT_ACTION',
      due: '2026-12-01',
      toUnit: 'U',
      code: 'NO_CAPACITY',
    };
    for (const kind of TIMELINE_KINDS)
      expect([kind, sentence({ kind, params, text: 'X' })]).toEqual([kind, expect.stringMatching(/^Kl\. 14\.10 (?!.*(undefined|null|NaN)).*\S$/)]);
  });

  it.each([
    ['2026-10-28', '28 oktober 2026'],
    ['2027-01-01', '1 januari 2027'],
  ])('writes %s as %s', (day, words) => {
    expect(longDay(day)).toBe(words);
  });
});
