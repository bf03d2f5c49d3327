/** A diagnostic before its language is chosen: what a matcher could not read, and why. */
import type { Bilingual, Locator } from "../../parsers/document.js";
import type { Severity } from "../report.js";

export interface Diagnosis {
  /** Stable, kebab-case. */
  readonly code: string;
  readonly severity: Severity;
  readonly text: Bilingual;
  /** An indicator id, or a dot-prefix of ids. */
  readonly indicator?: string;
  readonly at?: Locator;
}
