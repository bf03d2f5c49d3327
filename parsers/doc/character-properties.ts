/** Property modifications of characters, and the styles of these, in; what matters of them out ([MS-DOC] 2.6.1). */
import { isSlight } from "../raised.js";
import { changedLook, USUAL_LOOK, type Look } from "./look.js";
import { operandOf, signedWord, wordAt, type Sprm } from "./sprm.js";

/** What a style says of its text. */
export interface StyledText {
  readonly vanished: boolean;
  readonly struck: boolean;
  /** Above or below the line. */
  readonly raised: boolean;
  readonly look: Look;
}

export interface CharacterProperties extends StyledText {
  readonly deleted: boolean;
  /** Code of a character of a symbol font, which stands in place of the one in the text. */
  readonly symbol: number | undefined;
}

export const PLAIN_TEXT: CharacterProperties = {
  ...{ vanished: false, struck: false, raised: false, look: USUAL_LOOK, deleted: false, symbol: undefined },
};

/** True for what is not shown once all changes are accepted, or crossed out. */
export const isHidden = ({ vanished, struck, deleted }: CharacterProperties): boolean => vanished || struck || deleted;

const [DELETED, VANISHED, STYLE, SYMBOL] = [0x0800, 0x083c, 0x4a30, 0x6a09];
const [STRUCK, STRUCK_TWICE, SUPERSCRIPT, POSITION] = [0x0837, 0x2a53, 0x2a48, 0x4845];

type Text = { -readonly [Key in keyof CharacterProperties]: CharacterProperties[Key] };

/** @param styleOf what a character style says */
export function characterProperties(
  sprms: readonly Sprm[],
  styleOf: (style: number) => StyledText,
  inherited: StyledText,
): CharacterProperties {
  let styled = inherited;
  const text: Text = { ...inherited, deleted: false, symbol: undefined };
  for (const sprm of sprms) {
    const value = operandOf(sprm);
    if (sprm.code === DELETED) text.deleted = value === 1;
    else if (sprm.code === STYLE) Object.assign(text, (styled = withStyle(styled, styleOf(value))));
    else if (sprm.code === SYMBOL) text.symbol = wordAt(sprm.operand, 2);
    else if (sprm.code === VANISHED) text.vanished = toggled(value, styled.vanished);
    else if (sprm.code === STRUCK) text.struck = toggled(value, styled.struck);
    else if (sprm.code === STRUCK_TWICE) text.struck = value === 1;
    else if (sprm.code === SUPERSCRIPT) text.raised = value !== 0;
    else if (sprm.code === POSITION) text.raised = !isSlight(signedWord(sprm.operand, 0) / 2);
    else text.look = changedLook(text.look, sprm);
  }
  return text;
}

const [AS_STYLED, OTHERWISE] = [0x80, 0x81];

/** A property may be switched on or off, or said to be as in the style or not so. */
function toggled(value: number, styled: boolean): boolean {
  return value === AS_STYLED ? styled : value === OTHERWISE ? !styled : value === 1;
}

/** What a character style doesn't say holds as its paragraph's style says. */
function withStyle(around: StyledText, own: StyledText): StyledText {
  const told = Object.entries(own.look).filter(([name, value]) => value !== USUAL_LOOK[name as keyof Look]);
  return {
    vanished: around.vanished || own.vanished,
    struck: around.struck || own.struck,
    raised: around.raised || own.raised,
    look: { ...around.look, ...Object.fromEntries(told) },
  };
}
