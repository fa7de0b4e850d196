import { computed, type Signal } from '@angular/core';
import { draft } from '../note/draft.ts';

/** The fields of a form by name; days as `YYYY-MM-DD`, several ids with commas between, '' for none. */
export type Fields = Readonly<Record<string, string>>;

interface Unsaved {
  /** The version the writer saw when they began; null for something new. */
  readonly version: number | null;
  readonly fields: Fields;
}

/** Several fields that are being written: what stands, with what is unsaved on top of it, kept on the server. */
export interface ItemWriting {
  readonly fields: Signal<Fields>;
  /** For `If-Match`: the version that the unsaved text was written on, however much has happened since. */
  readonly version: Signal<number | null>;
  /** Whether anything is written that is not saved yet. */
  readonly unsaved: Signal<boolean>;
  readonly said: Signal<string | undefined>;
  write(name: string, value: string): void;
  /** Both texts have been seen: what was put together stands on the newer version. */
  rebase(version: number, fields: Fields): void;
  discard(): void;
}

/**
 * Call in an injection context. `key` names the draft: codes and ids only.
 * @param stored what the server holds, with every field of the form.
 */
export function itemWriting(key: () => string, stored: () => Fields, version: () => number | null): ItemWriting {
  const kept = draft(key);
  const written = computed(() => parse(kept.text()));
  const put = (unsaved: Unsaved): void => kept.write(JSON.stringify(unsaved));
  return {
    fields: computed(() => ({ ...stored(), ...written()?.fields })),
    version: computed(() => written()?.version ?? version()),
    unsaved: computed(() => written() !== null),
    said: kept.said,
    write: (name, value) => {
      const before = written();
      put({ version: before?.version ?? version(), fields: { ...before?.fields, [name]: value } });
    },
    rebase: (newer, fields) => put({ version: newer, fields }),
    discard: () => kept.discard(),
  };
}

function parse(text: string): Unsaved | null {
  if (text === '') return null;
  try {
    const found: unknown = JSON.parse(text);
    return isUnsaved(found) ? found : null;
  } catch {
    return null;
  }
}

function isUnsaved(found: unknown): found is Unsaved {
  return (
    typeof found === 'object' &&
    found !== null &&
    'version' in found &&
    'fields' in found &&
    typeof found.fields === 'object' &&
    found.fields !== null
  );
}
