import { Injectable, signal } from '@angular/core';

/** Of whom this page believes itself to be: a person's id while acting for them, null for oneself. The server refuses an act meant for somebody else. */
@Injectable({ providedIn: 'root' })
export class ActingFor {
  readonly personId = signal<string | null>(null);
}
