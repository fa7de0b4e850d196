import { Environment } from '../platform/config/environment.ts';
import { IdentifierVault } from './identifier-vault.ts';

const NUMBER = '198008262381';

function vault(key = 1, indexKey = 2): IdentifierVault {
  const environment = new Environment();
  environment.IDENTIFIER_KEY = Buffer.alloc(32, key).toString('base64');
  environment.IDENTIFIER_INDEX_KEY = Buffer.alloc(32, indexKey).toString('base64');
  return new IdentifierVault(environment);
}

describe('the vault', () => {
  it('gives back what it was given', () => {
    expect(vault().decrypt(vault().encrypt(NUMBER))).toBe(NUMBER);
  });

  it('never seals twice alike and holds no digits in the open', () => {
    const sealed = vault().encrypt(NUMBER);
    expect(sealed.equals(vault().encrypt(NUMBER))).toBe(false);
    expect(sealed.toString('latin1')).not.toContain(NUMBER.slice(-4));
  });

  it('refuses what was sealed under another key', () => {
    expect(() => vault(3).decrypt(vault(1).encrypt(NUMBER))).toThrow();
  });

  it('refuses anything changed, cut off or under an unknown key id, without naming it', () => {
    const sealed = vault().encrypt(NUMBER);
    for (let place = 0; place < sealed.length; place += 1) {
      const changed = Buffer.from(sealed);
      changed[place]! ^= 1;
      expect(() => vault().decrypt(changed)).toThrow(/^(?!.*2381)/);
    }
    expect(() => vault().decrypt(sealed.subarray(0, 20))).toThrow('unknown key');
  });

  it('indexes equal numbers alike, under its own key alone', () => {
    expect(vault().blindIndex(NUMBER)).toHaveLength(32);
    expect(vault().blindIndex(NUMBER).equals(vault(9).blindIndex(NUMBER))).toBe(true);
    expect(vault().blindIndex(NUMBER).equals(vault(1, 9).blindIndex(NUMBER))).toBe(false);
    expect(vault().blindIndex(NUMBER).equals(vault().blindIndex('198008292396'))).toBe(false);
  });
});
