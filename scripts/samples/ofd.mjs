// A sample report as OFD: the pages of its PDF, their lines of text and rulings written out in millimetres.
import { strToU8, zipSync } from "fflate";
import { inspectPdfPage } from "../../dist/parsers/pdf/index.js";

const NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const millimetres = (points) => String(Math.round((points / 72) * 25.4 * 1000) / 1000);
const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** Glyphs that follow each other on one base line. */
function runsOf(glyphs) {
  const runs = [];
  for (const glyph of glyphs) {
    const last = runs.at(-1)?.at(-1);
    const follows =
      last &&
      last.size === glyph.size &&
      Math.abs(last.box[3] - glyph.box[3]) < 0.01 &&
      Math.abs(last.box[2] - glyph.box[0]) < glyph.size;
    if (follows) runs.at(-1).push(glyph);
    else runs.push([glyph]);
  }
  return runs;
}

function textObject(run, id) {
  const [first] = run;
  const last = run.at(-1);
  const [x0, y0, x1, y1] = [first.box[0], first.box[1], last.box[2], last.box[3]];
  const deltas = run.slice(1).map((glyph, i) => millimetres(glyph.box[0] - run[i].box[0]));
  const deltaX = deltas.length > 0 ? ` DeltaX="${deltas.join(" ")}"` : "";
  const boundary = [x0, y0, x1 - x0, y1 - y0].map(millimetres).join(" ");
  const text = run.map((glyph) => glyph.text).join("");
  return (
    `<ofd:TextObject ID="${id}" Boundary="${boundary}" Font="1" Size="${millimetres(first.size)}">` +
    `<ofd:TextCode X="0" Y="${millimetres(0.88 * first.size)}"${deltaX}>${escape(text)}</ofd:TextCode></ofd:TextObject>`
  );
}

function pathObject([x0, y0, x1, y1], id) {
  const boundary = [x0, y0, x1 - x0, y1 - y0].map(millimetres).join(" ");
  const data = `M 0 0 L ${millimetres(x1 - x0)} ${millimetres(y1 - y0)}`;
  return `<ofd:PathObject ID="${id}" Boundary="${boundary}" LineWidth="0.18"><ofd:AbbreviatedData>${data}</ofd:AbbreviatedData></ofd:PathObject>`;
}

function contentXml({ width, height, glyphs, edges }, nextId) {
  const lines = [
    ...edges.horizontal.map(({ at, from, to }) => [from, at, to, at]),
    ...edges.vertical.map(({ at, from, to }) => [at, from, at, to]),
  ];
  const objects = [
    ...lines.map((line) => pathObject(line, nextId())),
    ...runsOf(glyphs).map((run) => textObject(run, nextId())),
  ];
  const box = `0 0 ${millimetres(width)} ${millimetres(height)}`;
  return (
    `${DECLARATION}<ofd:Page ${NAMESPACE}><ofd:Area><ofd:PhysicalBox>${box}</ofd:PhysicalBox></ofd:Area>` +
    `<ofd:Content><ofd:Layer ID="${nextId()}" Type="Body">${objects.join("\n")}</ofd:Layer></ofd:Content></ofd:Page>`
  );
}

/** The OFD of a report, from the bytes of its PDF. */
export async function ofdOf({ title }, pdf, pageCount) {
  let last = 1;
  const nextId = () => ++last;
  const pages = [];
  for (let number = 1; number <= pageCount; number++) {
    pages.push(contentXml((await inspectPdfPage(pdf, number)).page, nextId));
  }
  const list = pages.map((_, i) => `<ofd:Page ID="${nextId()}" BaseLoc="Pages/Page_${i}/Content.xml"/>`);
  const entries = {
    "OFD.xml":
      `${DECLARATION}<ofd:OFD ${NAMESPACE} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:Title>${escape(title)}` +
      `</ofd:Title></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    "Doc_0/Document.xml":
      `${DECLARATION}<ofd:Document ${NAMESPACE}><ofd:CommonData><ofd:MaxUnitID>${last}</ofd:MaxUnitID><ofd:PageArea>` +
      `<ofd:PhysicalBox>0 0 297 210</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes>` +
      `</ofd:CommonData><ofd:Pages>${list.join("")}</ofd:Pages></ofd:Document>`,
    "Doc_0/PublicRes.xml":
      `${DECLARATION}<ofd:Res ${NAMESPACE} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="1" FontName="Noto Sans CJK SC"/>` +
      `</ofd:Fonts></ofd:Res>`,
    ...Object.fromEntries(pages.map((xml, i) => [`Doc_0/Pages/Page_${i}/Content.xml`, xml])),
  };
  const files = Object.entries(entries).map(([name, xml]) => [name, strToU8(xml)]);
  return zipSync(Object.fromEntries(files), { mtime: new Date(2025, 0, 16) });
}
