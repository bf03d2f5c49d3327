/** The shared suite on every adapter. */
import { writeDoc } from "../support/doc-writer.js";
import { writeDocx } from "../support/docx-writer.js";
import { writeHtml } from "../support/html-writer.js";
import { writeMhtml } from "../support/mhtml-writer.js";
import { writeOdt } from "../support/odt-writer.js";
import { writeOfd } from "../support/ofd-writer.js";
import { writePdf } from "../support/pdf-case-writer.js";
import { writeRtf } from "../support/rtf-writer.js";
import { writeText } from "../support/text-writer.js";
import { writeXlsx } from "../support/xlsx-writer.js";
import { testAdapter } from "./common-cases.js";

const ON_PAGES = {
  "a marked heading is known as one": "ink on a page marks no headings",
  "the cells of a table inside a cell are found":
    "a page knows no nesting; frames within frames are tested with the rulings",
};
const NO_SPANS = "rows between pipes have no merged cells";

testAdapter({ format: "docx", write: writeDocx });
testAdapter({ format: "doc", write: writeDoc });
testAdapter({ format: "html", write: writeHtml });
testAdapter({ format: "mhtml", write: writeMhtml });
testAdapter({ format: "rtf", write: writeRtf });
testAdapter({ format: "odt", write: writeOdt });
testAdapter({ format: "pdf", write: writePdf, skip: ON_PAGES });
testAdapter({ format: "ofd", write: writeOfd, skip: ON_PAGES });
testAdapter({
  format: "xlsx",
  write: writeXlsx,
  skip: {
    "a marked heading is known as one": "a sheet marks no headings",
    "the cells of a table inside a cell are found": "cells of a sheet hold no tables",
  },
});
testAdapter({
  format: "text",
  write: writeText,
  skip: {
    "a cell that spans columns covers their positions": NO_SPANS,
    "a cell that spans rows covers their positions": NO_SPANS,
    "a cell that spans rows and columns covers all its positions": NO_SPANS,
    "a line break inside a label leaves one cell": "a line of a text is a row",
    "the cells of a table inside a cell are found": "rows between pipes don't nest",
  },
});
