/** Where pdfjs finds its own data files: the character maps of Chinese fonts and the metrics of standard fonts. */

export interface PdfResources {
  readonly cMapUrl?: string;
  readonly standardFontDataUrl?: string;
}

/**
 * The folders inside the installed pdfjs-dist. A runtime that can't resolve packages (a bundled web page) gets none, and
 * reads all PDFs but those with predefined character maps.
 */
export function pdfResources(): PdfResources {
  const resolve = (import.meta as { resolve?: (name: string) => string }).resolve;
  if (!resolve) return {};
  try {
    const folder = new URL("./", resolve("pdfjs-dist/package.json"));
    // On Node pdfjs wants paths: file:///C:/x becomes C:/x, and file:///x becomes /x.
    const base =
      folder.protocol === "file:" ? decodeURIComponent(folder.pathname).replace(/^\/([a-zA-Z]:)/, "$1") : folder.href;
    return { cMapUrl: `${base}cmaps/`, standardFontDataUrl: `${base}standard_fonts/` };
  } catch {
    return {};
  }
}
