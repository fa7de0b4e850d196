import { TestBed } from '@angular/core/testing';
import { type MyAccessLogItem } from '@samspel/shared/api.ts';
import { provideTexts } from '../text/texts.testing.ts';
import { type Language } from '../text/language.ts';
import { Words } from '../text/words.ts';
import { LookRow } from './look-row.ts';

const LOOK: MyAccessLogItem = {
  when: '2026-11-20T08:12:00Z',
  name: 'Ahmed Haddad',
  role: 'Arbetsförmedlare',
  organisation: { id: 'af', name: 'Arbetsförmedlingen', shortName: 'AF', letters: 'AF', kind: 'AF' },
  unit: 'Arbetsförmedlingen Sjöstad',
  purpose: 'COORDINATION',
  action: 'case.read',
  representative: false,
};

async function shown(look: MyAccessLogItem, language: Language = 'sv'): Promise<{ name: string; says: string; button: string | undefined }> {
  TestBed.configureTestingModule({ providers: [provideTexts('citizen', 'voice', 'ui')] });
  const fixture = TestBed.createComponent(LookRow);
  const words = TestBed.inject(Words);
  await words.need('citizen', 'voice');
  await words.use(language);
  fixture.componentRef.setInput('look', look);
  fixture.detectChanges();
  const root = fixture.nativeElement as HTMLElement;
  const text = (element: Element | null): string => element?.textContent.replaceAll(/\s+/g, ' ').trim() ?? '';
  return { name: text(root.querySelector('b')), says: text(root), button: root.querySelector('button')?.textContent };
}

describe('one look in what is held about the person', () => {
  it('says who, in what role, from where and what', async () => {
    const { name, says } = await shown(LOOK);
    expect(name).toBe('Ahmed Haddad');
    for (const part of ['Arbetsförmedlare', 'Arbetsförmedlingen, Arbetsförmedlingen Sjöstad', 'Läste ditt ärende.']) expect(says).toContain(part);
  });

  it.each([
    ['sv', 'En medarbetare'],
    ['en', 'Someone who works there'],
    ['sv-enkel', 'Någon som jobbar där'],
  ] as const)('says in %s that somebody there did where the organisation names nobody', async (language, expected) => {
    const { name, says, button } = await shown({ ...LOOK, name: null }, language);
    expect(name).toBe(expected);
    expect(says).toContain('Arbetsförmedlare');
    expect(button).toContain(expected);
  });

  it('has no role and nobody to ask for somebody who acts for the person', async () => {
    const { name, says, button } = await shown({ ...LOOK, name: 'Bengt Lind', role: null, organisation: null, unit: null, representative: true });
    expect(name).toBe('Bengt Lind');
    expect(says).toContain('Har rätt att handla för dig');
    expect(button).toBeUndefined();
  });
});
