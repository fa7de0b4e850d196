/** What else must hold before this process says that it is ready; the demo adds "the town is seeded". */
export class Readiness {
  private readonly reasons = new Set<string>();

  /** `reason` names what is awaited, in the log's words. */
  waitFor(reason: string): void {
    this.reasons.add(reason);
  }

  arrived(reason: string): void {
    this.reasons.delete(reason);
  }

  get waiting(): string[] {
    return [...this.reasons];
  }
}
