/** Case documents, and any body, as OpenDocument texts: the smallest parts that make one, zipped. */
import { escapeXml, isTable, paragraphOf, type CaseBlock, type CaseTable, type CaseWriter } from "./case-document.js";
import { placedRows } from "./placed-cells.js";
import { zipOf } from "./zip-of.js";

export interface OdtParts {
  /** Inside office:text. */
  readonly body: string;
  /** Inside office:automatic-styles. */
  readonly styles?: string;
  /** Inside office:meta. */
  readonly meta?: string;
  /** Inside the manifest. */
  readonly manifest?: string;
}

const NAMESPACES = ["office", "text", "table", "style", "draw", "meta"]
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat(
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
  )
  .join(" ");
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

const inner = ({ body, styles = "" }: OdtParts) =>
  `<office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body>`;

export const odtOf = (parts: OdtParts): Uint8Array =>
  zipOf({
    mimetype: "application/vnd.oasis.opendocument.text",
    "META-INF/manifest.xml": `${DECLARATION}<manifest:manifest xmlns:manifest="m">${parts.manifest ?? ""}</manifest:manifest>`,
    "content.xml": `${DECLARATION}<office:document-content ${NAMESPACES}>${inner(parts)}</office:document-content>`,
    "meta.xml": `${DECLARATION}<office:document-meta ${NAMESPACES}><office:meta>${parts.meta ?? ""}</office:meta></office:document-meta>`,
  });

export const fodtOf = (parts: OdtParts): Uint8Array =>
  new TextEncoder().encode(
    `${DECLARATION}<office:document ${NAMESPACES}><office:meta>${parts.meta ?? ""}</office:meta>${inner(parts)}</office:document>`,
  );

const lines = (text: string) => escapeXml(text).replaceAll("\n", "<text:line-break/>");

function tableXml(table: CaseTable): string {
  const rows = placedRows(table).map((row) => {
    const cells = row.map(({ cell, colSpan, rowSpan, isFurther }) => {
      const covered = "<table:covered-table-cell/>".repeat(isFurther ? colSpan : colSpan - 1);
      if (isFurther) return covered;
      const spans = `table:number-columns-spanned="${colSpan}" table:number-rows-spanned="${rowSpan}"`;
      const nested = cell.table ? tableXml(cell.table) : "";
      return `<table:table-cell ${spans}><text:p>${lines(cell.text)}</text:p>${nested}</table:table-cell>${covered}`;
    });
    return `<table:table-row>${cells.join("")}</table:table-row>`;
  });
  return `<table:table><table:table-column/>${rows.join("")}</table:table>`;
}

function blockXml(block: CaseBlock): string {
  if (isTable(block)) return tableXml(block);
  const { text, heading } = paragraphOf(block);
  return heading ? `<text:h text:outline-level="1">${lines(text)}</text:h>` : `<text:p>${lines(text)}</text:p>`;
}

export const writeOdt: CaseWriter = (blocks) => odtOf({ body: blocks.map(blockXml).join("") });
