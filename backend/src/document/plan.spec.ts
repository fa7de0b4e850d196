import { emptyPlan, fullPlan, keptSample } from './document.sample.ts';
import { readPdf } from './pdf-reading.sample.ts';
import { DocumentRenderer } from './rendering.ts';

const renderer = new DocumentRenderer();
afterAll(() => renderer.onApplicationShutdown());

/** A term is an `LI` whose label is a `Lbl`; each line break in a text makes one more `P`. */
const term = 'LI(Lbl(Span) LBody)';
const terms = (count: number) => `L(${Array(count).fill(term).join(' ')})`;
const bullets = (count: number) => `L(${Array(count).fill('LI(Lbl LBody(P))').join(' ')})`;
const table = (columns: number, ...rows: string[]) => `Table(THead(TR(${Array(columns).fill('TH').join(' ')})) TBody(${rows.join(' ')}))`;
const row = (...cells: number[]) => `TR(${cells.map((count) => `TD(${Array(count).fill('P').join(' ')})`).join(' ')})`;

describe('the plan as a document', () => {
  it.each(['STAFF', 'SIMPLE'] as const)('is PDF/UA-1 with title and language, full and almost empty (%s)', async (variant) => {
    for (const plan of [fullPlan(variant), emptyPlan(variant)]) {
      const pdf = await renderer.render('plan', plan);
      expect(pdf.toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>');
      const { title, language, createdAt, structure } = await readPdf(pdf);
      expect(language).toBe('sv-SE');
      expect(createdAt).toBe('D:20261122090000Z');
      expect(title).toBe(variant === 'STAFF' ? 'Samordnad individuell plan (SIP), S-0412' : 'Din plan: Samordnad individuell plan (SIP), S-0412');
      expect(structure.join(' ')).not.toMatch(/Figure|Formula/);
    }
  });

  it('reads in order for staff: own words first, tables with headers', async () => {
    const { structure } = await readPdf(await renderer.render('plan', fullPlan()));
    expect(structure).toEqual([
      [
        `Document(H1 P H2 BlockQuote(P P) P ${terms(5)} H2 ${bullets(2)} H2 ${bullets(2)}`,
        `H2 H3 BlockQuote(P) ${terms(2)} ${table(4, row(3, 2, 2, 1), row(1, 1, 1, 1))})`,
      ].join(' '),
      [
        `Document(H4 ${table(4, row(2, 2, 1, 1))} H2 ${table(4, row(2, 1, 1, 1))}`,
        `H2 H3 ${bullets(2)} H3 ${bullets(2)} H3 ${bullets(1)} H3 ${bullets(1)}`,
        `H2 ${table(2, row(1, 1), row(1, 1))} H2 ${bullets(1)} H2 ${terms(1)})`,
      ].join(' '),
      [
        `Document(H2 H3 ${terms(5)} ${table(3, row(1, 1, 1), row(1, 1, 1))}`,
        `H2 ${table(4, row(1, 1, 1, 1), row(1, 1, 1, 1))} H2 ${table(4, row(1, 1, 1, 1), row(1, 1, 1, 1))})`,
      ].join(' '),
    ]);
  });

  it('reads in order for the person: one thing after another, no tables', async () => {
    const { structure, text } = await readPdf(await renderer.render('plan', fullPlan('SIMPLE')));
    expect(structure).toEqual([
      `Document(H1 P P H2 BlockQuote(P P) H2 P P ${terms(1)} H2 P P H2 ${bullets(2)} H2 ${bullets(2)})`,
      [`Document(H2 H3 P BlockQuote(P) ${terms(1)} P ${terms(4)} P ${terms(2)} H4 P ${terms(3)}`, `H2 P ${terms(3)} H2 P ${terms(1)} P)`].join(' '),
      `Document(H2 ${terms(1)} H2 ${bullets(1)} H2 H3 ${terms(5)} H2 ${bullets(2)} H2 P P ${terms(1)} P P)`,
    ]);
    expect(text).toContain('Mål 1: Du kan säga nej innan du blir för trött.');
    expect(text).not.toContain('2382');
  });

  it('says on each page what it is, which version, and how many pages there are', async () => {
    const { decoration } = await readPdf(await renderer.render('plan', fullPlan()));
    expect(decoration).toHaveLength(3);
    decoration.forEach((page, index) => {
      expect(page).toMatch(/^S-0412 Version 3, 14 november 2026/);
      expect(page).toContain(`Utskriven ur Samspel 22 november 2026 Sida ${index + 1} av 3`);
    });
  });

  it('says that a plan without goals has none, and prints no empty heading', async () => {
    const staff = await readPdf(await renderer.render('plan', emptyPlan()));
    expect(staff.structure).toEqual([`Document(H1 P P ${terms(1)} P)`]);
    expect(staff.text).toContain('Arbetsexemplar, inte publicerat');
    expect(staff.text).toContain('Planen har inga mål eller insatser än.');
    const simple = await readPdf(await renderer.render('plan', emptyPlan('SIMPLE')));
    expect(simple.structure).toEqual(['Document(H1 P P H2 P P)']);
  });

  it('divides a long word with a hyphen, an address without, a name not at all', async () => {
    const address = 'https://www.exempel.se/en/adress/som/inte/ryms/pa/en/rad/i/en/kolumn';
    const [activity] = fullPlan().activities;
    const texts = ['Arbetsmarknadsutbildningsverksamheten', address];
    const activities = texts.flatMap((text) => (activity === undefined ? [] : [{ ...activity, plain: null, text }]));
    const { text } = await readPdf(await renderer.render('plan', { ...fullPlan(), activities }));
    expect(text).toContain('Arbetsmarknadsutbildningsverk-\nsamheten');
    expect(text.replaceAll('\n', '')).toContain(address);
    expect(text).toContain('Ingrid Holm, Region\nSjölandet');
  });

  it('prints what an organisation has kept', async () => {
    const { structure, title, text } = await readPdf(await renderer.render('kept', keptSample));
    expect(title).toBe('Behållna uppgifter, S-0412');
    expect(structure).toEqual([`Document(H1 ${terms(6)} H2 L(${term} ${term} LI(Lbl(Span) LBody(P P)) ${term}))`]);
    expect(text).toContain('Arbetsgivaren har ringt.\nHon vill mötas i november.');
    expect((await readPdf(await renderer.render('kept', { ...keptSample, items: [] }))).text).toContain('Det finns inga uppgifter i kopian.');
  });
});
