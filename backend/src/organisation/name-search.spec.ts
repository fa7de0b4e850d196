import { beginningsOf, hasTwoLetters } from './name-search.ts';

describe('a search for a name', () => {
  it('asks every word to begin some part of the name', () => {
    expect(beginningsOf(' kar  be ')).toEqual(['% kar%', '% be%']);
  });

  it('takes wildcards as the signs they are', () => {
    expect(beginningsOf('50%_\\')).toEqual(['% 50\\%\\_\\\\%']);
  });

  it.each([
    ['k', false],
    ['%_', false],
    ['k1', false],
    ['ka', true],
    ['åb', true],
    ['k b', true],
  ])('%s has two letters: %s', (written, enough) => {
    expect(hasTwoLetters(written)).toBe(enough);
  });
});
