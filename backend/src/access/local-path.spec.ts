import { localPath } from './local-path.ts';

describe('where a sign-in goes on', () => {
  it.each(['/', '/arenden/01994e2a?flik=plan#anteckningar', '/min-plan'])('%s is a path of this site', (path) => {
    expect(localPath(path)).toBe(path);
  });

  it.each([
    '',
    'arenden',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/.//evil.example',
    '/x/..//evil.example',
    'javascript:alert(1)',
    `/${'x'.repeat(500)}`,
  ])('%j is not', (path) => {
    expect(localPath(path)).toBeNull();
  });

  it('nothing is not either', () => expect(localPath(undefined)).toBeNull());
});
