import { Injectable } from '@nestjs/common';
import { type Identifier, parseIdentifier } from '@samspel/shared/person/identifier.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Environment } from '../platform/config/environment.ts';
import { Problem, unprocessable } from '../platform/problem/problem.ts';
import { PUBLISHED_TEST_NUMBERS } from './published-test-numbers.ts';

/** Reads a personal identifier from a request body and keeps real people out of the demo and test people out of production. */
@Injectable()
export class Identifiers {
  constructor(
    private readonly clock: Clock,
    private readonly environment: Environment,
  ) {}

  /** 422 with the reason at `pointer`; the number itself is never echoed. */
  read(written: string, pointer = '/personalNumber'): Identifier {
    const result = parseIdentifier(written, this.clock.today());
    if (!result.ok) throw unprocessable([{ pointer, code: result.because }], 'Kontrollera personnumret. Det ska ha tio eller tolv siffror.');
    this.requireRightKind(result.identifier, pointer);
    return result.identifier;
  }

  private requireRightKind({ digits12 }: Identifier, pointer: string): void {
    const published = PUBLISHED_TEST_NUMBERS.has(digits12);
    if (this.environment.DEPLOYMENT_KIND === 'demo' && !published) {
      throw new Problem(
        422,
        'identifier.not_a_test_number',
        'Bara testpersonnummer',
        'Det här är en demo. Använd ett av Skatteverkets testpersonnummer.',
        {
          errors: [{ pointer, code: 'not_a_test_number' }],
        },
      );
    }
    if (this.environment.DEPLOYMENT_KIND === 'production' && published) {
      throw new Problem(422, 'identifier.test_number', 'Ett testpersonnummer', 'Numret är ett testpersonnummer och tillhör ingen person.', {
        errors: [{ pointer, code: 'test_number' }],
      });
    }
  }
}
