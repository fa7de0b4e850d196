import { applyDecorators, Header, StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';

/** An operation that answers with a printed document. */
export const PdfAnswer = (description: string): MethodDecorator =>
  applyDecorators(
    Header('cache-control', 'no-store'),
    ApiOkResponse({ description, content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } }),
  );

/** `name` ends up in download folders and their backups, so it says what it is and never whom it is about. */
export const pdfFile = (pdf: Buffer, name: string): StreamableFile =>
  new StreamableFile(pdf, { type: 'application/pdf', disposition: `attachment; filename="${name}.pdf"`, length: pdf.length });
