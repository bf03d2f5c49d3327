// A size in; the bytes of a report of that size out, made in memory: Word document, web page, text of so many
// paragraphs, PDF of so many pages.
import { docxOf } from "../samples/docx.mjs";
import { generatedReport } from "../samples/generated.mjs";
import { htmlOf } from "../samples/html.mjs";
import { textOf } from "../samples/text.mjs";
import { pdfOf } from "./made-pdf.mjs";

const encode = (text) => new TextEncoder().encode(text);

const sentence = (n) =>
  `第${n + 1}项工作：全年通过门户网站、公开栏和新闻发布会公开各类信息${(n * 7) % 90}条，及时回应群众关切，办理留言${n % 40}件，按时答复率保持在较高水平。`;

/** A generated report of the form of 2021, with all its tables. */
const report = generatedReport(5);

/** The report with so many further paragraphs of prose after its first heading. */
function reportOf(paragraphs) {
  const prose = Array.from({ length: paragraphs }, (_, n) => ({ text: sentence(n) }));
  const at = report.blocks.findIndex(({ heading }) => heading) + 1;
  return { ...report, blocks: [...report.blocks.slice(0, at), ...prose, ...report.blocks.slice(at)] };
}

/** By format: the bytes of a report of so many paragraphs, or pages. */
export const MADE = {
  docx: (paragraphs) => docxOf(reportOf(paragraphs)),
  html: (paragraphs) => encode(htmlOf(reportOf(paragraphs))),
  text: (paragraphs) => encode(textOf(reportOf(paragraphs))),
  pdf: (pages) => pdfOf(report, pages, sentence),
};

/** An ordinary report in a page of a content management system: a megabyte of menus around it. */
export function cmsPage() {
  const link = (n) =>
    `<li class="nav-item level-${n % 4}"><a href="/zwgk/list_${n}.html" target="_blank" title="栏目${n}">栏目${n}</a></li>`;
  const menu = (from) =>
    `<div class="menu"><ul>${Array.from({ length: 4_500 }, (_, n) => link(from + n)).join("")}</ul></div>`;
  const page = htmlOf(reportOf(30));
  return encode(page.replace("<body>", `<body>${menu(0)}`).replace("</body>", `${menu(4_500)}</body>`));
}
