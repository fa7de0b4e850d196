/** A piece of a mail: words, or an address of this installation and the path it leads to. */
export interface MailPart {
  readonly text: string;
  readonly path?: string;
}

/** The text of a mail with the addresses that begin with `origin` made out; other addresses stay words. */
export function mailParts(text: string, origin: string): readonly MailPart[] {
  return text
    .split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith(`${origin}/`) ? { text: part, path: part.slice(origin.length) } : { text: part }));
}
