import { DEMO_ACCOUNTS } from '@samspel/dev-idp/accounts.ts';

/** What a visitor needs: the address and who to sign in as. */
export function welcome(url: string): string {
  const lines = (audience: 'staff' | 'citizen'): string[] =>
    DEMO_ACCOUNTS.filter((account) => account.audience === audience).map(
      ({ hint, givenName, familyName, what }) => `    ${hint.padEnd(18)} ${`${givenName} ${familyName}`.padEnd(20)} ${what}`,
    );
  return [
    '',
    `Samspel is running: ${url}`,
    '',
    '  Medarbetare (staff)',
    ...lines('staff'),
    '',
    '  Invånare (citizens)',
    ...lines('citizen'),
    '',
    'Stop with Ctrl+C.',
    '',
  ].join('\n');
}
