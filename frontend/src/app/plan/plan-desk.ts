import { Injectable, signal } from '@angular/core';

export interface RemovedItem {
  readonly id: string;
  /** The section it stood in. */
  readonly section: string;
  readonly what: string;
}

/** What is open to write in on the plan page, and what was removed from it a moment ago. */
@Injectable()
export class PlanDesk {
  private readonly opened = signal<readonly string[]>([]);
  readonly removed = signal<readonly RemovedItem[]>([]);

  /** `key`: an item's id, or `new:` and where it will stand. */
  isOpen(key: string): boolean {
    return this.opened().includes(key);
  }

  open(key: string): void {
    this.opened.update((all) => [...all.filter((each) => each !== key), key]);
  }

  close(key: string): void {
    this.opened.update((all) => all.filter((each) => each !== key));
  }

  keepForUndo(item: RemovedItem): void {
    this.close(item.id);
    this.removed.update((all) => [item, ...all]);
  }

  forget(id: string): void {
    this.removed.update((all) => all.filter((each) => each.id !== id));
  }
}
