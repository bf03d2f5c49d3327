/** The name of an object of a PDF in; an expression for all ways to write it out: each character as itself or by its number. */
export const spellings = (name: string): string =>
  [...name].map((character) => `(?:${character}|#${character.charCodeAt(0).toString(16)})`).join("");
