/** Mammoth's document tree in; its paragraphs and tables, nested as they were written, out. */
import type { FlowCell, FlowNode } from "../flow.js";
import { readMarker } from "./markers.js";
import type { DocumentNode } from "./tree.js";

/** What a paragraph's runs hold besides their text. */
interface Inner {
  /** Text boxes, which are anchored in the paragraph. */
  readonly blocks: DocumentNode[];
  /** Pictures and objects, whose place is the paragraph's own. */
  readonly unread: FlowNode[];
  heading: boolean;
  ordinal: string;
}

export function readDocumentTree(tree: DocumentNode): FlowNode[] {
  return (tree.children ?? []).flatMap(readNode);
}

function readNode(node: DocumentNode): FlowNode[] {
  if (node.type === "table") return [{ kind: "table", rows: rowsOf(node) }];
  if (node.type === "paragraph") return readParagraph(node);
  return (node.children ?? []).flatMap(readNode);
}

function readParagraph(node: DocumentNode): FlowNode[] {
  const inner: Inner = { blocks: [], unread: [], heading: false, ordinal: "" };
  const text = textOf(node, inner);
  const { heading, ordinal } = inner;
  const paragraph: FlowNode = { kind: "paragraph", text, heading, ordinal };
  return [...inner.unread, paragraph, ...inner.blocks.flatMap(readNode)];
}

function textOf(node: DocumentNode, inner: Inner): string {
  switch (node.type) {
    case "text":
      return node.value ?? "";
    case "tab":
      return "\t";
    case "break":
      return "\n";
    case "bookmarkStart":
      takeMarker(node.name ?? "", inner);
      return "";
  }
  return (node.children ?? [])
    .map((child) => {
      if (child.type !== "paragraph" && child.type !== "table") return textOf(child, inner);
      inner.blocks.push(child);
      return "";
    })
    .join("");
}

function takeMarker(name: string, inner: Inner): void {
  const { kind, value } = readMarker(name);
  if (kind === "heading") inner.heading = true;
  else if (kind === "ordinal") inner.ordinal = value;
  else if (kind === "image") inner.unread.push({ kind: "image", name: value });
  else if (kind === "object") inner.unread.push({ kind: "object" });
}

const childrenOf = (node: DocumentNode, type: string) => (node.children ?? []).filter((child) => child.type === type);

function rowsOf(table: DocumentNode): FlowCell[][] {
  return childrenOf(table, "tableRow").map((row) => childrenOf(row, "tableCell").map(readCell));
}

function readCell(cell: DocumentNode): FlowCell {
  const spans = { colSpan: cell.colSpan ?? 1, rowSpan: cell.rowSpan ?? 1 };
  if (isAbsent(cell)) return { content: [], ...spans, absent: true };
  return { content: (cell.children ?? []).flatMap(readNode), ...spans };
}

const isAbsent = (cell: DocumentNode) =>
  cell.children?.[0]?.children?.some(({ type, name }) => type === "bookmarkStart" && name === "absent:") ?? false;
