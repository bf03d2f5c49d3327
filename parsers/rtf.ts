/**
 * Rich Text Format, as Word and WPS write it: text in code pages and Unicode, tables with merged cells and tables inside
 * cells, list numbers as printed. Headers, footers, footnotes, comments, hidden and deleted text are left out.
 */
import type { Adapter } from "./adapter.js";
import { UnreadableDocumentError } from "./errors.js";
import { flowBlocks, type FlowNode } from "./flow.js";
import { checkLimit, deadlineOfSteps, type Limits } from "./limits.js";
import { destinationOf } from "./rtf/destinations.js";
import { addByte, endParagraph, endRun, newReader, type Reader } from "./rtf/reader.js";
import { readTokens, type TokenSink } from "./rtf/tokens.js";
import { doSymbol, doWord } from "./rtf/words.js";

/** Reads the bytes of an RTF file. */
export const readRtf: Adapter = async (bytes, { limits }) => {
  checkLimit(limits, "pageBytes", bytes.length);
  const reader = newReader();
  readTokens(bytes, sinkOf(reader, limits));
  if (!reader.done) throw cutOff();
  endParagraph(reader);
  const { blocks, problems } = flowBlocks(reader.flow.finish(), limits);
  const title = reader.title.trim();
  return { format: "rtf", blocks, title: title === "" ? null : title, metadata: [], problems };
};

/** Words that end a paragraph, a cell, or what is said of a cell. */
const ENDS = /^(?:par|row|cellx)$|cell$/;
/** Each counts so often: it is kept as a paragraph, in a cell, in a row, with their marks. */
const TREES = 5;

function sinkOf(reader: Reader, limits: Limits): TokenSink {
  /** True between a group's brace and its first word: there it may say where its text goes. */
  let begins = false;
  let starred = false;
  let nodes = 0;
  const checkTime = deadlineOfSteps(limits);
  const inside = () => (begins = starred = false);
  return {
    open() {
      checkLimit(limits, "depth", reader.stack.length + 1);
      reader.stack.push(reader.state);
      reader.state = { ...reader.state, onClose: undefined };
      reader.toSkip = 0;
      begins = true;
      starred = false;
    },
    close() {
      inside();
      reader.toSkip = 0;
      closeGroup(reader);
    },
    word(word, parameter) {
      checkTime();
      if (ENDS.test(word)) checkLimit(limits, "nodes", (nodes += TREES));
      if (begins) openDestination(reader, word, starred);
      inside();
      doWord(reader, word, parameter);
    },
    symbol(symbol) {
      if (symbol === "*" && begins) starred = true;
      else {
        inside();
        doSymbol(reader, symbol);
      }
    },
    byte(byte) {
      inside();
      addByte(reader, byte);
    },
    isDone: () => reader.done,
  };
}

function openDestination(reader: Reader, word: string, starred: boolean): void {
  const { state } = reader;
  if (word === "ud" && state.alternative) {
    state.destination = state.alternative;
    return;
  }
  if (state.destination === "skip") return;
  if (word === "upr") state.alternative = state.destination;
  const destination = destinationOf(word, starred);
  if (word === "pict") reader.boxes.push(picture());
  if (destination === undefined || destination === state.destination) return;
  endRun(reader);
  if (destination === "ordinal") reader.ordinal = "";
  state.destination = destination;
}

const picture = (): FlowNode => ({ kind: "image", name: "" });

function closeGroup(reader: Reader): void {
  const outer = reader.stack.pop();
  if (outer === undefined) return;
  const { destination, raised, look, shade, onClose } = reader.state;
  if (
    outer.destination !== destination ||
    destination === "styles" ||
    outer.raised !== raised ||
    outer.look !== look ||
    outer.shade !== shade ||
    onClose
  )
    endRun(reader);
  onClose?.();
  reader.state = outer;
  reader.done = reader.stack.length === 0;
}

function cutOff(): UnreadableDocumentError {
  return new UnreadableDocumentError("damaged", {
    zh: "RTF 文件不完整（末尾缺失，可能没有下载完）",
    en: "the RTF file is incomplete: its end is missing (was the download cut off?)",
  });
}
