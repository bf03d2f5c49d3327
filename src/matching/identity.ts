/**
 * A document in; who reports, about which year, and when it was published, out. The title is asked first, then the page's
 * metadata, the signature and the introduction; document numbers, addresses and the day of publication never give a year.
 */
import type { Block, Paragraph, SourceDocument } from "../../parsers/document.js";
import type { Metadata } from "../report.js";
import { bodyKey } from "./body-key.js";
import { datesIn, isDateLine } from "./dates.js";
import type { Diagnosis } from "./diagnosis.js";
import { bodyInIntroduction } from "./introduction.js";
import { findMetadata } from "./metadata.js";
import { findTitle } from "./own-title.js";
import { findPeriod, type Period } from "./period.js";
import { findSignature } from "./signature.js";
import { bodyInTitle, statedTitle, type Title } from "./title.js";
import { yearOfReport } from "./year-hint.js";

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

export function matchIdentity(document: SourceDocument, consumed: ReadonlySet<Block>): Identity {
  const paragraphs = document.blocks.filter(
    (block): block is Paragraph => block.kind === "paragraph" && !consumed.has(block) && block.text.trim() !== "",
  );
  const metadata = findMetadata(document);
  const title = findTitle(paragraphs);
  const pageTitle = statedTitle(document);
  const signature = findSignature(paragraphs, title?.last);
  const period = findPeriod(paragraphs);
  const titles = [title?.text, pageTitle].flatMap((text) => text ?? []);
  const body =
    titles.map(bodyInTitle).find((name) => name !== null) ??
    fuller(metadata.publisher, signature?.signedBy ?? null) ??
    bodyInIntroduction(paragraphs);
  const year = yearOfReport(paragraphs, titles);
  return {
    title: title?.text ?? pageTitle,
    body,
    bodyKey: body === null ? null : bodyKey(body),
    signedBy: signature?.signedBy ?? null,
    year,
    period,
    publishedOn:
      metadata.publishedOn ?? dateUnderTitle(paragraphs, title) ?? signature?.date ?? metadata.writtenOn ?? null,
    metadata,
    diagnoses: [...(title?.uncertain ? [UNCERTAIN_TITLE] : []), ...missing(body, year)],
  };
}

/** The publisher as the page states it, or as it signs where that only says more: 县水务局, 澜川县水务局. */
function fuller(publisher: string | null, signedBy: string | null): string | null {
  if (publisher === null || signedBy === null) return publisher ?? signedBy;
  return bodyKey(signedBy).endsWith(bodyKey(publisher)) ? signedBy : publisher;
}

function dateUnderTitle(paragraphs: readonly Paragraph[], title: Title | null): string | null {
  if (!title) return null;
  const next = paragraphs.slice(title.last + 1, title.last + 3).find(({ text }) => isDateLine(text));
  return next ? (datesIn(next.text)[0] ?? null) : null;
}

const UNCERTAIN_TITLE: Diagnosis = {
  code: "title-uncertain",
  severity: "warning",
  text: {
    zh: "文首并列多份报告的标题，无法确定哪一个是本报告的，年度和报告机关须核对",
    en: "titles of several reports stand side by side: which is this report's is uncertain, so check year and body",
  },
};

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
