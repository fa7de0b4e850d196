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

const notice = (kind: NoticeView['kind'], params: Record<string, string> = {}): NoticeView => ({
  id: 'n',
  kind,
  params: { name: 'Lena Forsman', organisation: 'Region Sjölandet', reference: 'S-0001', ...params },
  caseId: null,
  createdAt: '2026-11-23T08:00:00Z',
});

async function words(): Promise<Words> {
  TestBed.configureTestingModule({ providers: [provideTexts('my-day')] });
  const found = TestBed.inject(Words);
  await found.need('my-day');
  return found;
}

describe('notices', () => {
  it.each(NOTICE_KINDS.flatMap((kind) => (ANSWERS[kind] ?? [undefined]).map((answer) => ({ kind, answer }))))(
    'has a sentence of its own for $kind $answer',
    async ({ kind, answer }) => {
      const text = noticeText(notice(kind, answer === undefined ? {} : { answer }), await words());
      expect(text).not.toBe('Något har hänt i ett av dina ärenden.');
      expect(text).not.toMatch(/myDay|\{\{/);
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
