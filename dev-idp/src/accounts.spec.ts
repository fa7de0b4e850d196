import { DEMO_ACCOUNTS, ORGANISATION_NUMBERS } from './accounts.ts';

const luhn = (digits: string): boolean =>
  [...digits].reduce((sum, digit, place) => {
    const product = Number(digit) * (place % 2 ? 1 : 2);
    return sum + (product > 9 ? product - 9 : product);
  }, 0) %
    10 ===
  0;

describe('the demo accounts', () => {
  it('name every person once, and nobody but Eva is called Eva', () => {
    const hints = DEMO_ACCOUNTS.map(({ hint }) => hint);
    expect(new Set(hints).size).toBe(hints.length);
    const names = DEMO_ACCOUNTS.map(({ givenName, familyName }) => `${givenName} ${familyName}`);
    expect(new Set(names).size).toBe(names.length);
    expect(DEMO_ACCOUNTS.filter(({ givenName }) => /\beva/i.test(givenName)).map(({ hint }) => hint)).toEqual(['eva']);
  });

  it('hold at least sixteen staff with exactly one organisation identity each, and four citizens with a number', () => {
    const staff = DEMO_ACCOUNTS.filter(({ audience }) => audience === 'staff');
    expect(staff.length).toBeGreaterThanOrEqual(16);
    for (const { employeeHsaId, orgAffiliation, title, personnummer } of staff) {
      expect([employeeHsaId, orgAffiliation].filter(Boolean)).toHaveLength(1);
      if (employeeHsaId) expect(employeeHsaId).toMatch(/^SE\d{10}-[A-Za-z0-9]{1,18}$/);
      if (orgAffiliation) expect(orgAffiliation).toMatch(/^[a-z.]+@\d{10}$/);
      expect(title).toBeTruthy();
      expect(personnummer).toBeUndefined();
    }
    const identities = staff.map(({ employeeHsaId, orgAffiliation }) => employeeHsaId ?? orgAffiliation);
    expect(new Set(identities).size).toBe(staff.length);
    const citizens = DEMO_ACCOUNTS.filter(({ audience }) => audience === 'citizen');
    expect(citizens.map(({ hint }) => hint)).toEqual(['eva', 'bengt', 'olle', 'margareta']);
    for (const { personnummer } of citizens) expect(luhn(personnummer?.slice(2) ?? '1')).toBe(true);
  });

  it('use organisation numbers with a correct check digit', () => {
    for (const number of Object.values(ORGANISATION_NUMBERS)) expect(luhn(number)).toBe(true);
  });
});
