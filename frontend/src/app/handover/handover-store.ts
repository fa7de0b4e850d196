import { inject, Injectable, signal } from '@angular/core';
import { type HandoverView } from '@samspel/shared/api.ts';
import { Api } from '../api/api.ts';
import { calmRead } from '../api/calm-read.ts';

/** What sends an act and keeps why it was refused: a form's state, or a button's act. */
type Run = (send: () => Promise<boolean>) => Promise<boolean | undefined>;

/** The handover a page shows, and its acts: each on the version that is shown, so that two people never answer past each other. */
@Injectable()
export class HandoverStore {
  private readonly api = inject(Api);

  readonly id = signal<string | undefined>(undefined);
  readonly read = calmRead<HandoverView>(
    () => (this.id() === undefined ? undefined : `/handovers/${this.id()}`),
    (event) => event.type !== 'session',
    ({ version, state, questions }) => [`${version} ${state}`, ...questions.map(({ id, answer }) => [id, answer])],
  );
  readonly view = this.read.value;
  /** What the reader has just done here, in words. */
  readonly said = signal<string | null>(null);

  /** @returns whether it was done; refused or not, what stands now is read, beside what was typed. */
  async act(run: Run, path: string, body: unknown = {}): Promise<boolean> {
    const view = this.view();
    if (view === undefined) return false;
    const done = await run(() => this.api.act(`/handovers/${view.id}/${path}`, body, view.version).then(() => true));
    this.read.reload();
    return done === true;
  }
}
