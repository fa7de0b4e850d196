import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Environment } from '../platform/config/environment.ts';

const ALGORITHM = 'aes-256-gcm';
/** First byte of a ciphertext, so that a change of key can tell old rows from new. */
const KEY_ID = 1;
// NIST SP 800-38D 8.2.2: 96 random bits are safe for 2^32 encryptions under one key.
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEADER_BYTES = 1 + NONCE_BYTES;

/** Encrypts personal identifiers and finds them again by a keyed index; the keys live outside the database. */
@Injectable()
export class IdentifierVault {
  private readonly key: Buffer;
  private readonly indexKey: Buffer;

  constructor(environment: Environment) {
    this.key = Buffer.from(environment.IDENTIFIER_KEY, 'base64');
    this.indexKey = Buffer.from(environment.IDENTIFIER_INDEX_KEY, 'base64');
  }

  /** key id (1 byte) ‖ nonce (12) ‖ ciphertext ‖ tag (16); the key id is authenticated too. */
  encrypt(digits12: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const keyId = Buffer.of(KEY_ID);
    const cipher = createCipheriv(ALGORITHM, this.key, nonce).setAAD(keyId);
    return Buffer.concat([keyId, nonce, cipher.update(digits12, 'ascii'), cipher.final(), cipher.getAuthTag()]);
  }

  /** Throws when the key is another one or a single bit has changed; the message carries nothing of the content. */
  decrypt(sealed: Buffer): string {
    if (sealed.length <= HEADER_BYTES + TAG_BYTES || sealed[0] !== KEY_ID) throw new Error('identifier sealed under an unknown key');
    const decipher = createDecipheriv(ALGORITHM, this.key, sealed.subarray(1, HEADER_BYTES), { authTagLength: TAG_BYTES })
      .setAAD(sealed.subarray(0, 1))
      .setAuthTag(sealed.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(HEADER_BYTES, -TAG_BYTES)), decipher.final()]).toString('ascii');
  }

  /** HMAC-SHA256, 32 bytes: equal numbers give equal indexes, and without the key nothing can be tried against it. */
  blindIndex(digits12: string): Buffer {
    return createHmac('sha256', this.indexKey).update(digits12, 'ascii').digest();
  }
}
