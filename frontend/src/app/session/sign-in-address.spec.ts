import { signInAddress } from './sign-in-address.ts';

describe('signInAddress', () => {
  it('names the audience, the way back and the account', () => {
    expect(signInAddress('staff', '/arenden/1', 'karin.fk')).toBe('/auth/login?audience=staff&returnTo=%2Farenden%2F1&login_hint=karin.fk');
  });

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'arenden'])('never leads back to %s', (address) => {
    expect(signInAddress('citizen', address)).toBe('/auth/login?audience=citizen&returnTo=%2F');
  });
});
