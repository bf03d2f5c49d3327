// A sample report as a web page.
import { cellOf } from "./cells.mjs";

const escape = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

function tableHtml(rows) {
  const cell = (c) => {
    const { text, colSpan, rowSpan } = cellOf(c);
    const spans = (colSpan > 1 ? ` colspan="${colSpan}"` : "") + (rowSpan > 1 ? ` rowspan="${rowSpan}"` : "");
    return `<td${spans}>${escape(text)}</td>`;
  };
  return `<table>\n${rows.map((row) => `<tr>${row.map(cell).join("")}</tr>`).join("\n")}\n</table>`;
}

export function htmlOf({ title, blocks }) {
  const body = blocks.map(({ text, heading, table, align }) => {
    if (table) return tableHtml(table);
    if (heading) return `<h2>${escape(heading)}</h2>`;
    return `<p${align ? ` style="text-align:${align}"` : ""}>${escape(text)}</p>`;
  });
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>${escape(title)}</title>
<style>table{border-collapse:collapse}td{border:1px solid #444;padding:2px 6px;text-align:center}</style></head>
<body>
<h1>${escape(title)}</h1>
${body.join("\n")}
</body>
</html>
`;
}
