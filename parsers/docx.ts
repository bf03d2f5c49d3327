/**
 * Word documents (docx), through mammoth: its document tree is read before it is turned into anything else. Mammoth
 * resolves merged cells, takes the accepted view of tracked changes, and opens content controls and text boxes.
 */
import mammoth from "mammoth";
import type { Adapter } from "./adapter.js";
import type { SourceDocument } from "./document.js";
import { readDocumentTree } from "./docx/blocks.js";
import type { DocumentNode } from "./docx/tree.js";
import { readTitle } from "./docx/properties.js";
import { NianbaoError, UnreadableDocumentError } from "./errors.js";
import { checkLimit, limitError, type Limits } from "./limits.js";
import { openZip, type Zip } from "./zip.js";

/** Reads the bytes of a docx. */
export const readDocx: Adapter = async (bytes, { limits }): Promise<SourceDocument> => {
  const zip = openZip(bytes, limits);
  checkParts(zip, limits);
  const tree = await readTree(bytes, limits);
  const { blocks, problems } = readDocumentTree(tree, limits);
  return { format: "docx", blocks, title: readTitle(zip), metadata: [], problems };
};

/** Refuses parts that a tree of would not fit into memory. */
function checkParts(zip: Zip, limits: Limits): void {
  for (const name of zip.names) if (/\.(?:xml|rels)$/i.test(name)) checkLimit(limits, "xmlBytes", zip.sizeOf(name));
}

async function readTree(bytes: Uint8Array, limits: Limits): Promise<DocumentNode> {
  let tree: DocumentNode | undefined;
  const transformDocument = (document: DocumentNode): DocumentNode => {
    tree = document;
    return { ...document, children: [] };
  };
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
