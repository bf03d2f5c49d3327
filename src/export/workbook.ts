/**
 * The reports of a store in, the auditor's workbook out: a sheet of reports a form, the findings, what could not be
 * read, and an explanation. Rows are written as they come from the store.
 */
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { optionalPackage } from "../store/errors.js";
import type { Exporter } from "./exporter.js";
import { writeExplanation } from "./workbook-explanation.js";
import { writeFindings, writeUnread } from "./workbook-lists.js";
import { MAX_COMMENTS, writeReports } from "./workbook-reports.js";

export const workbookExporter: Exporter = {
  async write(store, path, { filter, lang }) {
    const { default: exceljs } = await optionalPackage("exceljs", () => import("exceljs"));
    const forms = await store.forms(filter);
    const file = createWriteStream(path);
    const failed = once(file, "error").then(([error]) => Promise.reject(error as Error));
    failed.catch(() => undefined);
    const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream: file, useStyles: true, useSharedStrings: false });
    workbook.creator = "nianbao";
    const budget = { left: MAX_COMMENTS };
    const write = async () => {
      let rows = 0;
      for (const form of forms.length === 0 ? [null] : forms) {
        rows += await writeReports(workbook, store, form, { filter, lang, budget });
      }
      await writeFindings(workbook, store, { filter, lang, forms });
      await writeUnread(workbook, store, { filter, lang, forms });
      await writeExplanation(workbook, forms, lang);
      await workbook.commit();
      return rows;
    };
    return Promise.race([write(), failed]);
  },
};
