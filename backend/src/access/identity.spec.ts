import { identityFrom, isAssured } from './identity.ts';

const NOW = new Date('2026-11-23T08:00:00Z');

describe('what a sign-in has proved', () => {
  it('reads staff in the words of either profile', () => {
    const claims = {
      name: 'Lena Forsman',
      acr: 'http://id.elegnamnden.se/loa/1.0/loa3',
      auth_time: NOW.getTime() / 1_000 - 30,
      employeeHsaId: 'SE2321009116-LFORSMAN01',
    };
    expect(identityFrom(claims, NOW)).toEqual({
      name: 'Lena Forsman',
      acr: claims.acr,
      authenticatedAt: new Date('2026-11-23T07:59:30Z'),
      hsaId: 'SE2321009116-LFORSMAN01',
    });
    expect(identityFrom({ 'https://id.oidc.se/claim/orgAffiliation': 'karin.berg@2021005521' }, NOW).orgAffiliation).toBe('karin.berg@2021005521');
  });

  it.each(['https://id.oidc.se/claim/personalIdentityNumber', 'https://id.oidc.se/claim/coordinationNumber', 'credentialPersonalIdentityNumber'])(
    'reads the number in %s',
    (claim) => {
      expect(identityFrom({ [claim]: '198008262381' }, NOW).personalNumber).toBe('198008262381');
    },
  );

  it.each(['800826-2381', '19800826-2381', 198008262381, '', null])('takes %j for no number', (value) => {
    expect(identityFrom({ 'https://id.oidc.se/claim/personalIdentityNumber': value }, NOW)).not.toHaveProperty('personalNumber');
  });

  it('puts the name together and never lets a sign-in lie ahead', () => {
    const identity = identityFrom({ given_name: 'Eva', family_name: 'Lind', auth_time: NOW.getTime() / 1_000 + 600 }, NOW);
    expect(identity).toEqual({ name: 'Eva Lind', acr: '', authenticatedAt: NOW });
  });

  it.each([
    ['http://id.elegnamnden.se/loa/1.0/loa3', true],
    ['http://id.elegnamnden.se/loa/1.0/loa4', true],
    ['http://id.elegnamnden.se/loa/1.0/loa2', false],
    ['http://id.swedenconnect.se/loa/1.0/uncertified-loa3', false],
    ['', false],
  ])('%s: enough is %s', (acr, enough) => expect(isAssured(acr)).toBe(enough));
});
