import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ApplicationRef, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { apiInterceptor } from './interceptor.ts';
import { type PagedRead, pagedRead } from './paged-read.ts';

const q = signal('a');

async function open(): Promise<{ list: PagedRead<number>; answer: (url: string, body: { items: number[]; nextCursor?: string }) => Promise<void> }> {
  q.set('a');
  TestBed.configureTestingModule({ providers: [provideHttpClient(withInterceptors([apiInterceptor])), provideHttpClientTesting()] });
  const list = TestBed.runInInjectionContext(() => pagedRead<number>(() => `/staff?q=${q()}`, 2));
  const http = TestBed.inject(HttpTestingController);
  const answer = async (url: string, body: { items: number[]; nextCursor?: string }): Promise<void> => {
    TestBed.tick();
    http.expectOne(`/api/v1${url}`).flush(body);
    await TestBed.inject(ApplicationRef).whenStable();
    list.value();
  };
  await answer('/staff?q=a&limit=2', { items: [1, 2], nextCursor: 'n/2' });
  return { list, answer };
}

describe('pagedRead', () => {
  it('adds the next page to what is shown until there is no more', async () => {
    const { list, answer } = await open();
    expect(list.more()).toBe(true);
    list.next();
    expect(list.value()?.items).toEqual([1, 2]);
    await answer('/staff?q=a&limit=2&cursor=n%2F2', { items: [3] });
    expect(list.value()?.items).toEqual([1, 2, 3]);
    expect(list.more()).toBe(false);
  });

  it('begins anew for another list', async () => {
    const { list, answer } = await open();
    list.next();
    await answer('/staff?q=a&limit=2&cursor=n%2F2', { items: [3] });
    q.set('b');
    expect(list.value()).toBeUndefined();
    await answer('/staff?q=b&limit=2', { items: [9] });
    expect(list.value()?.items).toEqual([9]);
  });

  it('goes back to the first page when it is read again', async () => {
    const { list, answer } = await open();
    list.next();
    await answer('/staff?q=a&limit=2&cursor=n%2F2', { items: [3] });
    list.reload();
    await answer('/staff?q=a&limit=2', { items: [0, 1], nextCursor: 'n/1' });
    expect(list.value()?.items).toEqual([0, 1]);
  });
});
