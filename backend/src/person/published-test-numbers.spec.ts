import { parseIdentifier } from '@samspel/shared/person/identifier.ts';
import { PUBLISHED_TEST_NUMBERS } from './published-test-numbers.ts';

describe('the published test numbers', () => {
  it.each([...PUBLISHED_TEST_NUMBERS])('%s is a personnummer', (digits12) => {
    expect(parseIdentifier(digits12, '2026-11-22')).toMatchObject({ ok: true, identifier: { digits12, kind: 'PERSONNUMMER' } });
  });
});
