// A report and a number of pages in; the bytes of a PDF out. Pages of prose, and on every fifth a ruled table. Text is
// set in a font that is only named and has a character map, so that no font file is needed.
const SIZE = 10;
const LEFT = 60;
const TOP = 780;
const LINE = 18;
/** Characters of a line. */
const WIDTH = 46;
const ROWS_A_PAGE = 40;
const TABLE_EVERY = 5;
const TABLE = [
  ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
  ["规章", "0", "0", "0"],
  ["行政规范性文件", "3", "1", "24"],
];

const CHARACTER_MAP =
  "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def /CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0000> <ffff> <0000> endbfrange endcmap end end";

const hex = (text) => Array.from(text, (c) => c.charCodeAt(0).toString(16).padStart(4, "0")).join("");
const text = (x, y, words) => `BT /F1 ${SIZE} Tf 1 0 0 1 ${x} ${y} Tm <${hex(words)}> Tj ET`;
const line = (x0, y0, x1, y1) => `${x0} ${y0} m ${x1} ${y1} l S`;
const linesOf = (words) => words.match(new RegExp(`.{1,${WIDTH}}`, "gu")) ?? [];

/** A table with all its rulings. */
function ruled(rows) {
  const column = (595 - 2 * LEFT) / rows[0].length;
  const bottom = TOP - rows.length * LINE;
  const rulings = [
    ...Array.from({ length: rows.length + 1 }, (_, n) => line(LEFT, TOP - n * LINE, 595 - LEFT, TOP - n * LINE)),
    ...rows[0].map((_, n) => line(LEFT + n * column, TOP, LEFT + n * column, bottom)),
    line(595 - LEFT, TOP, 595 - LEFT, bottom),
  ];
  const cells = rows.flatMap((row, y) =>
    row.map((cell, x) => text(LEFT + x * column + 3, TOP - (y + 1) * LINE + 5, cell)),
  );
  return [...rulings, ...cells].join("\n");
}

const proseOf = (lines) => lines.map((words, n) => text(LEFT, TOP - n * LINE, words)).join("\n");

function contents(report, pages, sentence) {
  const headings = report.blocks.flatMap(({ heading }) => heading ?? []);
  const first = [report.title, ...headings.flatMap((heading, n) => [heading, ...linesOf(sentence(n))])];
  return Array.from({ length: pages }, (_, page) => {
    if (page === 0) return proseOf(first.slice(0, ROWS_A_PAGE));
    if (page % TABLE_EVERY === 1) return ruled(TABLE);
    const prose = Array.from({ length: ROWS_A_PAGE }, (_, n) => linesOf(sentence(page * ROWS_A_PAGE + n))).flat();
    return proseOf(prose.slice(0, ROWS_A_PAGE));
  });
}

export function pdfOf(report, pages, sentence) {
  const objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""];
  const add = (body) => objects.push(body);
  const stream = (body) => add(`<< /Length ${body.length} >>\nstream\n${body}\nendstream`);
  const map = stream(CHARACTER_MAP);
  const descriptor = add(
    "<< /Type /FontDescriptor /FontName /Plain /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>",
  );
  const descendant = add(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Plain /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ${descriptor} 0 R /DW 1000 /W [0 11903 500] /CIDToGIDMap /Identity >>`,
  );
  const font = add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /Plain /Encoding /Identity-H /DescendantFonts [${descendant} 0 R] /ToUnicode ${map} 0 R >>`,
  );
  const kids = contents(report, pages, sentence).map((body) =>
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 ${font} 0 R >> >> /Contents ${stream(body)} 0 R >>`,
    ),
  );
  objects[1] = `<< /Type /Pages /Count ${pages} /Kids [${kids.map((kid) => `${kid} 0 R`).join(" ")}] >>`;
  return fileOf(objects);
}

function fileOf(objects) {
  let body = "%PDF-1.7\n";
  const offsets = objects.map((object, n) => {
    const offset = body.length;
    body += `${n + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  return Buffer.from(
    `${body}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`,
    "latin1",
  );
}
