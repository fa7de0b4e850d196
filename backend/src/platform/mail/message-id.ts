/** `<alert.ID.RECIPIENT@host>`: the same for the same mail however often it is sent. `publicUrl`: the address people type. */
export function messageId(publicUrl: string, ...parts: readonly string[]): string {
  return `<${parts.join('.')}@${new URL(publicUrl).hostname}>`;
}
