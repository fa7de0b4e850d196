/** The name of a button that says in hidden words what it is about: "Ändra: Mindre smärta." */
export function about(label: string, what: string): RegExp {
  return new RegExp(`^${escape(label)} ?: ${escape(what)}`);
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
