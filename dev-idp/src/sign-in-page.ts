import type { DemoAccount } from './accounts.ts';

/** Characters that would end text or an attribute. */
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

const STYLE = `
  :root { color-scheme: light dark; font: 1.0625rem/1.5 system-ui, sans-serif; }
  body { margin: 0 auto; max-width: 40rem; padding: 1.5rem 1rem 3rem; }
  ul { list-style: none; padding: 0; }
  li { margin: 0 0 .5rem; }
  button { font: inherit; text-align: left; width: 100%; min-height: 2.75rem; padding: .5rem .75rem; cursor: pointer; border: 1px solid; border-radius: .375rem; background: none; color: inherit; }
  button:focus-visible { outline: 3px solid; outline-offset: 2px; }
  strong { display: block; }`;

function page(title: string, content: string, nonce: string): string {
  return `<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style nonce="${nonce}">${STYLE}
</style>
</head>
<body>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`;
}

const TITLES = { staff: 'Logga in som medarbetare', citizen: 'Logga in som invånare' } as const;

/** The accounts of one audience, one button each. `action`: where the choice is sent; `nonce`: of this response's content security policy. */
export function accountsPage(audience: DemoAccount['audience'], accounts: readonly DemoAccount[], action: string, nonce: string): string {
  const item = (account: DemoAccount): string =>
    `<li><button name="account" value="${escape(account.hint)}"><strong>${escape(`${account.givenName} ${account.familyName}`)}</strong> ${escape(account.what)}</button></li>`;
  return page(
    TITLES[audience],
    `<p>Det här är den påhittade staden Sjöstad. Ingen här finns på riktigt. Välj vem du vill vara.</p>
<form method="post" action="${escape(action)}">
<ul>
${accounts.map(item).join('\n')}
</ul>
</form>`,
    nonce,
  );
}

/** What a person reads when the sign-in cannot go on. */
export function expiredPage(nonce: string): string {
  return page('Inloggningen gick inte att slutföra', '<p>Den kan ha tagit för lång tid. Gå tillbaka till Samspel och logga in igen.</p>', nonce);
}
