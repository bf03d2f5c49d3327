/** Case documents, and any XML of a Word document's body, as docx: the smallest parts that make one, zipped. */
import { strToU8, zipSync, type ZipOptions } from "fflate";
import {
  cellOf,
  escapeXml,
  isTable,
  paragraphOf,
  type CaseBlock,
  type CaseTable,
  type CaseWriter,
} from "./case-document.js";

const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const NAMESPACES = [
  `xmlns:w="${WORD}"`,
  `xmlns:r="${OFFICE}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(" ");

export interface DocxParts {
  /** Inside w:body. */
  readonly body: string;
  /** Inside w:styles. */
  readonly styles?: string;
  /** Inside w:numbering. */
  readonly numbering?: string;
  /** Further entries, or others in place of the usual ones. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly zip?: ZipOptions;
}

const root = (name: string, inner: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><w:${name} ${NAMESPACES}>${inner}</w:${name}>`;

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;

const relations = (inner: string) => `<Relationships xmlns="${PACKAGE}/relationships">${inner}</Relationships>`;

/** A docx of the given XML. */
export function docxOf({ body, styles, numbering, files = {}, zip = {} }: DocxParts): Uint8Array {
  const entries: Record<string, string | Uint8Array> = {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    "_rels/.rels": relations(relation("r1", "officeDocument", "word/document.xml")),
    "word/document.xml": root("document", `<w:body>${body}</w:body>`),
    "word/_rels/document.xml.rels": relations(
      relation("s1", "styles", "styles.xml") + relation("n1", "numbering", "numbering.xml"),
    ),
    "word/styles.xml": root("styles", styles ?? ""),
    ...(numbering === undefined ? {} : { "word/numbering.xml": root("numbering", numbering) }),
    ...files,
  };
  const bytes = Object.entries(entries).map(([name, part]) => [name, typeof part === "string" ? strToU8(part) : part]);
  return zipSync(Object.fromEntries(bytes) as Record<string, Uint8Array>, zip);
}

/** A run of text; "\n" becomes a line break. */
export const run = (text: string, properties = ""): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${text
    .split("\n")
    .map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`)
    .join("<w:br/>")}</w:r>`;

export const paragraph = (text: string, properties = ""): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${text === "" ? "" : run(text)}</w:p>`;

export const cell = (content: string, properties = ""): string =>
  `<w:tc>${properties && `<w:tcPr>${properties}</w:tcPr>`}${content}</w:tc>`;

export const row = (cells: readonly string[], properties = ""): string =>
  `<w:tr>${properties && `<w:trPr>${properties}</w:trPr>`}${cells.join("")}</w:tr>`;

/** A table of plain texts, for a test whose point is elsewhere. */
export const plainTable = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((texts) => row(texts.map((text) => cell(paragraph(text))))).join("")}</w:tbl>`;

/** Word repeats a cell that spans rows in each of them, marked as merged with the one above. */
function tableXml({ rows }: CaseTable): string {
  const open = new Map<number, { left: number; colSpan: number }>();
  const body = rows.map((cells) => {
    const row: string[] = [];
    const queue = cells.map(cellOf);
    let column = 0;
    while (queue.length > 0 || open.has(column)) {
      const above = open.get(column);
      if (above && above.left > 0) {
        row.push(cell("<w:p/>", `<w:gridSpan w:val="${above.colSpan}"/><w:vMerge/>`));
        above.left--;
        if (above.left === 0) open.delete(column);
        column += above.colSpan;
        continue;
      }
      const { text, colSpan = 1, rowSpan = 1, table } = queue.shift()!;
      const merge = rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : "";
      if (rowSpan > 1) open.set(column, { left: rowSpan - 1, colSpan });
      row.push(
        cell(paragraph(text) + (table ? `${tableXml(table)}<w:p/>` : ""), `<w:gridSpan w:val="${colSpan}"/>${merge}`),
      );
      column += colSpan;
    }
    return `<w:tr>${row.join("")}</w:tr>`;
  });
  return `<w:tbl>${body.join("")}</w:tbl>`;
}

function blockXml(block: CaseBlock): string {
  if (isTable(block)) return tableXml(block);
  const { text, heading } = paragraphOf(block);
  return paragraph(text, heading ? '<w:pStyle w:val="H1"/>' : "");
}

const HEADING = '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>';

export const writeDocx: CaseWriter = (blocks) => docxOf({ body: blocks.map(blockXml).join(""), styles: HEADING });
