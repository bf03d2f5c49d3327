/**
 * The paragraphs of a document in; the title of its report out. Covers print one before it, notices that carry the report
 * another, and pages lists of the reports of other years or other bodies.
 */
import type { Paragraph } from "../../parsers/document.js";
import { bodyKey } from "./body-key.js";
import { compact } from "./normalize.js";
import { findSignature } from "./signature.js";
import { bodyInTitle, findTitles, yearInTitle, type Title } from "./title.js";

/** Lines at the beginning in which a title is looked for. */
const REACH = 60;
/** A notice's name of the report that it carries: 关于印发…报告 */
const CARRIER = /关于(?:印发|转发|公布|发布|报送|上报|呈报|编制|做好)/;
/** Fewer titles side by side are a cover's and the page's. */
const FEWEST_LISTED = 3;
/** The titles of a list stand in neighbouring lines, or have a date between them. */
const NEAR = 2;

/** The title of the report: the first that names a body or a year, else the first at all. */
export function findTitle(paragraphs: readonly Paragraph[]): Title | null {
  const titles = withoutLists(findTitles(paragraphs.slice(0, REACH)), paragraphs);
  const own = titles.filter(({ text }) => !CARRIER.test(compact(text)));
  const telling = own.find(({ text }) => yearInTitle(text) !== null || bodyInTitle(text) !== null);
  // A cover may print the year alone and the first page the whole title.
  const whole = own.find(
    ({ text }) => bodyInTitle(text) !== null && sameYear(yearInTitle(text), yearInTitle(telling!.text)),
  );
  return whole ?? telling ?? own[0] ?? titles[0] ?? null;
}

const sameYear = (a: number | null, b: number | null) => a === b || b === null;

/** Of each list only the report's own title. */
function withoutLists(titles: readonly Title[], paragraphs: readonly Paragraph[]): Title[] {
  return runsOf(titles).flatMap((run) => (isList(run) ? [ownOf(run, paragraphs)] : run));
}

function runsOf(titles: readonly Title[]): Title[][] {
  const runs: Title[][] = [];
  for (const title of titles) {
    const run = runs.at(-1);
    if (run && title.first - run.at(-1)!.last <= NEAR) run.push(title);
    else runs.push([title]);
  }
  return runs;
}

const isList = (run: readonly Title[]) =>
  new Set(run.map(({ text }) => `${yearInTitle(text)} ${bodyInTitle(text)}`)).size >= FEWEST_LISTED;

/** The one that agrees with the signature; else the last, below which the report begins. */
function ownOf(run: readonly Title[], paragraphs: readonly Paragraph[]): Title {
  const signature = findSignature(paragraphs, run.at(-1)!.last);
  const own = signature ? run.filter((title) => agrees(title, signature)) : [];
  return own.length > 0 ? own.at(-1)! : { ...run.at(-1)!, uncertain: true };
}

/** A report is signed in the year after the one that it is about. */
function agrees({ text }: Title, { signedBy, date }: { signedBy: string | null; date: string }): boolean {
  const body = bodyInTitle(text);
  const sameBody =
    signedBy === null ||
    body === null ||
    bodyKey(signedBy).endsWith(bodyKey(body)) ||
    bodyKey(body).endsWith(bodyKey(signedBy));
  return sameBody && yearInTitle(text) === Number(date.slice(0, 4)) - 1;
}
