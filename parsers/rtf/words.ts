/** What each control word of RTF does to the reader. */
import { setLook, setPart, setShade, USUAL_LOOK } from "./look.js";
import { isSlight } from "../raised.js";
import { markedFlow } from "../table-marks.js";
import {
  addText,
  charsetOfCodePage,
  charsetOfFont,
  depthOf,
  endParagraph,
  endRun,
  noMerge,
  setCharset,
  setFontCharset,
  type Reader,
} from "./reader.js";

type Handler = (reader: Reader, parameter: number | undefined) => void;

/** Words that stand for a character. */
const CHARACTERS: Readonly<Record<string, string>> = {
  ...{ tab: "\t", line: "\n", emspace: "\u2003", enspace: "\u2002", qmspace: "\u2005", bullet: "•" },
  ...{ lquote: "‘", rquote: "’", ldblquote: "“", rdblquote: "”", emdash: "—", endash: "–" },
};

/** Tables nest no deeper than this. */
const DEEPEST_TABLE = 50;

const isOn = (parameter: number | undefined) => parameter !== 0;

const HANDLERS: Readonly<Record<string, Handler>> = {
  ansicpg: (r, n) => setCharset(r, n ?? 1252),
  mac: (r) => setCharset(r, 10_000),
  f: (r, n) => void (r.state.font = n ?? 0),
  deff: (r, n) => void (r.state.font = n ?? 0),
  fcharset: (r, n) => setFontCharset(r, charsetOfFont(n ?? 0)),
  cpg: (r, n) => setFontCharset(r, charsetOfCodePage(n ?? 0)),
  uc: (r, n) => void (r.state.fallback = Math.max(0, n ?? 1)),
  u: (r, n) => {
    addText(r, String.fromCharCode((n ?? 0) & 0xffff));
    r.toSkip = r.state.fallback;
  },
  v: (r, n) => void (r.state.hidden = isOn(n)),
  deleted: (r, n) => void (r.state.deleted = isOn(n)),
  strike: (r, n) => void (r.state.struck = isOn(n)),
  striked: (r, n) => void (r.state.struck = isOn(n)),
  super: (r, n) => raise(r, isOn(n)),
  sub: (r, n) => raise(r, isOn(n)),
  nosupersub: (r) => raise(r, false),
  up: (r, n = USUAL_RISE) => raise(r, !isSlight(n / 2)),
  dn: (r, n = USUAL_RISE) => raise(r, !isSlight(n / 2)),
  cf: (r, n = 0) => setLook(r, { color: n }),
  cb: (r, n = 0) => setLook(r, { background: n }),
  chcbpat: (r, n = 0) => setLook(r, { background: n }),
  highlight: (r, n = 0) => setLook(r, { background: n }),
  fs: (r, n) => setLook(r, { size: n || null }),
  expnd: (r, n = 0) => setLook(r, { spacing: 5 * n }),
  expndtw: (r, n = 0) => setLook(r, { spacing: n }),
  charscalex: (r, n = 100) => setLook(r, { scale: n }),
  red: (r, n) => setPart(r, 0, n),
  green: (r, n) => setPart(r, 1, n),
  blue: (r, n) => setPart(r, 2, n),
  clcbpat: (r, n = 0) => void (r.shades.next = n),
  clshdng: (r, n = 0) => void (r.shades.next = n > 0 ? null : r.shades.next),
  plain: (r) => {
    raise(r, false);
    setLook(r, USUAL_LOOK);
    r.state.hidden = r.state.deleted = r.state.struck = false;
  },
  cbpat: (r, n = 0) => setShade(r, n),
  shading: (r, n = 0) => n > 0 && setShade(r, null),
  pard: (r) => {
    setShade(r, 0);
    Object.assign(r.state, { inTable: false, depth: undefined, style: 0, outline: undefined });
  },
  intbl: (r) => void (r.state.inTable = true),
  itap: (r, n) => void (r.state.depth = Math.min(Math.max(0, n ?? 1), DEEPEST_TABLE)),
  s: (r, n) => void (r.state.style = n ?? 0),
  outlinelevel: (r, n) => void (r.state.outline = n !== undefined && n < 9 ? n : undefined),
  par: (r) => endParagraph(r),
  sect: (r) => endParagraph(r),
  trowd: (r) => {
    Object.assign(r, { row: [], merge: noMerge(), rowLeft: 0 });
    r.shades.ofCells.length = r.shades.next = 0;
  },
  trleft: (r, n) => void (r.rowLeft = n ?? 0),
  clmrg: (r) => void (r.merge.continuesLeft = true),
  clvmgf: (r) => void (r.merge.vertical = "first"),
  clvmrg: (r) => void (r.merge.vertical = "further"),
  cellx: (r, n) => {
    const left = r.row.at(-1)?.right ?? r.rowLeft;
    r.row.push({ left, right: n ?? left, ...r.merge });
    r.merge = noMerge();
    r.shades.ofCells.push(r.shades.next);
    r.shades.next = 0;
  },
  cell: (r) => {
    endCell(r, 1);
    r.shades.ended++;
  },
  nestcell: (r) => endCell(r, Math.max(2, depthOf(r.state))),
  row: (r) => {
    r.flow.endRow(1, r.row);
    r.shades.ended = 0;
  },
  nestrow: (r) => r.flow.endRow(Math.max(2, depthOf(r.state)), r.row),
  nesttableprops: (r) => {
    const { row, merge, rowLeft } = r;
    r.state.onClose = () => Object.assign(r, { row, merge, rowLeft });
  },
  shptxt: beginBox,
  dptxbxtext: beginBox,
};

/** In half points, where \up or \dn don't say. */
const USUAL_RISE = 6;

/** Bytes that are not decoded yet belong to the text before. */
function raise(reader: Reader, raised: boolean): void {
  if (raised !== reader.state.raised) endRun(reader);
  reader.state.raised = raised;
}

function endCell(reader: Reader, depth: number): void {
  if (reader.state.destination !== "body") return;
  endParagraph(reader, depth);
  reader.flow.endCell(depth);
}

/** A text box stands after the paragraph that it is anchored in. */
function beginBox(reader: Reader): void {
  const { flow, text, ordinal, boxes } = reader;
  Object.assign(reader, { flow: markedFlow(), text: "", ordinal: "", boxes: [] });
  reader.state.depth = undefined;
  reader.state.inTable = false;
  reader.state.onClose = () => {
    endParagraph(reader, 0);
    const inner = reader.flow.finish();
    Object.assign(reader, { flow, text, ordinal, boxes: [...boxes, ...inner] });
  };
}

export function doWord(reader: Reader, word: string, parameter: number | undefined): void {
  if (reader.toSkip > 0) {
    reader.toSkip--;
    return;
  }
  const character = Object.hasOwn(CHARACTERS, word) ? CHARACTERS[word] : undefined;
  if (character !== undefined) addText(reader, character);
  else if (reader.state.destination !== "skip" && Object.hasOwn(HANDLERS, word)) HANDLERS[word]!(reader, parameter);
}

const SYMBOLS: Readonly<Record<string, string>> = { "~": "\u00a0", _: "\u2011", "\\": "\\", "{": "{", "}": "}" };

export function doSymbol(reader: Reader, symbol: string): void {
  if (reader.toSkip > 0) reader.toSkip--;
  else addText(reader, SYMBOLS[symbol] ?? "");
}
