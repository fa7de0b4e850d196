/** SQL text: the current sealed number of a person in base64, or null. Opened only in the application, where the key is. */
export const sealedNumber = (personId: string): string =>
  `(select encode(sealed.ciphertext, 'base64') from person_identifier sealed where sealed.person_id = ${personId} and sealed.valid_to is null)`;
