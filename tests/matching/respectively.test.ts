/** Sentences that name several things and then their numbers. */
import { readStatements } from "../../src/matching/statements.js";
import { documentOf } from "../support/document.js";

const context = { form: "2021", year: 2024, body: "澜川县水务局", sections: [], consumed: new Set<never>() } as const;
const statedIn = (sentence: string) =>
  readStatements(documentOf(["一、总体情况", `2024年，本局共收到政府信息公开申请22件。${sentence}`]), context)
    .map(({ indicator, value }): [string, number] => [indicator, value])
    .filter(([indicator]) => indicator !== "requests.received.total");

test.each([
  ["予以公开、部分公开、不予公开分别为16件、4件、2件。"],
  ["其中，予以公开、部分公开和不予公开的分别为16件、4件和2件，均按期办结。"],
  ["予以公开、部分公开以及不予公开数量分别是16件、4件、2件。"],
])("%s", (sentence) => {
  expect(statedIn(sentence)).toEqual([
    ["requests.outcomes.granted.total", 16],
    ["requests.outcomes.partiallyGranted.total", 4],
    ["requests.outcomes.refused", 2],
  ]);
});

test.each([
  ["予以公开、部分公开、不予公开分别为16件、4件。"],
  ["予以公开、部分公开分别为16件、4件、2件。"],
  ["县政府、本局予以公开分别为16件、4件。"],
  ["2023年、2024年予以公开分别为16件、4件。"],
])("as many names as numbers, and names of nothing else: %s", (sentence) => {
  expect(statedIn(sentence)).toEqual([]);
});
