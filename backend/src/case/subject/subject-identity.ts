import { Injectable } from '@nestjs/common';
import { ageOn, maskedNumber, parseIdentifier } from '@samspel/shared/person/identifier.ts';
import { IdentifierVault } from '../../person/identifier-vault.ts';
import { Clock } from '../../platform/clock/clock.ts';

/** What views show of a sealed number: never the number itself. */
export interface SubjectIdentity {
  age: number | null;
  maskedNumber: string | null;
}

@Injectable()
export class SubjectIdentities {
  constructor(
    private readonly vault: IdentifierVault,
    private readonly clock: Clock,
  ) {}

  /** `sealed`: the current ciphertext in base64; null for a person without a national identifier. */
  of(sealed: string | null): SubjectIdentity {
    if (sealed === null) return { age: null, maskedNumber: null };
    const digits12 = this.vault.decrypt(Buffer.from(sealed, 'base64'));
    const today = this.clock.today();
    const parsed = parseIdentifier(digits12, today);
    return { age: parsed.ok ? ageOn(parsed.identifier.birthDate, today) : null, maskedNumber: maskedNumber(digits12) };
  }
}
