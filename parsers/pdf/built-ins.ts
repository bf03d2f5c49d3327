/**
 * pdfjs brings what older engines lack, and on Node 20 puts scripts of its own in the place of built-in functions for the
 * sake of details that nobody here needs: for the whole process, and many times slower. They are put back.
 */

type BuiltIn = readonly [owner: object, name: string];

const REPLACED: readonly BuiltIn[] = [
  [Array.prototype, "push"],
  [JSON, "parse"],
  [JSON, "stringify"],
];

/** @returns what to do when pdfjs has been loaded */
export function keepBuiltIns(): () => void {
  const kept = REPLACED.map(([owner, name]) => [owner, name, Object.getOwnPropertyDescriptor(owner, name)] as const);
  return () => {
    for (const [owner, name, own] of kept) if (own) Object.defineProperty(owner, name, own);
  };
}
