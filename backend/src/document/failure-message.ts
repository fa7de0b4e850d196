/**
 * Why a document did not compile, fit for a log. Typst quotes the text it stumbled over, after a backtick or a quotation mark,
 * and that text is somebody's; only the quotation mark that opens the message itself is let through.
 */
export const withoutText = (message: string): string => message.replace(/(?<!message: )[`"][^]*$/, '…');
