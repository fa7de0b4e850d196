import { mailParts } from './mail-text.ts';

const HERE = 'http://localhost:3000';

describe('the text of a mail', () => {
  it('leads into this installation where it names an address of it, without the full stop after it', () => {
    expect(mailParts(`Hej!\nÖppna ${HERE}/arenden/1?flik=a. Svara inte.`, HERE)).toEqual([
      { text: 'Hej!\nÖppna ' },
      { text: `${HERE}/arenden/1?flik=a`, path: '/arenden/1?flik=a' },
      { text: '. Svara inte.' },
    ]);
  });

  it('leads nowhere else', () => {
    const text = `Se https://example.org/x och ${HERE}.example.org/y.`;
    expect(mailParts(text, HERE).every(({ path }) => path === undefined)).toBe(true);
    expect(mailParts(text, HERE).map((part) => part.text).join('')).toBe(text); // prettier-ignore
  });

  it('is whole when it names none', () => {
    expect(mailParts('Hej!', HERE)).toEqual([{ text: 'Hej!' }]);
  });
});
