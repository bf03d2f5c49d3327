/** `nianbao debug FILE --page N`: a picture of a page with the rulings, cells and indicators that were found on it. */
import { Command, InvalidArgumentError } from "commander";
import { NianbaoError, UnsupportedFormatError } from "../../parsers/errors.js";
import { startLimits } from "../../parsers/limits.js";
import type { Language } from "../language.js";
import type { ParseOptions } from "../parse.js";
import { replaceContent } from "../export/replace-file.js";
import type { Report } from "../report.js";
import { fail } from "./failure.js";
import { readInput } from "./input.js";
import type { Translate } from "./language.js";
import { limitOption, type LimitFlag } from "./limit-option.js";
import { checkTarget } from "./target.js";

interface Options extends LimitFlag {
  readonly page: number;
  readonly out?: string;
}

type ReadingOptions = Required<Pick<ParseOptions, "file" | "lang" | "limits">>;

export function debugCommand(t: Translate): Command {
  return new Command("debug")
    .description(
      t("画出一页上找到的表格线、单元格和指标（SVG）", "Draw the rulings, cells and indicators found on a page (SVG)"),
    )
    .argument("<file>", t("PDF 文件；“-”为标准输入", 'a PDF file; "-" for stdin'))
    .option("--page <n>", t("页码，从 1 开始", "number of the page, from 1"), pageNumber(t), 1)
    .option("--out <file>", t("目标文件，默认标准输出", "the file to write; stdout by default"))
    .addOption(limitOption(t))
    .addHelpText("after", examples(t))
    .action(async (file: string, options: Options, command: Command) => {
      await run(file, options, command.optsWithGlobals<{ lang: Language }>().lang);
    });
}

const pageNumber = (t: Translate) => (text: string) => {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError(t("应为从 1 开始的页码", "a page's number, from 1"));
};

function examples(t: Translate): string {
  return [
    "",
    t("示例：", "Examples:"),
    `  nianbao debug report.pdf --page 3 --out page3.svg`,
    `  nianbao debug report.pdf > page1.svg`,
    "",
    t(
      "红线为表格线，圆圈为交点；底色：绿=已取值，黄=未读出，红=与勾稽关系不符，灰=无数字，蓝=其他单元格；虚线框为由对齐推断的单元格。鼠标停在单元格上显示指标。",
      "Red lines are rulings, circles their intersections; tints: green = value taken, yellow = unread, red = does not add up, grey = no number, blue = other cells; dashed cells are inferred from alignment. Hover over a cell for its indicator.",
    ),
  ].join("\n");
}

async function run(file: string, { page, out, limit = {} }: Options, lang: Language): Promise<void> {
  let subject = out ?? file;
  try {
    await checkTarget(file, out);
    subject = file;
    const bytes = await readInput(file, limit);
    const svg = await overlay(bytes, page, { file, lang, limits: limit });
    subject = out ?? file;
    if (out === undefined) process.stdout.write(svg);
    else await replaceContent(out, svg);
  } catch (error) {
    fail(subject, error, lang);
  }
}

async function overlay(bytes: Uint8Array, page: number, options: ReadingOptions): Promise<string> {
  const { detectFormat } = await import("../../parsers/detect.js");
  if (detectFormat(bytes) !== "pdf") {
    throw new UnsupportedFormatError("no-pages", {
      zh: "只有 PDF 有可以画出的页面",
      en: "only a PDF has pages that can be drawn",
    });
  }
  const { inspectPdfPage } = await import("../../parsers/pdf/index.js");
  const { pageOverlay } = await import("./page-overlay.js");
  const inspection = await inspectPdfPage(bytes, page, startLimits(options.limits));
  return pageOverlay(inspection, await reportOf(bytes, options), options.lang);
}

/** The report, or null where the page is looked at because the file is none. */
async function reportOf(bytes: Uint8Array, options: ReadingOptions): Promise<Report | null> {
  const { parseReport } = await import("../parse.js");
  try {
    return await parseReport(bytes, options);
  } catch (error) {
    if (error instanceof NianbaoError) return null;
    throw error;
  }
}
