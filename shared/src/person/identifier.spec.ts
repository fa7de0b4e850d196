import { ageOn, maskedNumber, parseIdentifier } from './identifier.ts';

const TODAY = '2026-11-22';
const digitsOf = (written: string, today = TODAY): string => {
  const result = parseIdentifier(written, today);
  return result.ok ? result.identifier.digits12 : result.because;
};

describe('a written identifier', () => {
  it.each([
    ['198008262381', 'twelve digits'],
    ['19800826-2381', 'twelve with a hyphen'],
    ['8008262381', 'ten digits'],
    ['800826-2381', 'ten with a hyphen'],
    [' 800826 2381 ', 'with spaces'],
    ['800826–2381', 'with a dash from a word processor'],
  ])('%s (%s) is one and the same', (written) => {
    expect(digitsOf(written)).toBe('198008262381');
  });

  it('finds the century of ten digits', () => {
    expect(digitsOf('181121-2388')).toBe('201811212388');
    expect(digitsOf('251119+9271')).toBe('192511199271');
    expect(digitsOf('210330+9270')).toBe('192103309270');
  });

  it('moves the century when the year turns', () => {
    // 1925: without a plus the year 25 is 2025 from 2025 on, and 1925 before that.
    expect(digitsOf('251119-9271', '2024-12-31')).toBe('192511199271');
    expect(digitsOf('251119-9271', '2025-12-31')).toBe('202511199271');
  });

  it('tells personnummer from samordningsnummer', () => {
    expect(parseIdentifier('198008262381', TODAY)).toEqual({
      ok: true,
      identifier: { digits12: '198008262381', kind: 'PERSONNUMMER', birthDate: '1980-08-26' },
    });
    expect(parseIdentifier('000788-2384', TODAY)).toEqual({
      ok: true,
      identifier: { digits12: '200007882384', kind: 'SAMORDNINGSNUMMER', birthDate: '2000-07-28' },
    });
  });

  it.each([
    ['198101012387', 'checksum'],
    ['198113012386', 'date'],
    ['198102302380', 'date'],
    ['198100002380', 'date'],
    ['198101602380', 'date'],
    ['198101922380', 'date'],
    ['19810101238', 'length'],
    ['1981010123866', 'length'],
    ['', 'length'],
    ['19810101-2386x', 'digits'],
    ['1981-0101-2386', 'digits'],
    ['-198008262381', 'digits'],
    ['198008+-262381', 'digits'],
    ['T80826-2381', 'digits'],
  ])('%s is refused: %s', (written, because) => {
    expect(digitsOf(written)).toBe(because);
  });

  it('is refused when its day lies ahead, and taken on the very day', () => {
    expect(digitsOf('201811212388', '2018-11-20')).toBe('future');
    expect(digitsOf('201811212388', '2018-11-21')).toBe('201811212388');
  });

  it('knows every single wrong digit by the checksum', () => {
    const right = '198008262381';
    for (let place = 2; place < 12; place += 1) {
      for (let digit = 0; digit < 10; digit += 1) {
        const written = right.slice(0, place) + digit + right.slice(place + 1);
        if (written !== right) expect(['checksum', 'date']).toContain(digitsOf(written));
      }
    }
  });
});

describe('what others see of it', () => {
  it('hides all but the last four digits', () => {
    expect(maskedNumber('198008262381')).toBe('••••••••-2381');
  });
});

describe('age', () => {
  it.each([
    ['1980-08-26', '2026-08-25', 45],
    ['1980-08-26', '2026-08-26', 46],
    ['2008-11-23', '2026-11-22', 17],
    ['2008-11-22', '2026-11-22', 18],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
  ])('born %s is on %s %i years', (born, today, years) => {
    expect(ageOn(born, today)).toBe(years);
  });
});
