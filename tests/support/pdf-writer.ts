/**
 * Drawings in; the bytes of a PDF out. Text is set in a font that is only named and has a character map, so that a test
 * needs no font file; coordinates are points from the top left of the page, as everywhere in the product.
 */

/** Turns into content operators once the height of its page is known. */
export type Drawing = (height: number) => string;

export interface PdfPage {
  readonly width?: number;
  readonly height?: number;
  readonly draw: readonly Drawing[];
  /** Entries of the page's dictionary, as PDF: "/Rotate 90". */
  readonly entries?: string;
  /** Form XObjects by name; `form` draws them. A form may draw those before it. */
  readonly forms?: Readonly<Record<string, readonly Drawing[]>>;
  /** Further entries of the dictionaries of forms. */
  readonly formEntries?: string;
  /** Further entries of the resources of the page and its forms. */
  readonly resources?: string;
}

export interface PdfOptions {
  /** Maps a character to the code that the font's character map says; by default to itself. */
  readonly toUnicode?: "identity" | "none" | "private";
  readonly title?: string;
  /** Further entries of the catalog. */
  readonly catalog?: string;
  /** Further objects, whose numbers begin at 3; a whole stream among them. */
  readonly objects?: readonly string[];
}

export const A4 = { width: 595, height: 842 } as const;

const round = (value: number) => String(Math.round(value * 1000) / 1000);
const wide = (character: string) => character.codePointAt(0)! > 0x2e7f;
/** Width of a text in the writer's font, in font sizes. */
export const textWidth = (text: string, size: number) =>
  [...text].reduce((sum, character) => sum + (wide(character) ? 1 : 0.5), 0) * size;

const hex = (text: string) =>
  Array.from(text, (character) => character.charCodeAt(0).toString(16).padStart(4, "0")).join("");

export interface TextOptions {
  readonly size?: number;
  /** Content operators before the text: a colour, a rendering mode, letter spacing. */
  readonly set?: string;
  /** Degrees, counter-clockwise. */
  readonly turn?: number;
  readonly font?: "F1" | "F2" | "V1";
}

/** Text whose base line begins at x, y. */
export function text(x: number, y: number, words: string, options: TextOptions = {}): Drawing {
  const { size = 10, set = "", turn = 0, font = "F1" } = options;
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  return (height) =>
    `q ${set} BT /${font} ${size} Tf ${[cos, sin, -sin, cos, x, height - y].map(round).join(" ")} Tm <${hex(words)}> Tj ET Q`;
}

export interface LineOptions {
  readonly width?: number;
  /** Content operators before the stroke: a dash, a colour. */
  readonly set?: string;
}

export const line = (x0: number, y0: number, x1: number, y1: number, options: LineOptions = {}): Drawing => {
  const { width = 0.5, set = "" } = options;
  return (height) =>
    `q ${width} w ${set} ${round(x0)} ${round(height - y0)} m ${round(x1)} ${round(height - y1)} l S Q`;
};

export type Painting = "S" | "f" | "B" | "W n";

/** A rectangle that is stroked (S), filled (f), both (B). */
export const rectangle = (x0: number, y0: number, x1: number, y1: number, paint: Painting, set = ""): Drawing => {
  return (height) => `q ${set} ${round(x0)} ${round(height - y1)} ${round(x1 - x0)} ${round(y1 - y0)} re ${paint} Q`;
};

/** What is drawn inside a clipping rectangle. */
export const clipped = (box: readonly [number, number, number, number], draw: readonly Drawing[]): Drawing => {
  const [x0, y0, x1, y1] = box;
  return (height) =>
    `q ${round(x0)} ${round(height - y1)} ${round(x1 - x0)} ${round(y1 - y0)} re W n ${draw.map((d) => d(height)).join(" ")} Q`;
};

/** What is drawn under a matrix of the page's own coordinates (y upwards). */
export const transformed = (matrix: readonly number[], draw: readonly Drawing[]): Drawing => {
  return (height) => `q ${matrix.map(round).join(" ")} cm ${draw.map((d) => d(height)).join(" ")} Q`;
};

/** Paints a form XObject of the page. */
export const form =
  (name: string): Drawing =>
  () =>
    `/${name} Do`;

const MAP_HEAD =
  "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def /CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange";
const MAPS = {
  identity: `${MAP_HEAD} 1 beginbfrange <0000> <ffff> <0000> endbfrange endcmap end end`,
  // Every character becomes one of the private use area, as fonts without a usable map have it.
  private: `${MAP_HEAD} 1 beginbfrange <0000> <18ff> <e000> endbfrange 1 beginbfrange <1900> <ffff> <e000> endbfrange endcmap end end`,
};

/** Writes the pages; F1 has the character map that the options say, F2 always a private one, V1 writes vertically. */
export function pdf(pages: readonly PdfPage[], options: PdfOptions = {}): Uint8Array<ArrayBuffer> {
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  const stream = (body: string, entries = "") =>
    add(`<< ${entries} /Length ${body.length} >>\nstream\n${body}\nendstream`);
  add(`<< /Type /Catalog /Pages 2 0 R ${options.catalog ?? ""} >>`);
  add("");
  options.objects?.forEach(add);
  const fonts = fontResources(add, stream, options.toUnicode ?? "identity");
  const kids = pages.map((page) => {
    const { width = A4.width, height = A4.height } = page;
    const forms: string[] = [];
    const { formEntries = "", resources: more = "" } = page;
    for (const [name, draw] of Object.entries(page.forms ?? {})) {
      const body = draw.map((drawing) => drawing(height)).join("\n");
      const known = `<< /Font << ${fonts} >> /XObject << ${forms.join(" ")} >> ${more} >>`;
      const entries = `/Type /XObject /Subtype /Form /BBox [0 0 ${width} ${height}] /Resources ${known} ${formEntries}`;
      forms.push(`/${name} ${stream(body, entries)} 0 R`);
    }
    const content = stream(page.draw.map((drawing) => drawing(height)).join("\n"));
    const resources = `<< /Font << ${fonts} >> /XObject << ${forms.join(" ")} >> ${more} >>`;
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Resources ${resources} /Contents ${content} 0 R ${page.entries ?? ""} >>`,
    );
  });
  objects[1] = `<< /Type /Pages /Count ${pages.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(" ")}] >>`;
  const info = options.title === undefined ? 0 : add(`<< /Title <feff${hex(options.title)}> >>`);
  return fileOf(objects, info);
}

function fontResources(
  add: (body: string) => number,
  stream: (body: string) => number,
  toUnicode: NonNullable<PdfOptions["toUnicode"]>,
): string {
  const maps = { identity: stream(MAPS.identity), private: stream(MAPS.private), none: 0 };
  const font = (encoding: string, map: number) => {
    const descriptor = add(
      "<< /Type /FontDescriptor /FontName /Plain /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>",
    );
    const descendant = add(
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Plain /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ${descriptor} 0 R /DW 1000 /W [0 11903 500] /CIDToGIDMap /Identity >>`,
    );
    return add(
      `<< /Type /Font /Subtype /Type0 /BaseFont /Plain /Encoding /${encoding} /DescendantFonts [${descendant} 0 R] ${map === 0 ? "" : `/ToUnicode ${map} 0 R`} >>`,
    );
  };
  return `/F1 ${font("Identity-H", maps[toUnicode])} 0 R /F2 ${font("Identity-H", maps.private)} 0 R /V1 ${font("Identity-V", maps.identity)} 0 R`;
}

function fileOf(objects: readonly string[], info: number): Uint8Array<ArrayBuffer> {
  let body = "%PDF-1.7\n";
  const offsets = objects.map((object, i) => {
    const offset = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const trailer = `<< /Size ${objects.length + 1} /Root 1 0 R ${info === 0 ? "" : `/Info ${info} 0 R`} >>`;
  const file = `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n${trailer}\nstartxref\n${body.length}\n%%EOF\n`;
  return Uint8Array.from(file, (character) => character.charCodeAt(0));
}
