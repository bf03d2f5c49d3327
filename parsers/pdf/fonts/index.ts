/**
 * The bytes of a font program in; an error where pdfjs would take far longer over it, or far more memory, than its bytes
 * tell. It reads a program at once and asks nobody, and damaged numbers are enough.
 */
import type { Limits } from "../../limits.js";
import { latin1 } from "../latin1.js";
import { workOnCff } from "./cff.js";
import { workOnTrueType } from "./truetype.js";
import { workOnType1 } from "./type1.js";
import { workOn } from "./work.js";

const TRUETYPE = /^(?:\0\x01\0\0|true|ttcf|OTTO)/;
const TYPE1 = /^(?:%!|\x80\x01)/;
/** The first byte is the version, and the fourth the size of an offset. */
const CFF = /^[^\0][^]{2}[\x01-\x04]/;
const HEAD = 4;

/** What the document says of a program, which counts where the program doesn't tell what it is. */
export interface ToldOfFont {
  /** Whether these are its bytes, and not what may be encrypted. */
  readonly isPlain: boolean;
  readonly isMaybeCff: boolean;
  /** Bytes before the encrypted part of a Type 1 font; NaN where they aren't told plainly. */
  readonly headLength: number | null;
}

/**
 * @param check throws once the time is over
 * @throws UnreadableDocumentError "limit-exceeded" for nodes or milliseconds
 */
export function checkFont(bytes: Uint8Array, told: ToldOfFont, limits: Limits, check: () => void): void {
  const work = workOn(bytes, limits, check);
  const head = latin1(bytes.subarray(0, HEAD));
  if (TRUETYPE.test(head)) workOnTrueType(bytes, work);
  else if (TYPE1.test(head)) workOnType1(bytes, latin1(bytes), told.headLength, work);
  else if (CFF.test(head)) workOnCff(bytes, work);
  else if (told.isPlain) {
    workOnTrueType(bytes, work);
    workOnType1(bytes, latin1(bytes), told.headLength, work);
    if (told.isMaybeCff) workOnCff(bytes, work);
  }
}
