import { periodErrors, recipientErrors } from './consent.rules.ts';

describe('the period of a consent', () => {
  it.each([
    ['a year to the day', '2026-11-23', '2027-11-23', undefined],
    ['one day', '2026-11-23', '2026-11-23', undefined],
    ['from a paper signed last week', '2026-11-16', '2027-03-31', undefined],
    ['more than twelve months', '2026-11-23', '2027-11-24', 'too_long'],
    ['an end before the start', '2026-11-23', '2026-11-22', 'before_start'],
    ['an end that has passed', '2026-10-01', '2026-11-22', 'past'],
  ])('%s', (_, validFrom, validTo, code) => {
    expect(periodErrors({ validFrom, validTo }, '2026-11-23')).toEqual(code ? [{ pointer: '/validTo', code }] : []);
  });
});

describe('the receivers of a consent', () => {
  const terms = (organisationIds: string[], contactIds: string[]) => ({
    disclosingOrganisationId: 'fk',
    recipients: { organisationIds, contactIds },
  });

  it('are at least one organisation or contact', () => {
    expect(recipientErrors(terms([], []))).toEqual([{ pointer: '/recipients', code: 'required' }]);
    expect(recipientErrors(terms(['af'], []))).toEqual([]);
    expect(recipientErrors(terms([], ['employer']))).toEqual([]);
  });

  it('are never the sharing organisation itself', () => {
    expect(recipientErrors(terms(['af', 'fk'], []))).toEqual([{ pointer: '/recipients/organisationIds', code: 'own_organisation' }]);
  });
});
