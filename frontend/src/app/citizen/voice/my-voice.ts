import { computed, inject, Injectable } from '@angular/core';
import { type MyMessageList, type MyMessageView, type MyRatingList } from '@samspel/shared/api.ts';
import { type MessageKind } from '@samspel/shared/citizen/voice.ts';
import { Subject } from 'rxjs';
import { Api } from '../../api/api.ts';
import { calmRead } from '../../api/calm-read.ts';
import { read } from '../../api/read.ts';
import { fullDay } from '../../text/format/dates.ts';
import { Words } from '../../text/words.ts';

/** What the person has said and what they were answered. Provided by the page, so that its parts read it once. */
@Injectable()
export class MyVoice {
  private readonly api = inject(Api);
  private readonly words = inject(Words);
  private readonly acts = new Subject<void>();

  /** The person's own acts, which others' changes are told apart from. */
  readonly acted = this.acts.asObservable();

  readonly messages = calmRead<MyMessageList>(
    () => '/me/messages',
    (event) => event.type !== 'session',
    ({ items }) => items.map(({ id, state, answer }) => [id, state, answer]),
  );
  readonly ratings = read<MyRatingList>(() => '/me/ratings');
  readonly items = computed(() => this.messages.value()?.items ?? []);

  /** What waits for an answer of this kind, newest first. */
  waiting(kind: MessageKind): MyMessageView | undefined {
    return this.items().find((message) => message.kind === kind && message.state === 'OPEN');
  }

  /** Something was said: what stands on the page is read again, by whoever shows it. */
  said(): void {
    this.messages.reload();
    this.acts.next();
  }

  /** "Vi har sagt det till teamet. Karin svarar senast 25 november 2026." The promise comes with the message itself. */
  thanksFor(id: string | null): string | null {
    if (id === null) return null;
    const message = this.items().find((each) => each.id === id);
    const sent = this.words.t('voice.said.sent');
    if (message === undefined) return sent;
    const day = fullDay(message.dueOn, this.words.language());
    return `${sent} ${this.words.t('voice.said.promise', { name: message.responsible.givenName, day })}`;
  }

  async withdraw(id: string): Promise<void> {
    await this.api.act(`/me/messages/${id}/withdrawal`);
    this.said();
  }
}
