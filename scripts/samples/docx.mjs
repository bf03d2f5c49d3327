// A sample report as a Word document.
import { AlignmentType, Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, WidthType } from "docx";
import { cellOf } from "./cells.mjs";

/** The width of the text area of a landscape A4 page, in twentieths of a point. */
const PAGE_WIDTH = 13_958;

function columnWidths(columns) {
  const wide = columns === 10 ? [1_100, 1_500, 3_600] : [];
  const rest = (PAGE_WIDTH - wide.reduce((a, b) => a + b, 0)) / (columns - wide.length);
  return [...wide, ...new Array(columns - wide.length).fill(Math.floor(rest))];
}

function tableDocx(rows) {
  const columns = Math.max(...rows.map((row) => row.reduce((sum, cell) => sum + cellOf(cell).colSpan, 0)));
  return new Table({
    width: { size: PAGE_WIDTH, type: WidthType.DXA },
    columnWidths: columnWidths(columns),
    rows: rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          children: row.map((cell) => {
            const { text, colSpan, rowSpan } = cellOf(cell);
            return new TableCell({
              columnSpan: colSpan,
              rowSpan,
              children: [new Paragraph({ text, alignment: AlignmentType.CENTER })],
            });
          }),
        }),
    ),
  });
}

export function docxOf({ title, blocks }) {
  const children = blocks.map(({ text, heading, table, align }) => {
    if (table) return tableDocx(table);
    if (heading) return new Paragraph({ text: heading, heading: HeadingLevel.HEADING_1 });
    return align
      ? new Paragraph({ text, alignment: AlignmentType.RIGHT })
      : new Paragraph({ text, indent: { firstLine: 420 } });
  });
  const page = { size: { orientation: "landscape", width: 11_906, height: 16_838 } };
  const heading = new Paragraph({ text: title, heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER });
  const font = { ascii: "Noto Sans CJK SC", eastAsia: "Noto Sans CJK SC", hAnsi: "Noto Sans CJK SC" };
  return Packer.toBuffer(
    new Document({
      title,
      creator: "nianbao samples",
      styles: { default: { document: { run: { size: 18, font } } } },
      sections: [{ properties: { page }, children: [heading, ...children] }],
    }),
  );
}
