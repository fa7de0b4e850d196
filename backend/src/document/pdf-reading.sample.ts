import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a screen reader finds in a PDF. */
export interface ReadPdf {
  readonly title: string;
  readonly language: string;
  /** As PDF writes it: `D:20261122090000Z`. */
  readonly createdAt: string;
  /** The structure tree, one string per page: `Document(H1 P L(LI(Lbl LBody(P))))`. */
  readonly structure: readonly string[];
  /** All text in reading order, without what is decoration (headers, footers). */
  readonly text: string;
  /** Headers and footers, one string per page. */
  readonly decoration: readonly string[];
  /** Where the text farthest to the right ends, in points from the left edge of the paper. */
  readonly rightEdge: number;
}

interface Role {
  readonly role?: string;
  readonly children?: readonly Role[];
}

export async function readPdf(pdf: Buffer): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0, useSystemFonts: false });
  const file = await task.promise;
  const { info } = (await file.getMetadata()) as { info: { Title: string; Language: string; CreationDate: string } };
  const pages = await pagesOf(file);
  const texts = await Promise.all(pages.map(textOf));
  const structure = await Promise.all(pages.map(async (page) => (await page.getStructTree()) as Role | null));
  await task.destroy();
  return {
    title: info.Title,
    language: info.Language,
    createdAt: info.CreationDate,
    structure: structure.map((tree) => (tree?.children ?? []).map(outline).join(' ')),
    text: texts.map(({ content }) => content).join('\n'),
    decoration: texts.map(({ decoration }) => decoration),
    rightEdge: Math.max(...texts.map(({ rightEdge }) => rightEdge)),
  };
}

function pagesOf(file: PDFDocumentProxy): Promise<PDFPageProxy[]> {
  return Promise.all(Array.from({ length: file.numPages }, (_, index) => file.getPage(index + 1)));
}

/** Typst wraps each header and footer in an artifact; whatever stands in none is content. */
async function textOf(page: PDFPageProxy): Promise<{ content: string; decoration: string; rightEdge: number }> {
  const parts = { content: '', decoration: '' };
  let rightEdge = 0;
  const open: string[] = [];
  for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') open.pop();
      else open.push((item as { tag?: string }).tag ?? '');
    } else {
      parts[open.includes('Artifact') ? 'decoration' : 'content'] += item.str + (item.hasEOL ? '\n' : '');
      rightEdge = Math.max(rightEdge, Number(item.transform[4]) + item.width);
    }
  }
  return { ...parts, rightEdge };
}

function outline({ role, children = [] }: Role): string {
  const below = children.filter((child) => child.role !== undefined).map(outline);
  return below.length > 0 ? `${role}(${below.join(' ')})` : String(role);
}
