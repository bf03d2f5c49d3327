/** Case documents as PDF: every cell ruled, spans merged, lines of a cell on their own lines. */
import type { CaseWriter } from "./case-document.js";
import { layoutPages } from "./pdf-layout.js";
import { pdf } from "./pdf-writer.js";

export const writePdf: CaseWriter = (blocks) => pdf(layoutPages(blocks));
