import { withoutText } from './failure-message.ts';

it.each([
  ['type dictionary has no method `split`', 'type dictionary has no method …'],
  ['PDF/UA-1 error: the text `"hemligt"` could not be displayed with font `"Inter"`', 'PDF/UA-1 error: the text …'],
  ['panicked with: "hemligt\nigen"', 'panicked with: …'],
  [
    'Error: [SourceDiagnostic { severity: Error, message: "PDF/UA-1 error: the text `\\"hemligt\\"` could not", hints: ["hemligt"] }]',
    'Error: [SourceDiagnostic { severity: Error, message: "PDF/UA-1 error: the text …',
  ],
])('says what is wrong and not with which words: %s', (message, said) => expect(withoutText(message)).toBe(said));
