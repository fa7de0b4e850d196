import { type MyConsentView } from '@samspel/shared/api.ts';
import { listed, organisationsIn, receiversOf, stands } from './plan-parts.ts';

const organisation = (id: string): MyConsentView['disclosingOrganisation'] => ({ id, name: `Org ${id}`, shortName: id, letters: id, kind: 'FK' });

function consent(from: string, to: readonly string[], state: MyConsentView['state'] = 'VALID'): MyConsentView {
  return {
    id: `${from}-${to.join()}`,
    disclosingOrganisation: organisation(from),
    recipients: { organisations: to.map(organisation), contacts: [{ id: 'c', name: 'Gunilla Rask', worksAt: 'Almgården' }] },
    state,
  } as MyConsentView;
}

describe('what a person has said yes to', () => {
  it('counts each organisation once, whoever of them tells or is told', () => {
    expect(organisationsIn([consent('a', ['b', 'c']), consent('b', ['a']), consent('d', ['a'], 'EXPIRING')])).toBe(4);
  });

  it('does not count what is over or has not begun', () => {
    expect(organisationsIn([consent('a', ['b'], 'WITHDRAWN'), consent('c', ['d'], 'EXPIRED'), consent('e', ['f'], 'UPCOMING')])).toBe(0);
  });

  it.each([
    ['VALID', true],
    ['EXPIRING', true],
    ['UPCOMING', true],
    ['EXPIRED', false],
    ['WITHDRAWN', false],
  ] as const)('%s can be taken back: %s', (state, expected) => {
    expect(stands(consent('a', ['b'], state))).toBe(expected);
  });

  it('names everybody who may be told, people without login too', () => {
    expect(listed(receiversOf(consent('a', ['b', 'c'])), 'sv-SE')).toBe('Org b, Org c och Gunilla Rask');
  });
});
