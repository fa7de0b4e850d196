import { join } from 'node:path';
import { NodeCompiler, type NodeTypstCompileResult } from '@myriaddreamin/typst-ts-node-compiler';
import { withoutText } from './failure-message.ts';
import { fontFiles } from './fonts.ts';
import { printableData } from './printable.ts';

export interface RenderOrder {
  readonly template: string;
  readonly data: object;
  /** Unix time in seconds; stands as the document's creation date. */
  readonly createdAt: number;
}

export type RenderOutcome = { readonly pdf: Uint8Array } | { readonly failure: string };

/** A process of its own, started by rendering.ts: one order in, one outcome out. Imports nothing that needs a decorator or a database. */
const compiler = NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontBlobs: fontFiles() }] });

process.on('message', (order: RenderOrder) => {
  process.send?.(render(order));
  // What the compiler remembers is somebody's plan.
  compiler.evictCache(0);
});
process.on('disconnect', () => process.exit());

function render({ template, data, createdAt }: RenderOrder): RenderOutcome {
  try {
    const inputs = { data: JSON.stringify(printableData(data)) };
    const compiled = compiler.compile({ mainFilePath: join(import.meta.dirname, `${template}.typ`), inputs });
    const document = compiled.result;
    if (document === null) return { failure: reasonOf(compiled) };
    return { pdf: compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp: createdAt }) };
  } catch (error) {
    return { failure: withoutText(String(error)) };
  }
}

function reasonOf(compiled: NodeTypstCompileResult): string {
  const error = compiled.takeError();
  const diagnostics = error === null ? [] : (compiler.fetchDiagnostics(error) as { message: string }[]);
  return diagnostics.map(({ message }) => withoutText(message)).join('; ');
}
