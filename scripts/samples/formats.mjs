// The format of each document of a generated archive.

/** Formats of every 20 documents: 9 web pages, 5 texts, 5 Word documents, 1 PDF. */
const SHARES = { html: 9, txt: 5, docx: 5, pdf: 1 };
const FORMATS = Object.entries(SHARES).flatMap(([format, share]) => new Array(share).fill(format));

/** Multiples of it spread evenly over 0 to 1, and those of every second, sixth or tenth number do too. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * By the golden ratio, since the year and the body go by remainders: with another remainder for the format, the first
 * folders would hold no PDF, and what an import needs for PDFs would look as if it had grown on the way.
 * @param {number} n number of the document
 */
export function formatOf(n) {
  return FORMATS[Math.floor(((n * GOLDEN) % 1) * FORMATS.length)];
}
