/**
 * Word documents (docx), through mammoth: its document tree is read before it is turned into anything else. What mammoth
 * passes over or needs otherwise is written out for it first, see docx/rewrite.ts.
 */
import { zipSync } from "fflate";
import mammoth from "mammoth";
import type { Adapter } from "./adapter.js";
import type { SourceDocument } from "./document.js";
import { readDocumentTree } from "./docx/blocks.js";
import { readNumbering } from "./docx/numbering.js";
import { readParts } from "./docx/package.js";
import { readTitle } from "./core-properties.js";
import { rewriteDocument } from "./docx/rewrite.js";
import { readStyles } from "./docx/styles.js";
import type { DocumentNode } from "./docx/tree.js";
import { NianbaoError, UnreadableDocumentError } from "./errors.js";
import { flowBlocks } from "./flow.js";
import { deadline, limitError, type Limits } from "./limits.js";
import { openZip } from "./zip.js";

/** Reads the bytes of a docx. */
export const readDocx: Adapter = async (bytes, { limits }): Promise<SourceDocument> => {
  const parts = readParts(openZip(bytes, limits), limits);
  const styles = readStyles(parts.styles);
  const numbering = readNumbering(parts.numbering, styles);
  const written = rewriteDocument(parts.document, { styles, numbering, limits });
  const tree = await readTree(written.xml, limits);
  // mammoth can't be stopped: what it gets was bounded by size.
  deadline(limits)();
  const { blocks, problems } = flowBlocks(readDocumentTree(tree), limits);
  const title = readTitle(parts.properties);
  return { format: "docx", blocks, title, metadata: [], problems: [...written.problems, ...problems] };
};

async function readTree(xml: string, limits: Limits): Promise<DocumentNode> {
  let tree: DocumentNode | undefined;
  const transformDocument = (document: DocumentNode): DocumentNode => {
    tree = document;
    return { ...document, children: [] };
  };
  const bytes = zipSync({ "word/document.xml": new TextEncoder().encode(xml) }, { level: 0 });
  try {
    // Node's mammoth takes "buffer" and the browser's "arrayBuffer"; each ignores the other's.
    const input = { buffer: bytes, arrayBuffer: bytes } as unknown as Parameters<typeof mammoth.convertToHtml>[0];
    await mammoth.convertToHtml(input, { transformDocument, includeDefaultStyleMap: false });
  } catch (cause) {
    throw readingError(cause, limits);
  }
  if (!tree) throw readingError(null, limits);
  return tree;
}

function readingError(cause: unknown, limits: Limits): Error {
  if (cause instanceof NianbaoError) return cause;
  if (cause instanceof RangeError) return limitError("depth", limits.depth);
  const reason = cause instanceof Error ? cause.message.split("\n")[0]!.slice(0, 120) : "";
  return new UnreadableDocumentError(
    "damaged",
    { zh: `docx 无法读取，可能已损坏：${reason}`, en: `the docx cannot be read and may be damaged: ${reason}` },
    { cause },
  );
}
