/** The options that choose reports of an archive, the same for every command, and the filter that they stand for. */
import { type Command, InvalidArgumentError, Option } from "commander";
import type { ReportFilter } from "../store/store.js";
import type { Translate } from "./language.js";

export interface FilterOptions {
  readonly body?: string;
  readonly year?: { readonly from: number; readonly to: number };
  readonly form?: "2021" | "2019" | "2014" | "none";
  readonly findings?: "error" | "warning" | "none";
}

export function withFilterOptions(command: Command, t: Translate): Command {
  return command
    .option("--body <text>", t("机关名称含有该文字", "the body's name contains this"))
    .option("--year <years>", t("年度或起止年度，如 2024、2019-2024", "a year or a span, 2024 or 2019-2024"), years(t))
    .addOption(new Option("--form <form>", t("表式", "form of the tables")).choices(["2021", "2019", "2014", "none"]))
    .addOption(
      new Option(
        "--findings <which>",
        t("有错误、有存疑或没有问题的报告", "reports with errors, with warnings or worse, or without findings"),
      ).choices(["error", "warning", "none"]),
    );
}

const years = (t: Translate) => (text: string) => {
  const match = /^(\d{4})(?:-(\d{4}))?$/.exec(text);
  const [from, to] = match ? [Number(match[1]), Number(match[2] ?? match[1])] : [1, 0];
  // A span from behind would choose nothing, and nobody would see why.
  if (from > to) throw new InvalidArgumentError(t("应为 2024 或 2019-2024", "2024 or 2019-2024"));
  return { from, to };
};

export function filterOf({ body, year, form, findings }: FilterOptions): ReportFilter {
  return {
    ...(body === undefined ? {} : { body }),
    ...(year === undefined ? {} : { fromYear: year.from, toYear: year.to }),
    ...(form === undefined ? {} : { form }),
    ...(findings === undefined ? {} : { findings }),
  };
}
