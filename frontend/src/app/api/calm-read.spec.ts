import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ApplicationRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { type CalmRead, calmRead } from './calm-read.ts';
import { apiInterceptor } from './interceptor.ts';
import { Live, OPEN_EVENT_SOURCE } from './live.ts';

interface Day {
  readonly at: string;
  readonly things: readonly string[];
}

class FakeSource {
  onopen: (() => void) | null = null;
  onmessage: ((message: { data: string }) => void) | null = null;
  onerror: (() => void) | null = null;
  close(): void {
    this.onmessage = null;
  }
}

async function open(
  first: Day,
): Promise<{ day: CalmRead<Day>; answer: (day: Day | 404) => Promise<void>; hear: (type: string) => Promise<void>; asked: () => number }> {
  const source = new FakeSource();
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      { provide: OPEN_EVENT_SOURCE, useValue: () => source },
    ],
  });
  const http = TestBed.inject(HttpTestingController);
  TestBed.inject(Live).start('/api/v1/live');
  const day = TestBed.runInInjectionContext(() =>
    calmRead<Day>(
      () => '/day',
      (event) => event.type === 'my-day',
      (value) => value.things,
    ),
  );
  const settle = async (): Promise<void> => {
    await Promise.resolve();
    TestBed.inject(ApplicationRef).tick();
    await Promise.resolve();
    TestBed.inject(ApplicationRef).tick();
  };
  const answer = async (body: Day | 404): Promise<void> => {
    TestBed.tick();
    const request = http.expectOne('/api/v1/day');
    if (body === 404) request.flush({ type: 'urn:samspel:not_found' }, { status: 404, statusText: 'x' });
    else request.flush(body);
    await settle();
  };
  await answer(first);
  return {
    day,
    answer,
    hear: async (type) => {
      source.onmessage?.({ data: JSON.stringify({ type, ref: 'r' }) });
      await settle();
    },
    asked: () => http.match('/api/v1/day').length,
  };
}

describe('calmRead', () => {
  it('keeps what is shown still, counts what is new, and shows it when asked', async () => {
    const { day, hear, answer } = await open({ at: '1', things: ['a'] });
    await hear('my-day');
    await answer({ at: '2', things: ['a', 'b', 'c'] });
    expect(day.value()?.things).toEqual(['a']);
    expect(day.changes()).toBe(2);
    day.show();
    expect(day.value()?.things).toEqual(['a', 'b', 'c']);
    expect(day.changes()).toBe(0);
  });

  it('says nothing when an event changed nothing the reader would notice', async () => {
    const { day, hear, answer } = await open({ at: '1', things: ['a'] });
    await hear('my-day');
    await answer({ at: '2', things: ['a'] });
    expect(day.changes()).toBe(0);
  });

  it('counts what is gone', async () => {
    const { day, hear, answer } = await open({ at: '1', things: ['a', 'b'] });
    await hear('my-day');
    await answer({ at: '2', things: ['a'] });
    expect(day.changes()).toBe(1);
  });

  it('shows at once what the reader’s own act led to', async () => {
    const { day, answer } = await open({ at: '1', things: ['a'] });
    day.reload();
    await answer({ at: '2', things: [] });
    expect(day.value()?.things).toEqual([]);
  });

  it('reads once more when an event arrives while it is reading', async () => {
    const { day, hear, answer } = await open({ at: '1', things: ['a'] });
    day.reload();
    TestBed.tick();
    await hear('my-day');
    await answer({ at: '2', things: ['a'] });
    await answer({ at: '3', things: ['a', 'b'] });
    expect(day.value()?.things).toEqual(['a', 'b']);
  });

  it('lets go at once of what the reader may no longer see', async () => {
    const { day, hear, answer } = await open({ at: '1', things: ['a'] });
    await hear('my-day');
    await answer(404);
    expect(day.value()).toBeUndefined();
  });

  it('does not read for events about something else', async () => {
    const { hear, asked } = await open({ at: '1', things: ['a'] });
    await hear('session');
    expect(asked()).toBe(0);
  });
});
