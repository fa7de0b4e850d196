import { computed, signal } from '@angular/core';
import { Act } from '../api/act.ts';
import { type Words } from '../text/words.ts';
import { type SummarisedError } from '../ui/error-summary.ts';
import { uniqueId } from '../ui/unique-id.ts';

type Found = Readonly<Record<string, string>>;

/**
 * One form: its act, and what is wrong with each field by the form's own check or by the server's. A field is named as
 * the server points at it, without the first slash: `text`, `consentToAsk-askedOn`.
 */
export class FormState {
  readonly act = new Act();
  private readonly own = signal<Found>({});
  // Two forms of one kind may stand on a page, such as a new note and one that is being changed.
  private readonly prefix: string;

  private readonly found = computed<Found>(() => {
    const found: Record<string, string> = { ...this.own() };
    for (const { pointer, code } of this.act.problem()?.errors ?? []) {
      const field = this.fieldAt(pointer);
      if (field !== undefined) found[field] ??= code;
    }
    return found;
  });

  /** For the error summary, in the order of the fields. */
  readonly summary = computed<readonly SummarisedError[]>(() =>
    this.fields.flatMap((field) => {
      const text = this.error(field);
      return text === null ? [] : [{ fieldId: this.id(field), text }];
    }),
  );
  /** A refusal that no field of the form answers for. */
  readonly refusal = computed(() => {
    const problem = this.act.problem();
    const pointed = (problem?.errors ?? []).some(({ pointer }) => this.fieldAt(pointer) !== undefined);
    return pointed ? null : problem;
  });

  constructor(
    private readonly words: Words,
    private readonly name: string,
    private readonly fields: readonly string[],
    /** Where a feature keeps the words for its own forms; what is common to all is the case's. */
    private readonly texts = 'case.error.',
  ) {
    this.prefix = uniqueId(name);
  }

  id(field: string): string {
    return `${this.prefix}-${field}`;
  }

  error(field: string): string | null {
    const code = this.found()[field];
    if (code === undefined) return null;
    const { words } = this;
    return words.known(`${this.texts}${this.name}.${field}.${code}`) ?? words.known(`case.error.code.${code}`) ?? words.t('case.error.other');
  }

  /** What the form itself finds wrong, field by field; `false` is fine. True when the form may be sent. */
  check(wrong: Readonly<Record<string, string | false>>): boolean {
    const own = Object.fromEntries(Object.entries(wrong).filter((entry): entry is [string, string] => entry[1] !== false));
    this.act.forget();
    this.own.set(own);
    return Object.keys(own).length === 0;
  }

  send<T>(send: (key: string) => Promise<T>): Promise<T | undefined> {
    return this.act.run(send);
  }

  private fieldAt(pointer: string): string | undefined {
    const path = pointer.replace(/^\//, '').replaceAll('/', '-');
    return this.fields.find((field) => path === field) ?? this.fields.find((field) => path.startsWith(`${field}-`));
  }
}
