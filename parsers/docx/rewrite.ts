/**
 * The main part of a Word document in; the same document out, in the small vocabulary that mammoth reads without loss:
 * paragraphs, runs, tables, text boxes. What mammoth passes over is written out (automatic numbers, results of simple
 * fields, ruby bases, formulas, skipped columns), what a reader of the printed page doesn't see is left out (hidden text,
 * placeholders, what a tracked change has removed).
 */
import type { Colour } from "../colours.js";
import type { Problem } from "../document.js";
import type { Limits } from "../limits.js";
import { attributeOf, childOf } from "../xml.js";
import { marker } from "./markers.js";
import type { Numbering } from "./numbering.js";
import { copyAlternate, copyDrawing, copyTextBox } from "./rewrite-drawing.js";
import { copyParagraph } from "./rewrite-paragraph.js";
import type { Field } from "./rewrite-field.js";
import { copyRun, NOWHERE, ON_THE_LINE, writeText, type Level } from "./rewrite-run.js";
import { copyTable } from "./rewrite-table.js";
import { nextToken, readElement, scanXml, skipElement, type Scan } from "./scan.js";
import type { Styles } from "./styles.js";
import type { OpenTag } from "./tag.js";
import { isOn } from "./values.js";

export interface Rewriting {
  readonly scan: Scan;
  readonly out: string[];
  /** Length of the output where the last run ended that wrote something. */
  behindRun: number;
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly problems: Problem[];
  /** The fields that are open, outermost first: of each whether its code or its result is being read. */
  readonly fields: Field[];
  /** The style of the paragraph that is being read. */
  style: string | null;
  /** True while a paragraph is written whose end is still open, as a removed paragraph mark leaves it. */
  open: boolean;
  /** True once the paragraph has text. */
  hasText: boolean;
  /** Where the last text of the paragraph stands. */
  level: Level;
  /** What is behind the paragraph that is being read, and behind the cell; null where it isn't known. */
  shade: Colour | null | undefined;
  cellShade: Colour | null | undefined;
  /** True where text is shown from its last character to its first. */
  turned: boolean;
  /** True inside a content control that shows its placeholder. */
  placeholder: boolean;
}

/** What the page doesn't print, and what nothing here asks for. */
const LEFT_OUT = new Set(
  `w:del w:moveFrom w:rt w:rubyPr w:sectPr w:pPr w:rPr w:tblPr w:tblGrid w:tblPrEx w:trPr w:tcPr w:sdtPr w:sdtEndPr
   w:bookmarkStart w:bookmarkEnd w:proofErr w:lastRenderedPageBreak w:commentReference w:footnoteReference
   w:endnoteReference w:annotationRef w:footnoteRef w:endnoteRef w:delText w:delInstrText w:softHyphen
   w:customXmlPr w:smartTagPr w:fldData m:ctrlPr m:rPr m:fPr m:oMathParaPr`.split(/\s+/),
);

const ROOT =
  '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"><w:body>';

interface Rewritten {
  readonly xml: string;
  readonly problems: readonly Problem[];
}

export function rewriteDocument(
  xml: string,
  context: { readonly styles: Styles; readonly numbering: Numbering; readonly limits: Limits },
): Rewritten {
  const { styles, numbering, limits } = context;
  const writing: Rewriting = {
    ...{ scan: scanXml(xml, limits), out: [ROOT], behindRun: NOWHERE, styles, numbering, problems: [], fields: [] },
    ...{ style: null, open: false, hasText: false, level: ON_THE_LINE, placeholder: false },
    ...{ shade: undefined, cellShade: undefined, turned: false },
  };
  for (let token = nextToken(writing.scan); token; token = nextToken(writing.scan)) {
    if (token.kind === "open" && token.name === "w:background") skipElement(token, writing.scan);
    else if (token.kind === "open" && token.name === "w:body") inContainer(writing, () => copyChildren(token, writing));
  }
  writing.out.push("</w:body></w:document>");
  // Texts that stand together are one: each element costs more than what is in it.
  return { xml: writing.out.join("").replaceAll("</w:t><w:t>", ""), problems: writing.problems };
}

/** Takes back what was written behind a place. */
export function takeBack(length: number, writing: Rewriting): void {
  writing.out.length = length;
  writing.behindRun = NOWHERE;
}

export function copyChildren(tag: OpenTag, writing: Rewriting): void {
  if (tag.empty) return;
  for (let token = nextToken(writing.scan); token && token.kind !== "close"; token = nextToken(writing.scan)) {
    if (token.kind === "open") copyElement(token, writing);
  }
}

/** The body, a cell or a text box: a paragraph that is left open ends with it. */
export function inContainer(writing: Rewriting, copy: () => void): void {
  const { open, style, hasText, shade } = writing;
  writing.open = false;
  copy();
  closeParagraph(writing);
  Object.assign(writing, { open, style, hasText, shade });
}

export function copyElement(tag: OpenTag, writing: Rewriting): void {
  if (LEFT_OUT.has(tag.name)) {
    skipElement(tag, writing.scan);
    return;
  }
  const copy = COPIERS[tag.name];
  if (copy) copy(tag, writing);
  else if (tag.name.endsWith("Change")) skipElement(tag, writing.scan);
  else copyChildren(tag, writing);
}

const COPIERS: Readonly<Record<string, (tag: OpenTag, writing: Rewriting) => void>> = {
  "w:p": copyParagraph,
  "w:tbl": (tag, writing) => {
    closeParagraph(writing);
    copyTable(tag, writing);
  },
  "w:r": copyRun,
  "m:r": copyRun,
  "w:sdt": copyControl,
  "w:txbxContent": copyTextBox,
  "mc:AlternateContent": copyAlternate,
  "w:drawing": copyDrawing,
  "w:pict": copyDrawing,
  "w:object": (tag, writing) => {
    writing.out.push(marker("object", ""));
    skipElement(tag, writing.scan);
  },
  "w:altChunk": noteEmbedded,
  "w:subDoc": noteEmbedded,
  "w:bdo": (tag, writing) => {
    const { turned } = writing;
    writing.turned = attributeOf(tag, "val") === "rtl";
    copyChildren(tag, writing);
    writing.turned = turned;
  },
  "m:den": (tag, writing) => copyAfterSign("/", tag, writing),
  "m:sup": (tag, writing) => copyAfterSign("^", tag, writing),
  "m:sub": (tag, writing) => copyAfterSign("_", tag, writing),
};

/** A fraction or power that lost its form would read as another number. */
function copyAfterSign(sign: string, tag: OpenTag, writing: Rewriting): void {
  writeText(sign, writing);
  copyChildren(tag, writing);
}

function closeParagraph(writing: Rewriting): void {
  if (writing.open) writing.out.push("</w:p>");
  writing.open = false;
}

/** A content control. The placeholder that it shows before anything is entered is no content. */
function copyControl(tag: OpenTag, writing: Rewriting): void {
  if (tag.empty) return;
  const { placeholder } = writing;
  for (let token = nextToken(writing.scan); token && token.kind !== "close"; token = nextToken(writing.scan)) {
    if (token.kind !== "open") continue;
    if (token.name === "w:sdtPr") {
      const shows = childOf(readElement(token, writing.scan), "showingPlcHdr");
      if (isOn(shows)) writing.placeholder = true;
    } else copyElement(token, writing);
  }
  writing.placeholder = placeholder;
}

function noteEmbedded(tag: OpenTag, writing: Rewriting): void {
  writing.problems.push({
    code: "embedded-document",
    severity: "warning",
    text: {
      zh: "正文中嵌入了另一份文件（altChunk），其中的内容没有读取",
      en: "another document is embedded in the text (altChunk); what it holds was not read",
    },
  });
  skipElement(tag, writing.scan);
}
