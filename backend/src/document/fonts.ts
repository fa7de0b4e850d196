import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';

/** The faces a document is printed with, in the order they are tried; each family in the two weights the templates use. */
const FAMILIES = [
  ['inter/400Regular/Inter_400Regular.ttf', 'inter/600SemiBold/Inter_600SemiBold.ttf'],
  ['noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf', 'noto-sans-arabic/600SemiBold/NotoSansArabic_600SemiBold.ttf'],
] as const;

const require = createRequire(import.meta.url);
const read = (file: string): Buffer => readFileSync(require.resolve(`@expo-google-fonts/${file}`));

export const fontFiles = (): Buffer[] => FAMILIES.flat().map(read);

/** One set of code points per family, in the order tried: what every weight of it can draw. */
export function coverage(): ReadonlySet<number>[] {
  return FAMILIES.map((files) => {
    const [first, ...others] = files.map((file) => new Set((create(read(file)) as Font).characterSet));
    return new Set(Array.from(first ?? []).filter((code) => others.every((other) => other.has(code))));
  });
}
