import { TestBed } from '@angular/core/testing';
import { type NoticeView } from '@samspel/shared/api.ts';
import { NOTICE_KINDS } from '@samspel/shared/timeline/notice.ts';
import { provideTexts } from '../text/texts.testing.ts';
import { Words } from '../text/words.ts';
import { noticeText } from './notice-words.ts';

const ANSWERS: Partial<Record<NoticeView['kind'], readonly string[]>> = {
  'invitation.answered': ['ACCEPTED', 'DECLINED'],
  'join-request.answered': ['INVITED', 'REFUSED', 'STOPPED'],
  'coordinator.answered': ['ACCEPTED', 'DECLINED'],
};
const CODES: Partial<Record<NoticeView['kind'], readonly string[]>> = {
  'handover.outcome': ['COMPLETED', 'FAILED'],
  'handover.declined': ['WRONG_UNIT'],
};
const LINK = { scope: 'CASE_OWNERSHIP', toUnit: 'Arbetsförmedlingen Sjöstad', toOrganisation: 'AF', fromOrganisation: 'FK' };

const notice = (kind: NoticeView['kind'], params: Record<string, string> = {}): NoticeView => ({
  id: 'n',
  kind,
  params: { name: 'Lena Forsman', organisation: 'Region Sjölandet', reference: 'S-0001', ...LINK, ...params },
  caseId: null,
  createdAt: '2026-11-23T08:00:00Z',
});

async function words(): Promise<Words> {
  TestBed.configureTestingModule({ providers: [provideTexts('my-day', 'timeline')] });
  const found = TestBed.inject(Words);
  await found.need('my-day', 'timeline');
  return found;
}

describe('notices', () => {
  it.each(
    NOTICE_KINDS.filter((kind) => CODES[kind] === undefined).flatMap((kind) => (ANSWERS[kind] ?? [undefined]).map((answer) => ({ kind, answer }))),
  )('has a sentence of its own for $kind $answer', async ({ kind, answer }) => {
    const text = noticeText(notice(kind, answer === undefined ? {} : { answer }), await words());
    expect(text).not.toBe('Något har hänt i ett av dina ärenden.');
    expect(text).not.toMatch(/myDay|\{\{/);
  });

  it.each(Object.entries(CODES).flatMap(([kind, codes]) => codes.map((code) => ({ kind: kind as NoticeView['kind'], code }))))(
    'says $kind with $code in words',
    async ({ kind, code }) => {
      const text = noticeText(notice(kind, { code }), await words());
      expect(text).not.toBe('Något har hänt i ett av dina ärenden.');
      expect(text).not.toMatch(/myDay|\{\{|WRONG_UNIT|CASE_OWNERSHIP/);
    },
  );

  it('says who answered what', async () => {
    expect(noticeText(notice('coordinator.answered', { answer: 'DECLINED' }), await words())).toBe(
      'Lena Forsman har tackat nej till att samordna ärende S-0001.',
    );
  });

  it('is honest in general words about an answer it does not know', async () => {
    expect(noticeText(notice('coordinator.answered', { answer: 'LATER' }), await words())).toBe('Något har hänt i ett av dina ärenden.');
  });
});
