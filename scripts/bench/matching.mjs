// Matching and audit alone: the bytes of a report in, a work for scripts/bench/measure.mjs out. The document is opened
// anew each time, which isn't counted: what is kept of a document that was matched before would flatter the next time.
import { open } from "../../dist/parsers/index.js";
import { deadline, startLimits } from "../../dist/parsers/limits.js";
import { firstReport } from "../../dist/src/document-reports.js";

/** What parseReport does after the adapter, but for the digest of the file. */
export const matching = (bytes) => ({
  prepare: () => open(bytes),
  run: (document) => {
    const source = { file: null, format: document.format, bytes: bytes.length, sha256: "" };
    return firstReport(document, { source, lang: "zh", checkTime: deadline(startLimits()) });
  },
});
