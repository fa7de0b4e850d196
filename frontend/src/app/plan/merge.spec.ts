import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideTexts } from '../text/texts.testing.ts';
import { type Fields } from './item-writing.ts';
import { Merge } from './merge.ts';

const say = (value: string): string => value;
const FIELDS = [
  { name: 'text', label: 'Målet', long: true, say },
  { name: 'plain', label: 'Med enkla ord', long: true, say },
  { name: 'targetOn', label: 'Ska vara nått', long: false, say },
];
const MINE = { text: 'Arbeta halva dagar.', plain: 'Samma.', targetOn: '2026-12-04' };
const THEIRS = { text: 'Arbeta tre dagar.', plain: 'Samma.', targetOn: '2026-12-11' };

async function page(): Promise<{
  fixture: ComponentFixture<Merge>;
  root: HTMLElement;
  settled: Fields[];
  choose: (nth: number, label: string) => void;
}> {
  TestBed.configureTestingModule({ providers: [provideTexts('plan')] });
  const fixture = TestBed.createComponent(Merge);
  fixture.componentRef.setInput('who', 'Karin');
  fixture.componentRef.setInput('fields', FIELDS);
  fixture.componentRef.setInput('mine', MINE);
  fixture.componentRef.setInput('theirs', THEIRS);
  const settled: Fields[] = [];
  fixture.componentInstance.settled.subscribe((fields) => settled.push(fields));
  await fixture.whenStable();
  const root = fixture.nativeElement as HTMLElement;
  return {
    fixture,
    root,
    settled,
    choose: (nth, label) => {
      const choices = [...root.querySelectorAll('.merge')][nth]?.querySelectorAll('label.choice') ?? [];
      [...choices]
        .find((each) => each.textContent.trim() === label)
        ?.querySelector('input')
        ?.click();
      fixture.detectChanges();
    },
  };
}

async function save({ fixture, root }: { fixture: ComponentFixture<Merge>; root: HTMLElement }): Promise<void> {
  [...root.querySelectorAll('button')].find((each) => each.textContent.includes('Spara så här'))?.click();
  await fixture.whenStable();
}

describe('two texts at once', () => {
  it('stand side by side, only where they differ', async () => {
    const { root } = await page();
    expect([...root.querySelectorAll('.merge h4')].map((each) => each.textContent)).toEqual(['Målet', 'Ska vara nått']);
    expect(root.querySelector('.merge')?.textContent).toContain('Arbeta tre dagar.');
    expect(root.querySelector('.merge')?.textContent).toContain('Arbeta halva dagar.');
  });

  it('become what was written here when nothing is chosen', async () => {
    const found = await page();
    await save(found);
    expect(found.settled).toEqual([MINE]);
  });

  it('become theirs, or both, field by field', async () => {
    const found = await page();
    found.choose(0, 'Båda, under varandra');
    found.choose(1, 'Den från Karin');
    await save(found);
    expect(found.settled).toEqual([{ text: 'Arbeta tre dagar.\n\nArbeta halva dagar.', plain: 'Samma.', targetOn: '2026-12-11' }]);
  });
});
