/** A form with its values in, a web page out: all text escaped, no script, nothing loaded from anywhere. */
import type { FormDocument, FormNote, FormValue } from "./form-document.js";
import { FORM_WORDS } from "./form-words.js";
import type { FormCell, FormTable } from "./form-table.js";

const STYLE = `
body { font: 15px/1.6 "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; color: #1c2733; }
h1 { font-size: 1.5rem; text-align: center; } h2 { font-size: 1.1rem; margin-top: 2rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; } dt { color: #5b6570; } dd { margin: 0; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; } th, td { border: 1px solid #8a97a6; padding: .25rem .5rem; }
th { background: #eef3f9; font-weight: 600; white-space: nowrap; } th.label { background: none; font-weight: 400; text-align: left; white-space: normal; }
td { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td.missing { text-align: center; color: #5b6570; font-size: .85em; background: repeating-linear-gradient(45deg, #fff, #fff 4px, #d9dfe6 4px, #d9dfe6 5px); }
td.error { background: #f8c9c4; color: #8c1810; font-weight: 700; } td.warning { background: #fdebb3; color: #6b4f00; }
sup a { text-decoration: none; } li.error::marker { color: #8c1810; font-weight: 700; }
@media print { body { margin: 0; } }`;

/** A complete HTML document. */
export function formHtml(form: FormDocument): string {
  const title = escape(form.title);
  const words = FORM_WORDS[form.lang];
  return `<!DOCTYPE html>
<html lang="${words.htmlLang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${STYLE}
</style>
</head>
<body>
<h1>${title}</h1>
<dl>
${form.facts.map(([name, value]) => `<dt>${escape(name)}</dt><dd>${escape(value)}</dd>`).join("\n")}
</dl>
${form.tables.map((table) => tableHtml(table, form.values)).join("\n")}
${notesHtml(words.findings, form.notes, "finding")}${notesHtml(words.diagnostics, form.notes, "diagnostic")}</body>
</html>
`;
}

export function escape(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/'/g, "&#39;")
    .replace(/[\u0000-\u0008\u000b-\u001f]/g, "\ufffd");
}

function tableHtml({ caption, rows }: FormTable, values: FormDocument["values"]): string {
  const lines = rows.map((row) => `<tr>${row.map((cell) => cellHtml(cell, values)).join("")}</tr>`);
  return `<h2>${escape(caption)}</h2>\n<div class="scroll"><table>\n${lines.join("\n")}\n</table></div>`;
}

function cellHtml(cell: FormCell, values: FormDocument["values"]): string {
  const spans =
    (cell.colSpan > 1 ? ` colspan="${cell.colSpan}"` : "") + (cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : "");
  if (cell.kind !== "value") {
    return `<th${cell.kind === "label" ? ' class="label"' : ""}${spans}>${escape(cell.text)}</th>`;
  }
  const value = values.get(cell.indicator!)!;
  const name = classOf(value);
  const links = value.notes.map((number) => `<a href="#note-${number}">${number}</a>`).join(" ");
  return `<td${name === "" ? "" : ` class="${name}"`}${spans}>${escape(value.text)}${links === "" ? "" : `<sup>${links}</sup>`}</td>`;
}

function classOf({ value, state, severity }: FormValue): string {
  return [value === null && state !== "optional" ? "missing" : "", severity ?? ""].filter(Boolean).join(" ");
}

function notesHtml(title: string, notes: readonly FormNote[], kind: FormNote["kind"]): string {
  const shown = notes.filter((note) => note.kind === kind);
  if (shown.length === 0) return "";
  const items = shown.map(
    ({ number, severity, text }) =>
      `<li id="note-${number}" value="${number}" class="${severity}">${escape(text)}</li>`,
  );
  return `<h2>${escape(title)}</h2>\n<ol>\n${items.join("\n")}\n</ol>\n`;
}
