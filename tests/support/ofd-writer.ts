/** Case documents, and any objects of pages, as OFD: the parts that make one, zipped; coordinates are points. */
import { escapeXml, type CaseWriter } from "./case-document.js";
import { layoutPages, type Rulings } from "./pdf-layout.js";
import { zipOf } from "./zip-of.js";

export interface OfdParts {
  /** The objects of each page, as XML. */
  readonly pages: readonly string[];
  /** Objects of a template that all pages are printed on. */
  readonly template?: string;
  /** Inside the public resources. */
  readonly resources?: string;
  readonly title?: string;
  /** Further entries, or others in place of the usual ones. */
  readonly files?: Readonly<Record<string, string>>;
}

const NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"';
const part = (name: string, inner: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<ofd:${name} ${NAMESPACE}>${inner}</ofd:${name}>`;
const content = (objects: string) => `<ofd:Content><ofd:Layer ID="9">${objects}</ofd:Layer></ofd:Content>`;
const PAGE = "0 0 210 297";

export const millimetres = (points: number): string => String(Math.round((points / 72) * 254_000) / 10_000);

export function ofdOf({ pages, template, resources = "", title, files = {} }: OfdParts): Uint8Array {
  const list = pages.map((_, i) => `<ofd:Page ID="${i + 100}" BaseLoc="Pages/Page_${i}/Content.xml"/>`);
  const printedOn = template === undefined ? "" : '<ofd:Template TemplateID="50" ZOrder="Background"/>';
  return zipOf({
    "OFD.xml": part(
      "OFD",
      `<ofd:DocBody><ofd:DocInfo>${title ? `<ofd:Title>${title}</ofd:Title>` : ""}</ofd:DocInfo><ofd:DocRoot>/Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>`,
    ),
    "Doc_0/Document.xml": part(
      "Document",
      `<ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>${PAGE}</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes>` +
        `<ofd:TemplatePage ID="50" BaseLoc="Tpls/Tpl_0/Content.xml"/></ofd:CommonData><ofd:Pages>${list.join("")}</ofd:Pages>`,
    ),
    "Doc_0/PublicRes.xml": part("Res", resources),
    ...(template === undefined ? {} : { "Doc_0/Tpls/Tpl_0/Content.xml": part("Page", content(template)) }),
    ...Object.fromEntries(
      pages.map((objects, i) => [`Doc_0/Pages/Page_${i}/Content.xml`, part("Page", printedOn + content(objects))]),
    ),
    ...files,
  });
}

export interface TextLook {
  readonly size?: number;
  /** Further attributes of the object. */
  readonly more?: string;
  /** Elements of the object before its text. */
  readonly inner?: string;
  /** Of the text code. */
  readonly deltas?: string;
}

/** Text whose base line begins at x, y, in points. */
export function ofdText(x: number, y: number, words: string, look: TextLook = {}): string {
  const { size = 10, more = "", inner = "", deltas = "" } = look;
  const boundary = [x, y - 0.88 * size, 500, 1.2 * size].map(millimetres).join(" ");
  return (
    `<ofd:TextObject ID="1" Boundary="${boundary}" Font="1" Size="${millimetres(size)}" ${more}>${inner}` +
    `<ofd:TextCode X="0" Y="${millimetres(0.88 * size)}" ${deltas}>${escapeXml(words)}</ofd:TextCode></ofd:TextObject>`
  );
}

/** A stroked path within a boundary, in points. */
export const ofdPath = (box: readonly [number, number, number, number], data: string, more = "", inner = ""): string =>
  `<ofd:PathObject ID="1" Boundary="${[box[0], box[1], box[2] - box[0], box[3] - box[1]].map(millimetres).join(" ")}" ${more}>${inner}` +
  `<ofd:AbbreviatedData>${data}</ofd:AbbreviatedData></ofd:PathObject>`;

/** The border of a box as one path. */
export function ofdFrame(box: readonly [number, number, number, number], more = "", inner = ""): string {
  const [width, height] = [millimetres(box[2] - box[0]), millimetres(box[3] - box[1])];
  return ofdPath(box, `M 0 0 L ${width} 0 L ${width} ${height} L 0 ${height} C`, more, inner);
}

const rulings: Rulings = ({ cells }) =>
  cells.map(
    ({ box }) =>
      () =>
        ofdFrame(box),
  );

export const writeOfd: CaseWriter = (blocks) => {
  const write =
    (x: number, y: number, words: string, { size = 10 } = {}) =>
    () =>
      ofdText(x, y, words, { size });
  const pages = layoutPages(blocks, { rulings, write });
  return ofdOf({ pages: pages.map(({ draw, height = 0 }) => draw.map((drawing) => drawing(height)).join("")) });
};
