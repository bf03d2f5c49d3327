/** Who reports, about which year, and when it was published. */
import type { Block, SourceDocument } from "../../parsers/document.js";
import type { Metadata } from "../report.js";
import type { Diagnosis } from "./diagnosis.js";

export interface Identity {
  readonly title: string | null;
  readonly body: string | null;
  readonly bodyKey: string | null;
  readonly signedBy: string | null;
  readonly year: number | null;
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly publishedOn: string | null;
  readonly metadata: Metadata;
  readonly diagnoses: readonly Diagnosis[];
}

export function matchIdentity(document: SourceDocument, consumed: ReadonlySet<Block>): Identity {
  throw new Error(`not written yet: ${document.format} ${consumed.size}`);
}
