import { jest } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { type CaseView } from '@samspel/shared/api.ts';
import { clock, handoverRow, KARIN, staff, FK } from '../handover/handovers.testing.ts';
import { provideTexts } from '../text/texts.testing.ts';
import { Words } from '../text/words.ts';
import { holderMore, holderNow, holderSay, mayLetGo, onItsWay } from './holder-words.ts';

const MARIA = staff('maria', 'Maria Ståhl', FK);

const view = (holder: Partial<CaseView['holder']>): CaseView =>
  ({ closed: null, nextStep: null, holder: { owner: KARIN, coordinator: KARIN, handovers: [], standIn: null, ...holder } }) as unknown as CaseView;

describe('who holds it now', () => {
  let words: Words;
  beforeEach(async () => {
    jest.useFakeTimers({ now: new Date('2026-11-23T09:00:00Z'), doNotFake: ['queueMicrotask'] });
    TestBed.configureTestingModule({ providers: [provideTexts('case', 'handover')] });
    words = TestBed.inject(Words);
    await words.need('case', 'handover');
  });
  afterEach(() => jest.useRealTimers());

  it('is still the sender while nobody has said yes, with the clock in the same breath', () => {
    const offered = view({ handovers: [handoverRow()] });
    expect(holderSay(offered, words)).toBe('Karin Berg på Försäkringskassan håller i det.');
    expect(holderMore(offered, words)[0]).toBe(
      'Arbetsförmedlingen har inte tagit emot än (dag 3 av 3). Karin Berg ansvarar tills någon där har sagt ja. Svar senast mån 23 nov.',
    );
  });

  it('says of the coordinator role that it is that role', () => {
    const more = holderMore(view({ handovers: [handoverRow({ scope: 'COORDINATOR_ROLE', clock: clock({ stage: null }) })] }), words);
    expect(more[0]).toMatch(/^Rollen som samordnare: Arbetsförmedlingen har inte tagit emot än/);
  });

  it('is whoever stands in when the owner is lost', () => {
    const lost = view({ standIn: MARIA, handovers: [handoverRow({ ownerLost: true, accountable: MARIA })] });
    expect(holderNow(lost)).toBe(MARIA);
    expect(holderSay(lost, words)).toBe('Maria Ståhl svarar för att hitta någon ny.');
  });

  it('draws only what is on its way, not what somebody has taken', () => {
    const taken = handoverRow({ id: 'h0', state: 'IN_PROGRESS' });
    expect(onItsWay(view({ handovers: [taken] }))).toBeNull();
    expect(onItsWay(view({ handovers: [taken, handoverRow()] }))?.id).toBe('h1');
  });

  it('lets go only of what is theirs and not on its way already', () => {
    expect(mayLetGo(view({}), 'karin')).toEqual(['CASE_OWNERSHIP', 'COORDINATOR_ROLE']);
    expect(mayLetGo(view({ handovers: [handoverRow()] }), 'karin')).toEqual(['COORDINATOR_ROLE']);
    expect(mayLetGo(view({}), 'maria')).toEqual([]);
  });
});
