/** What can write the reports of a store to a file: one Exporter a format, chosen by the file's name. */
import type { Language } from "../language.js";
import { replaceFile } from "./replace-file.js";
import { storeError } from "../store/errors.js";
import type { ReportFilter, Store } from "../store/store.js";

export interface ExportOptions {
  readonly filter?: ReportFilter;
  /** A row a report, or for .csv and .parquet also a row an indicator. @default "wide" */
  readonly layout?: "wide" | "long";
  /** Begins CSV with a byte order mark, so that Excel and WPS take it for UTF-8. @default true */
  readonly bom?: boolean;
  /** Language of headings; messages are in the one that the reports were read in. @default "zh" */
  readonly lang?: Language;
}

export interface Exporter {
  /**
   * Writes a file; streamed, so that memory doesn't grow with the number of reports.
   * @returns the number of rows, headings not counted
   */
  write(store: Store, path: string, options: Required<ExportOptions>): Promise<number>;
}

/** What a row stands for can be chosen only here: a workbook and JSON lines have all of a report in one place. */
const LONG_TOO: readonly string[] = [".csv", ".parquet"];

/** By the extension of the file; each is loaded when it is used. */
const EXPORTERS: Readonly<Record<string, () => Promise<Exporter>>> = {
  ".xlsx": async () => (await import("./workbook.js")).workbookExporter,
  ".csv": async () => (await import("./csv.js")).csvExporter,
  ".jsonl": async () => (await import("./jsonl.js")).jsonlExporter,
  ".parquet": async () => (await import("./parquet.js")).parquetExporter,
};

const EXPORT_EXTENSIONS: readonly string[] = Object.keys(EXPORTERS);

/**
 * Exports reports to .xlsx, .csv, .jsonl or .parquet, by the name of the file. What stood there is replaced when the
 * new file is complete, and not before.
 * @returns the number of rows written
 * @throws StoreError "unknown-format" for another extension, "no-such-folder", "unknown-layout" for "long" where there is none,
 *   "missing-package" where the workbook writer is absent
 */
export async function exportReports(store: Store, path: string, options: ExportOptions = {}): Promise<number> {
  const extension = /\.[^./\\]*$/.exec(path)?.[0].toLowerCase() ?? "";
  if (!Object.hasOwn(EXPORTERS, extension)) {
    const known = EXPORT_EXTENSIONS.join(" ");
    throw storeError(
      "unknown-format",
      extension === ""
        ? { zh: `文件名应以扩展名结尾，支持 ${known}`, en: `its name must end in one of ${known}` }
        : { zh: `无法导出为“${extension}”，支持 ${known}`, en: `cannot export to "${extension}"; it can be ${known}` },
    );
  }
  if (options.layout === "long" && !LONG_TOO.includes(extension)) {
    throw storeError("unknown-layout", {
      zh: `“${extension}”没有每个指标一行的格式；请导出为 ${LONG_TOO.join(" ")}`,
      en: `"${extension}" has no layout of a row an indicator; export to ${LONG_TOO.join(" ")}`,
    });
  }
  const exporter = await EXPORTERS[extension]!();
  return replaceFile(path, (part) =>
    exporter.write(store, part, {
      filter: options.filter ?? {},
      layout: options.layout ?? "wide",
      bom: options.bom ?? true,
      lang: options.lang ?? "zh",
    }),
  );
}
