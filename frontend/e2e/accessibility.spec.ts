import { DemoTown } from './support/demo-town.ts';
import { faultsOf } from './support/look.ts';
import { type Place, visit } from './support/place.ts';
import { CITIZEN_PLACES, OPEN_PLACES, SIMPLE_PLACES, STAFF_PLACES } from './support/places.ts';
import type { Visitor, VisitorOptions } from './support/visitor.ts';

const WIDE = 1280;
const NARROW = 320;
const EVERYWHERE = process.env['DEEP'] === '1';

interface Mode {
  readonly language: NonNullable<VisitorOptions['language']>;
  readonly dark: boolean;
  readonly widths: readonly number[];
}

const SWEDISH: Mode = { language: 'sv', dark: false, widths: [WIDE, NARROW] };
const phone = (language: Mode['language']): Mode => ({ language, dark: false, widths: [NARROW] });

/** Every combination of the deep run; otherwise Swedish at both widths, and the person's own pages in their other languages on a phone. */
function modesOf(place: Place): readonly Mode[] {
  const simple = SIMPLE_PLACES.includes(place);
  const languages: Mode['language'][] = simple ? ['sv-enkel'] : place.citizen && !inScreens(place) ? ['sv', 'sv-enkel', 'en'] : ['sv', 'en'];
  if (EVERYWHERE) return languages.flatMap((language) => [false, true].map((dark) => ({ language, dark, widths: [WIDE, 640, NARROW] })));
  if (simple) return [phone('sv-enkel')];
  if (place.path !== '/min-plan' || !place.citizen || place.act !== undefined) return [SWEDISH];
  return inScreens(place) ? [SWEDISH, phone('en')] : [SWEDISH, phone('sv-enkel'), phone('en')];
}

/** In simple Swedish the page is another one, with places of its own. */
function inScreens({ hint, path }: Place): boolean {
  return SIMPLE_PLACES.some((simple) => simple.hint === hint && typeof simple.path === 'string' && simple.path.split('?')[0] === path);
}

const looks = [...OPEN_PLACES, ...STAFF_PLACES, ...CITIZEN_PLACES, ...SIMPLE_PLACES].flatMap((place) =>
  modesOf(place).map((mode) => ({ place, mode, what: `${place.name} (${place.hint ?? 'nobody'}, ${mode.language}${mode.dark ? ', dark' : ''})` })),
);

describe('every page keeps WCAG 2.2 AA and fits the window', () => {
  let town: DemoTown;
  const visitors = new Map<string, Promise<Visitor>>();

  beforeAll(async () => {
    town = await DemoTown.open();
  });
  afterAll(() => town.close());

  /** One browser for each account and mode, signed in once. */
  function visitorFor({ hint, citizen }: Place, { language, dark }: Mode): Promise<Visitor> {
    const key = `${hint} ${language} ${dark}`;
    const known = visitors.get(key) ?? arrive(hint, citizen, { language, dark });
    visitors.set(key, known);
    return known;
  }

  async function arrive(hint: string | undefined, citizen: true | undefined, options: VisitorOptions): Promise<Visitor> {
    const visitor = (await town.visitor(options)).expectRefusals(401, 404);
    if (hint !== undefined) await visitor.signIn(hint, citizen ? 'citizen' : 'staff');
    return visitor;
  }

  it.each(looks)('$what', async ({ place, mode }) => {
    const visitor = await visitorFor(place, mode);
    const faults: string[] = [];
    for (const width of mode.widths) {
      await visitor.page.setViewportSize({ width, height: 900 });
      if (width === mode.widths[0]) await visit(town, visitor, place);
      faults.push(...(await faultsOf(visitor.page)).map((fault) => `${width} px: ${fault}`));
    }
    expect(faults).toEqual([]);
  });

  it('without an error in any console', () => {
    expect(town.complaints()).toEqual([]);
  });
});
