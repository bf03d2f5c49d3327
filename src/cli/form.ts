/** `nianbao form SOURCE`: one report as the official form's tables, as a web page or a workbook. */
import { Command } from "commander";
import type { FormDocument } from "../export/form-document.js";
import { replaceContent } from "../export/replace-file.js";
import type { Language } from "../language.js";
import { storeError } from "../store/errors.js";
import { fail } from "./failure.js";
import { filterOf, withFilterOptions, type FilterOptions } from "./export-filter.js";
import { chosenReport } from "./form-choice.js";
import type { Translate } from "./language.js";
import { limitOption, type LimitFlag } from "./limit-option.js";
import { print } from "./output.js";
import { checkTarget } from "./target.js";

interface Options extends FilterOptions, LimitFlag {
  readonly to?: string;
  readonly file?: string;
}

export function formCommand(t: Translate): Command {
  const command = new Command("form")
    .description(t("把一份报告写成官方表格", "Write one report as the official form's tables"))
    .argument(
      "<source>",
      t("一份报告的文件，或归档；“-”为标准输入", 'the file of one report, or an archive; "-" for stdin'),
    )
    .option(
      "--to <file>",
      t("目标文件 .html 或 .xlsx，默认输出 HTML", "target .html or .xlsx; HTML on stdout by default"),
    )
    .option("--file <text>", t("文件路径含有该文字的报告", "the report whose file's path contains this"));
  return withFilterOptions(command, t)
    .addOption(limitOption(t))
    .addHelpText("after", examples(t))
    .action(async (source: string, options: Options, self: Command) => {
      await run(source, options, self.optsWithGlobals<{ lang: Language }>().lang);
    });
}

function examples(t: Translate): string {
  return [
    "",
    t("示例：", "Examples:"),
    `  nianbao form report.pdf --to form.html`,
    `  cat report.docx | nianbao form - > form.html`,
    `  nianbao form archive.duckdb --body 水务局 --year 2024 --to form.xlsx`,
  ].join("\n");
}

async function run(source: string, options: Options, lang: Language): Promise<void> {
  const { to, file, limit: limits = {} } = options;
  let subject = to ?? source;
  try {
    await checkTarget(source, to);
    const write = writerFor(to);
    subject = source;
    const report = await chosenReport(source, { filter: filterOf(options), file, lang, limits });
    subject = to ?? source;
    const { formDocument } = await import("../export/form-document.js");
    await write(formDocument(report, lang));
  } catch (error) {
    fail(subject, error, lang);
  }
}

/** @throws StoreError "unknown-format" where the name of the target ends in neither of the two */
function writerFor(to: string | undefined): (form: FormDocument) => Promise<void> {
  if (to === undefined) {
    return async (form) => print((await import("../export/form-html.js")).formHtml(form));
  }
  if (/\.html$/i.test(to)) {
    return async (form) => replaceContent(to, (await import("../export/form-html.js")).formHtml(form));
  }
  if (/\.xlsx$/i.test(to)) {
    return async (form) => replaceContent(to, await (await import("../export/form-workbook.js")).formWorkbook(form));
  }
  throw storeError("unknown-format", { zh: "--to 应为 .html 或 .xlsx 文件", en: "--to takes a .html or .xlsx file" });
}
