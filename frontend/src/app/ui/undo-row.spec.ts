import { jest } from '@jest/globals';
import { ApplicationInitStatus } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideTexts } from '../text/texts.testing.ts';
import { UndoRow } from './undo-row.ts';

async function row(): Promise<{ element: HTMLElement; heard: string[] }> {
  TestBed.configureTestingModule({ providers: [provideTexts()] });
  await TestBed.inject(ApplicationInitStatus).donePromise;
  jest.useFakeTimers();
  const fixture = TestBed.createComponent(UndoRow);
  fixture.componentRef.setInput('what', 'Klart: Skicka intyg');
  const heard: string[] = [];
  fixture.componentInstance.undone.subscribe(() => heard.push('undone'));
  fixture.componentInstance.lapsed.subscribe(() => heard.push('lapsed'));
  fixture.detectChanges();
  return { element: fixture.nativeElement as HTMLElement, heard };
}

describe('UndoRow', () => {
  afterEach(() => jest.useRealTimers());

  it('lets the act stand after eight seconds', async () => {
    const { heard } = await row();
    jest.advanceTimersByTime(7_000);
    expect(heard).toEqual([]);
    jest.advanceTimersByTime(1_000);
    expect(heard).toEqual(['lapsed']);
  });

  it('takes it back, once and for all', async () => {
    const { element, heard } = await row();
    jest.advanceTimersByTime(5_000);
    element.querySelector('button')?.click();
    jest.advanceTimersByTime(60_000);
    expect(heard).toEqual(['undone']);
  });

  it('waits while the pointer or the focus is on it', async () => {
    const { element, heard } = await row();
    element.dispatchEvent(new Event('pointerenter'));
    jest.advanceTimersByTime(60_000);
    expect(heard).toEqual([]);
    element.dispatchEvent(new Event('pointerleave'));
    jest.advanceTimersByTime(8_000);
    expect(heard).toEqual(['lapsed']);
  });
});
