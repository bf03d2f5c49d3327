/**
 * Word 97–2003 documents ([MS-DOC] in an OLE2 file), whatever their extension: WPS writes the same. Text from the piece
 * table, tables from the marks and properties of paragraphs, numbers from the list tables. Headers, footnotes, comments,
 * hidden and deleted text are left out; text boxes come last, as they lie apart in the file.
 */
import type { Adapter } from "./adapter.js";
import { openCompoundFile } from "./cfb.js";
import { readText, type TextSource } from "./doc/body.js";
import { damagedDoc, readFileHead, type FileHead } from "./doc/fib.js";
import { readNumbers } from "./doc/lists.js";
import { readPieces } from "./doc/pieces.js";
import { readRuns } from "./doc/runs.js";
import { readStyles } from "./doc/styles.js";
import { readTitle } from "./doc/summary.js";
import { flowBlocks } from "./flow.js";
import { deadline, deadlineOfSteps, type Limits } from "./limits.js";

/** Reads the bytes of a Word 97–2003 document. */
export const readDoc: Adapter = async (bytes, { limits }) => {
  const file = openCompoundFile(bytes);
  const stream = file.read("WordDocument");
  if (!stream) throw damagedDoc();
  const head = readFileHead(stream);
  const table = file.read(head.tableStream);
  if (!table) throw damagedDoc();
  const source = sourceOf(stream, table, file.read("Data") ?? new Uint8Array(0), head, limits);
  const boxes = head.body + head.footnotes + head.headers + head.comments + head.endnotes;
  deadline(limits)();
  const nodes = [...readText(source, 0, head.body), ...readText(source, boxes, boxes + head.textBoxes)];
  const { blocks, problems } = flowBlocks(nodes, limits);
  return { format: "doc", blocks, title: readTitle(file.read("\u0005SummaryInformation")), metadata: [], problems };
};

function sourceOf(stream: Uint8Array, table: Uint8Array, data: Uint8Array, head: FileHead, limits: Limits): TextSource {
  return {
    ...{ stream, data },
    pieces: readPieces(table, head.pieces, stream.length),
    characters: readRuns(stream, table, head.characterRuns, "characters", limits),
    paragraphs: readRuns(stream, table, head.paragraphRuns, "paragraphs", limits),
    styles: readStyles(table, head.styles),
    numberOf: readNumbers(table, head.lists, head.listOverrides),
    checkTime: deadlineOfSteps(limits),
  };
}
