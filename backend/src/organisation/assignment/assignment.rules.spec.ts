import { PRINCIPAL_KINDS, STAFF_ROLES } from '@samspel/shared/organisation/organisation.ts';
import { mayHoldFunctions, roleFits } from './assignment.rules.ts';

describe('which roles exist where', () => {
  const FITS: Record<string, readonly string[]> = {
    KOMMUN: ['CASEWORKER', 'SUPERVISOR', 'ADMINISTRATOR'],
    REGION: ['CASEWORKER', 'SUPERVISOR', 'ADMINISTRATOR'],
    FK: ['CASEWORKER', 'SUPERVISOR', 'ADMINISTRATOR'],
    AF: ['CASEWORKER', 'SUPERVISOR', 'ADMINISTRATOR'],
    FEDERATION: ['ADMINISTRATOR', 'FEDERATION_MANAGER'],
  };

  it.each(PRINCIPAL_KINDS)('%s', (kind) => {
    expect(STAFF_ROLES.filter((role) => roleFits(kind, role))).toEqual(FITS[kind]);
  });

  it('gives intake and records to those who work with cases alone', () => {
    expect(STAFF_ROLES.filter(mayHoldFunctions)).toEqual(['CASEWORKER', 'SUPERVISOR']);
  });
});
