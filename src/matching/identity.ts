/**
 * A document in; who reports, about which year, and when it was published, out. The title is asked first, then the page's
 * metadata, the signature and the introduction; document numbers, addresses and the day of publication never give a year.
 */
import type { Block, Paragraph, SourceDocument } from "../../parsers/document.js";
import type { Metadata } from "../report.js";
import { bodyKey } from "./body-key.js";
import { datesIn, isDateLine, yearIn } from "./dates.js";
import type { Diagnosis } from "./diagnosis.js";
import { findMetadata } from "./metadata.js";
import { compact } from "./normalize.js";
import { findPeriod, yearOfPeriodEnd, type Period } from "./period.js";
import { findSignature } from "./signature.js";
import { bodyInTitle, findTitle, titleInPageTitle, yearInTitle, type Title } from "./title.js";

export interface Identity {
  readonly title: string | null;
  readonly body: string | null;
  readonly bodyKey: string | null;
  readonly signedBy: string | null;
  readonly year: number | null;
  readonly period: Period | null;
  readonly publishedOn: string | null;
  readonly metadata: Metadata;
  readonly diagnoses: readonly Diagnosis[];
}

/** Paragraphs at the beginning that may introduce the report. */
const INTRODUCTION = 12;

export function matchIdentity(document: SourceDocument, consumed: ReadonlySet<Block>): Identity {
  const paragraphs = document.blocks.filter(
    (block): block is Paragraph => block.kind === "paragraph" && !consumed.has(block) && block.text.trim() !== "",
  );
  const metadata = findMetadata(document);
  const title = findTitle(paragraphs);
  const pageTitle = titleInPageTitle(document.title);
  const signature = findSignature(paragraphs);
  const period = findPeriod(paragraphs);
  const titles = [title?.text, pageTitle].flatMap((text) => text ?? []);
  const body =
    titles.map(bodyInTitle).find((name) => name !== null) ??
    metadata.publisher ??
    signature?.signedBy ??
    bodyInIntroduction(paragraphs);
  const year = titles.map(yearInTitle).find((found) => found !== null) ?? yearInText(paragraphs, period);
  const publishedOn = metadata.publishedOn ?? dateUnderTitle(paragraphs, title) ?? signature?.date ?? null;
  const identity = { title: title?.text ?? pageTitle, body, bodyKey: body === null ? null : bodyKey(body) };
  return {
    ...identity,
    signedBy: signature?.signedBy ?? null,
    year,
    period,
    publishedOn,
    metadata,
    diagnoses: missing(body, year),
  };
}

/** 本报告由X编制, X现将…, X按照…要求 */
function bodyInIntroduction(paragraphs: readonly Paragraph[]): string | null {
  const patterns = [
    /由([\p{Script=Han}()]{3,30}?)(?:按照|依据|根据|依照)?.{0,40}?(?:编制|编写)/u,
    /[,，]([\p{Script=Han}()]{3,30}?)(?:现将|对全年|编制了)/u,
  ];
  for (const pattern of patterns) {
    for (const { text } of paragraphs.slice(0, INTRODUCTION)) {
      const name = pattern.exec(compact(text.slice(0, 1_000)))?.[1];
      if (name && /(?:政府|局|厅|委员会|委|办公室|办公厅|中心|镇|乡|街道|处|院|社)$/.test(name)) return name;
    }
  }
  return null;
}

/** The period, then the introduction and the first section: the first year that is said there. */
function yearInText(paragraphs: readonly Paragraph[], period: Period | null): number | null {
  if (period) return Number(period.from.slice(0, 4));
  const end = yearOfPeriodEnd(paragraphs);
  if (end !== null) return end;
  for (const { text } of paragraphs.slice(0, INTRODUCTION)) {
    if (isDateLine(text) || /〔\d{4}〕|(?:发布|日期|时间)[:：]/.test(text)) continue;
    const year = yearIn(text.replace(/《[^》]*》/g, ""));
    if (year !== null) return year;
  }
  return null;
}

function dateUnderTitle(paragraphs: readonly Paragraph[], title: Title | null): string | null {
  if (!title) return null;
  const next = paragraphs.slice(title.last + 1, title.last + 3).find(({ text }) => isDateLine(text));
  return next ? (datesIn(next.text)[0] ?? null) : null;
}

function missing(body: string | null, year: number | null): Diagnosis[] {
  const none: Diagnosis[] = [];
  if (body === null) {
    none.push({
      code: "body-missing",
      severity: "warning",
      text: {
        zh: "标题、页面信息和落款都没有写明报告机关",
        en: "neither title, metadata nor signature name the reporting body",
      },
    });
  }
  if (year === null) {
    none.push({
      code: "year-missing",
      severity: "warning",
      text: { zh: "没有读到报告年度", en: "the year of the report was not found" },
    });
  }
  return none;
}
