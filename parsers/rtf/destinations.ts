/** Where the text of a group goes: into the document, into what is known about it, or nowhere. */

export type Destination = "body" | "ordinal" | "info" | "title" | "fonts" | "colours" | "styles" | "skip";

/** Groups \*\word that hold text of the document; all others may be skipped, which is what the \* says. */
const STARRED_TEXT = new Set(["shpinst", "shppict", "nesttableprops"]);

const DESTINATIONS: Readonly<Record<string, Destination>> = {
  fonttbl: "fonts",
  colortbl: "colours",
  stylesheet: "styles",
  info: "info",
  title: "title",
  listtext: "ordinal",
  pntext: "ordinal",
};

/** Groups without \* whose text is no part of the document's body. */
const SKIPPED = new Set(
  (
    "filetbl author operator keywords comment doccomm subject category manager company creatim revtim printim buptim hlinkbase " +
    "pict nonshppict object objdata objclass objname sp shprslt do nonesttables upr " +
    "header headerl headerr headerf footer footerl footerr footerf footnote annotation " +
    "fldinst xe tc rxe txe bkmkstart bkmkend listtable listoverridetable revtbl rsidtbl themedata " +
    "colorschememapping latentstyles datastore mmathPr xmlnstbl ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn " +
    "template background generator pnseclvl pn userprops docvar falt panose fontemb fontfile private"
  ).split(" "),
);

/** The destination that a control word opens, or undefined for one that opens none. */
export function destinationOf(word: string, starred: boolean): Destination | undefined {
  if (Object.hasOwn(DESTINATIONS, word)) return DESTINATIONS[word];
  if (SKIPPED.has(word)) return "skip";
  return starred && !STARRED_TEXT.has(word) ? "skip" : undefined;
}
