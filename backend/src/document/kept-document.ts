/** A frozen copy as it is printed: what one organisation has kept of a case, as plain data with Swedish words. */
export interface KeptDocument {
  readonly reference: string;
  readonly unit: string;
  readonly organisation: string;
  /** The moment the document is dated, ISO 8601: the same data and moment give the same bytes. */
  readonly printedAt: string;
  /** Swedish words for the day, "28 oktober 2026". */
  readonly createdAt: string;
  readonly purgeAfter: string;
  readonly items: readonly KeptItem[];
}

export interface KeptItem {
  readonly at: string;
  /** Organisation or person the item came from. */
  readonly from: string;
  /** "Anteckning", "Överlämning". */
  readonly kindWords: string;
  readonly categoryWords: string | null;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}
