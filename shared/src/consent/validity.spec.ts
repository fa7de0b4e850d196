import { consentStanding, consentState, latestValidTo } from './validity.ts';

const days = (validFrom: string, validTo: string, withdrawn = false) => ({ validFrom, validTo, withdrawn });
const by = (disclosingOrganisationId: string, validFrom: string, validTo: string, withdrawn = false) => ({
  ...days(validFrom, validTo, withdrawn),
  disclosingOrganisationId,
});

describe('a consent on a given day', () => {
  it.each([
    ['the day before it begins', '2026-10-31', 'UPCOMING'],
    ['its first day', '2026-11-01', 'VALID'],
    ['31 days before its last', '2027-02-28', 'VALID'],
    ['30 days before its last', '2027-03-01', 'EXPIRING'],
    ['its last day', '2027-03-31', 'EXPIRING'],
    ['the day after', '2027-04-01', 'EXPIRED'],
  ])('on %s', (_, today, state) => {
    expect(consentState(days('2026-11-01', '2027-03-31'), today)).toBe(state);
  });

  it('is withdrawn whatever the day', () => {
    expect(consentState(days('2026-11-01', '2027-03-31', true), '2026-12-01')).toBe('WITHDRAWN');
  });
});

describe('the last day a consent may have', () => {
  it.each([
    ['2026-11-23', '2027-11-23'],
    ['2028-02-29', '2029-02-28'],
    ['2027-02-28', '2028-02-28'],
  ])('from %s is %s', (from, to) => {
    expect(latestValidTo(from)).toBe(to);
  });
});

describe('a whole case', () => {
  const today = '2026-11-23';

  it('stands until the first organisation loses its leave', () => {
    expect(consentStanding([by('fk', '2026-01-01', '2027-06-30'), by('af', '2026-01-01', '2027-03-31')], today)).toEqual({
      state: 'VALID',
      validTo: '2027-03-31',
    });
  });

  it('lets a later consent take over from an earlier one of the same organisation', () => {
    expect(consentStanding([by('fk', '2026-01-01', '2026-12-01'), by('fk', '2026-11-01', '2027-06-30')], today)).toEqual({
      state: 'VALID',
      validTo: '2027-06-30',
    });
  });

  it('warns when one organisation is about to lose its leave', () => {
    expect(consentStanding([by('fk', '2026-01-01', '2027-06-30'), by('af', '2026-01-01', '2026-12-01')], today)).toEqual({
      state: 'EXPIRING',
      validTo: '2026-12-01',
    });
  });

  it('has expired only when nothing is valid, and says since when', () => {
    expect(consentStanding([by('fk', '2026-01-01', '2026-10-01'), by('af', '2026-01-01', '2026-11-22')], today)).toEqual({
      state: 'EXPIRED',
      validTo: '2026-11-22',
    });
  });

  it('has none when all are withdrawn or yet to come', () => {
    expect(consentStanding([by('fk', '2026-01-01', '2027-06-30', true), by('af', '2026-12-01', '2027-06-30')], today)).toEqual({
      state: 'NONE',
      validTo: null,
    });
  });
});
