import { jest } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { Live, type LiveEvent, OPEN_EVENT_SOURCE, RECONNECTED, unseenChanges } from './live.ts';

class FakeSource {
  onopen: (() => void) | null = null;
  onmessage: ((message: { data: string }) => void) | null = null;
  onerror: (() => void) | null = null;
  closed = false;
  close(): void {
    this.closed = true;
  }
}

function start(): { live: Live; sources: FakeSource[]; heard: LiveEvent[] } {
  const sources: FakeSource[] = [];
  const open = (): FakeSource => {
    sources.push(new FakeSource());
    return sources.at(-1) as FakeSource;
  };
  TestBed.configureTestingModule({ providers: [{ provide: OPEN_EVENT_SOURCE, useValue: open }] });
  const live = TestBed.inject(Live);
  const heard: LiveEvent[] = [];
  live.events.subscribe((event) => heard.push(event));
  live.start('/api/v1/live');
  return { live, sources, heard };
}

const say = (source: FakeSource | undefined, event: unknown): void => source?.onmessage?.({ data: JSON.stringify(event) });

describe('Live', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('hands on what changed and drops what it does not understand', () => {
    const { sources, heard } = start();
    sources[0]?.onopen?.();
    say(sources[0], { type: 'case.changed', ref: 'c1', version: 2 });
    sources[0]?.onmessage?.({ data: 'no json' });
    say(sources[0], { type: 7 });
    expect(heard).toEqual([{ type: 'case.changed', ref: 'c1', version: 2 }]);
  });

  it('comes back after a lost connection, later each time, and says that anything may have changed', () => {
    const { live, sources, heard } = start();
    sources[0]?.onopen?.();
    sources[0]?.onerror?.();
    expect(live.state()).toBe('waiting');
    expect(sources[0]?.closed).toBe(true);
    jest.advanceTimersByTime(1_300);
    expect(sources).toHaveLength(2);
    sources[1]?.onerror?.();
    jest.advanceTimersByTime(1_300);
    expect(sources).toHaveLength(2);
    jest.advanceTimersByTime(1_300);
    expect(sources).toHaveLength(3);
    sources[2]?.onopen?.();
    expect(live.state()).toBe('open');
    expect(heard).toEqual([RECONNECTED]);
  });

  it('tells whoever asks about one thing also of what concerns everything', () => {
    const { live, sources } = start();
    const heard: string[] = [];
    live.about(() => 'c1').subscribe(({ type }) => heard.push(type));
    for (const event of [
      { type: 'case', ref: 'c1' },
      { type: 'case', ref: 'c2' },
      { type: 'clock', ref: 'all' },
      { type: 'my-day', ref: 'all' },
    ])
      say(sources[0], event);
    expect(heard).toEqual(['case', 'clock', 'my-day']);
  });

  it('stays away once stopped', () => {
    const { live, sources } = start();
    sources[0]?.onerror?.();
    live.stop();
    jest.advanceTimersByTime(60_000);
    expect(sources).toHaveLength(1);
  });

  it('counts changes to one thing that the page has not shown', () => {
    const { sources } = start();
    const unseen = TestBed.runInInjectionContext(() =>
      unseenChanges(
        () => 'c1',
        () => 3,
      ),
    );
    say(sources[0], { type: 'case.changed', ref: 'c1', version: 3 });
    say(sources[0], { type: 'case.changed', ref: 'c2', version: 9 });
    say(sources[0], { type: 'case.changed', ref: 'c1', version: 4 });
    expect(unseen.count()).toBe(1);
    unseen.seen();
    expect(unseen.count()).toBe(0);
  });
});
