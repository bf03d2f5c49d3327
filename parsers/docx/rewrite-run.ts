/** A run of a Word document in; its printed text out, as mammoth reads it. */
import { asObscured } from "../obscured.js";
import { differInSize } from "../raised.js";
import { attributeOf, childOf, escapedXml, type XmlElement } from "../xml.js";
import { copyElement, type Rewriting } from "./rewrite.js";
import { copyFieldCharacter, copyInstruction } from "./rewrite-field.js";
import { nextToken, readElement, skipElement } from "./scan.js";
import { isObscured, lookOf, PLAIN, type Look } from "./look.js";
import { isRaised } from "./styles.js";
import type { OpenTag } from "./tag.js";
import { isOn, valueOf } from "./values.js";

/** No place in the output. */
export const NOWHERE = -1;

/** Fonts of signs, whose characters mean something else than their code. */
const SIGN_FONT = /symbol|wingdings|webdings|dingbats/i;
const PLACEHOLDER_STYLE = /placeholder|占位/i;

export function copyRun(tag: OpenTag, writing: Rewriting): void {
  if (tag.empty) return;
  const { out } = writing;
  const start = out.length;
  let setting: RunSetting | null = null;
  for (let token = nextToken(writing.scan); token && token.kind !== "close"; token = nextToken(writing.scan)) {
    if (token.kind !== "open") continue;
    if (token.name === "w:rPr") setting = settingOf(readElement(token, writing.scan), writing);
    else if ((setting ??= settingOf(undefined, writing)).hidden) skipElement(token, writing.scan);
    else {
      const before = out.length === start && start === writing.behindRun ? out.at(-1)! : "";
      copyRunElement(token, writing, setting, before);
    }
  }
  // Behind a run inside this one nothing is this one's last text.
  if (out.length > start) writing.behindRun = out.length === writing.behindRun ? NOWHERE : out.length;
}

/** How the text of a run is set. */
interface RunSetting {
  /** Not shown, or crossed out. */
  readonly hidden: boolean;
  readonly level: Level;
  /** True where it can't be seen as it is stored. */
  readonly obscured: boolean;
}

function settingOf(properties: XmlElement | undefined, writing: Rewriting): RunSetting {
  const style = valueOf(properties, "rStyle");
  const { shade: behind, ...ofParagraph } = writing.styles.get(writing.style)?.look ?? PLAIN;
  const look: Look = {
    ...writing.styles.usual,
    ...ofParagraph,
    ...(style === null ? PLAIN : writing.styles.get(style)?.look),
    ...lookOf(properties),
  };
  const around = writing.shade ?? behind ?? writing.cellShade;
  return {
    hidden: isHidden(properties, writing) || look.struck === true,
    level: levelOf(properties, look, writing),
    obscured: writing.turned || isObscured(look, around),
  };
}

function isHidden(properties: XmlElement | undefined, writing: Rewriting): boolean {
  const style = valueOf(properties, "rStyle");
  const own = isOn(childOf(properties, "vanish"));
  const named = style === null ? undefined : writing.styles.get(style);
  if (writing.placeholder && PLACEHOLDER_STYLE.test(`${style ?? ""} ${named?.name ?? ""}`)) return true;
  return own ?? named?.hidden ?? writing.styles.get(writing.style)?.hidden ?? false;
}

/** How text is set off from what stands beside it: above or below the line, moved by half points, white, or of a size. */
export interface Level {
  readonly raised: boolean;
  readonly moved: number;
  readonly white: boolean;
  /** In half points; null before any text. */
  readonly size: number | null;
}

export const ON_THE_LINE: Level = { raised: false, moved: 0, white: false, size: null };
/** In half points, where neither run nor style says another. */
const USUAL_SIZE = 20;

/** Distance in half points that nobody sees. */
const SLIGHT = 2;

function levelOf(properties: XmlElement | undefined, look: Look, writing: Rewriting): Level {
  const style = valueOf(properties, "rStyle");
  const raised = isRaised(properties) ?? (style === null ? null : writing.styles.get(style)?.raised) ?? false;
  const moved = Number.parseInt(valueOf(properties, "position") ?? "0", 10) || 0;
  const white = /^(?:f[c-f]){3}$/i.test(valueOf(properties, "color") ?? "");
  return { raised, moved, white, size: look.size || USUAL_SIZE };
}

function differs(a: Level, b: Level): boolean {
  if (a.raised !== b.raised || Math.abs(a.moved - b.moved) > SLIGHT || a.white !== b.white) return true;
  return a.size !== null && b.size !== null && differInSize(a.size, b.size);
}

/** @param before the text of the run before, if nothing stands between */
function copyRunElement(tag: OpenTag, writing: Rewriting, { level, obscured }: RunSetting, before: string): void {
  switch (tag.name) {
    case "w:t":
    case "m:t":
      writeRunText(atLevel(textOf(tag, writing), level, before, writing), obscured, writing);
      return;
    case "w:instrText":
      copyInstruction(textOf(tag, writing), writing);
      return;
    case "w:fldChar":
      copyFieldCharacter(tag, writing);
      return;
    case "w:tab":
    case "w:ptab":
      writeBare("<w:tab/>", writing);
      break;
    case "w:br":
    case "w:cr":
      writeBare("<w:br/>", writing);
      break;
    case "w:noBreakHyphen":
      writeText("-", writing);
      break;
    case "w:sym":
      copySign(tag, writing);
      break;
    default:
      copyElement(tag, writing);
      return;
  }
  skipElement(tag, writing.scan);
}

/**
 * A raised number behind other text is the mark of a note: without brackets it would read as a digit of that text. Other
 * digits at another height than those before them may be anything but further digits.
 */
function atLevel(text: string, level: Level, before: string, writing: Rewriting): string {
  const levelBefore = writing.level;
  writing.level = level;
  const behindDigit = DIGIT_AT_END.test(before);
  const goesOn = levelBefore.raised && behindDigit;
  if (level.raised && !goesOn && writing.hasText && /^\s*[\d０-９]+\s*$/.test(text)) return `[${text.trim()}]`;
  return differs(level, levelBefore) && behindDigit && /^[\d０-９]/.test(text) ? `^${text}` : text;
}

const DIGIT_AT_END = /[\d０-９]<\/w:t>$/;

function textOf(tag: OpenTag, writing: Rewriting): string {
  if (tag.empty) return "";
  let text = "";
  for (let token = nextToken(writing.scan); token && token.kind !== "close"; token = nextToken(writing.scan)) {
    if (token.kind === "text") text += token.xml;
    else skipElement(token, writing.scan);
  }
  return text;
}

/** @param text escaped for XML */
export function writeText(text: string, writing: Rewriting): void {
  if (text === "" || writing.fields.includes("code")) return;
  writing.hasText = true;
  writing.out.push(`<w:t>${text}</w:t>`);
}

function writeRunText(text: string, obscured: boolean, writing: Rewriting): void {
  if (text !== "") writeText(obscured ? asObscured(text) : text, writing);
}

function writeBare(xml: string, writing: Rewriting): void {
  if (!writing.fields.includes("code")) writing.out.push(xml);
}

function copySign(tag: OpenTag, writing: Rewriting): void {
  const font = attributeOf(tag, "font") ?? "";
  const char = attributeOf(tag, "char") ?? "";
  const code = Number.parseInt(char, 16);
  if (SIGN_FONT.test(font)) {
    writeBare(`<w:sym w:font="${escapedXml(font)}" w:char="${escapedXml(char)}"/>`, writing);
  } else if (code >= 0xf020 && code <= 0xf0ff) writeText(`&#${code - 0xf000};`, writing);
  else if (code >= 0x20 && code < 0xfffe && !(code >= 0xd800 && code <= 0xdfff)) writeText(`&#${code};`, writing);
}
