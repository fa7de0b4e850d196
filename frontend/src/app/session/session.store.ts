import { HttpClient, HttpContext } from '@angular/common/http';
import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { filter, firstValueFrom } from 'rxjs';
import { ActingFor } from '../api/acting-for.ts';
import { apiUrl } from '../api/api.ts';
import { MAY_BE_SIGNED_OUT } from '../api/interceptor.ts';
import { concernsAll, Live } from '../api/live.ts';
import { ApiProblem } from '../api/problem.ts';
import { SignedOut } from '../api/signed-out.ts';
import { dayOf } from '../text/format/dates.ts';
import { LEAVE } from './leave.ts';
import { type Audience, type Session } from './session.ts';

const QUIET = { context: new HttpContext().set(MAY_BE_SIGNED_OUT, true) };

/** Who is signed in, for the whole client. */
@Injectable({ providedIn: 'root' })
export class SessionStore {
  private readonly http = inject(HttpClient);
  private readonly live = inject(Live);
  private readonly signedOut = inject(SignedOut);
  private readonly actingFor = inject(ActingFor);
  private readonly leave = inject(LEAVE);
  private readonly held = signal<Session | null>(null);
  private readonly asked = new Map<Audience | undefined, Promise<Session | null>>();

  readonly current = this.held.asReadonly();
  readonly assignment = computed(() => this.held()?.assignment);
  /** Today in domain time; the demo town may live on another day than the machine. */
  readonly today = computed(() => this.held()?.domainToday ?? dayOf(new Date()));

  constructor() {
    // A stream that breaks may mean that the sign-in was ended elsewhere, and then nothing here may go on as if it stood.
    effect(() => {
      if (this.live.state() === 'waiting' && !untracked(this.signedOut.now)) untracked(() => void this.returned().catch(() => undefined));
    });
    // The demo's day may have been moved, and `today` with it.
    this.live.events.pipe(filter(concernsAll)).subscribe(() => void this.returned().catch(() => undefined));
  }

  /**
   * The session of this audience, or of either when none is named; null when signed out. Somebody may hold both: then
   * the server answers with the staff one unless the citizen one is asked for.
   */
  async ensure(audience?: Audience): Promise<Session | null> {
    const held = this.held();
    if (held !== null && (audience === undefined || held.audience === audience)) return held;
    // Several guards of one navigation ask at once; the server is asked once.
    const asked = this.asked.get(audience) ?? this.ask(audience).finally(() => this.asked.delete(audience));
    this.asked.set(audience, asked);
    return asked;
  }

  /** Tells the server that somebody is here; the answer carries the new idle limit. */
  async touch(): Promise<void> {
    await this.put('/session/activity', {});
  }

  /** Reads the limits again without moving them: another tab may have done so. */
  async refresh(): Promise<void> {
    await this.ask(this.held()?.audience);
  }

  /** Acts under another assignment: another organisation's eyes, so every page is read anew. */
  async switchTo(assignmentId: string): Promise<void> {
    await this.put('/session/assignment', { assignmentId });
    this.leave('/');
  }

  /** A representative acts for somebody, or for themself again (null): another person's pages, so every page is read anew. */
  async actFor(personId: string | null): Promise<void> {
    // The old session ends with its stream, which must not be taken for having been signed out.
    this.live.stop();
    try {
      await this.put('/me/represented', { personId });
    } catch (error) {
      await this.refresh();
      throw error;
    }
    this.leave('/');
  }

  /** Asks again who is signed in: another window may have ended it or begun anew. A different person gets a clean page, never somebody else's. */
  async returned(): Promise<void> {
    const before = this.held();
    if (before === null) return;
    const now = await this.ask(before.audience);
    if (now === null) this.signedOut.note();
    else if (now.name !== before.name || now.assignment?.id !== before.assignment?.id || now.actingFor?.personId !== before.actingFor?.personId)
      this.leave('/');
    else this.signedOut.cameBack();
  }

  async logOut(): Promise<void> {
    const audience = this.held()?.audience ?? 'staff';
    this.live.stop();
    await firstValueFrom(this.http.post('/auth/logout', { audience }, QUIET)).catch((error: unknown) => {
      // Already signed out is what was asked for.
      if (ApiProblem.from(error).status !== 401) throw error;
    });
    this.leave('/logga-in');
  }

  private async ask(audience?: Audience): Promise<Session | null> {
    const params: Record<string, string> = audience === 'citizen' ? { audience } : {};
    try {
      return this.take(await firstValueFrom(this.http.get<Session>(apiUrl('/session'), { ...QUIET, params })));
    } catch (error) {
      if (ApiProblem.from(error).status === 401) return null;
      throw error;
    }
  }

  private async put(path: string, body: unknown): Promise<void> {
    const params: Record<string, string> = this.held()?.audience === 'citizen' ? { audience: 'citizen' } : {};
    this.take(await firstValueFrom(this.http.put<Session>(apiUrl(path), body, { params })));
  }

  private take(session: Session): Session {
    const before = this.held();
    this.held.set(session);
    // What the page was opened for, until it is opened anew.
    if (before === null) this.actingFor.personId.set(session.actingFor?.personId ?? null);
    if (before?.sessionId !== session.sessionId || this.live.state() === 'off') {
      this.live.start(apiUrl(session.audience === 'citizen' ? '/live?audience=citizen' : '/live'));
    }
    return session;
  }
}
