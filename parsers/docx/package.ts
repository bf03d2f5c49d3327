/** The container of a Word document in; the texts of the parts that are read out, found by their relations. */
import { decodeText } from "../charset.js";
import { UnreadableDocumentError } from "../errors.js";
import { checkLimit, type Limits } from "../limits.js";
import { attributeOf, elementsOf, parseXmlText, type XmlElement } from "../xml.js";
import type { Zip } from "../zip.js";

export interface Parts {
  readonly document: string;
  readonly styles: XmlElement | null;
  readonly numbering: XmlElement | null;
  readonly properties: string | null;
}

const MAIN = /^word\/document\d*\.xml$/i;

/** @throws UnreadableDocumentError "damaged" where there is no main part, "limit-exceeded" for xmlBytes */
export function readParts(zip: Zip, limits: Limits): Parts {
  /** Some tools write "\\" for "/", or a "/" before the name. */
  const stored = new Map(zip.names.map((name) => [name.replaceAll("\\", "/").replace(/^\//, "").toLowerCase(), name]));
  const read = (path: string): string | null => {
    const name = stored.get(path.toLowerCase());
    if (name === undefined) return null;
    checkLimit(limits, "xmlBytes", zip.sizeOf(name));
    const bytes = zip.read(name);
    return bytes && decodeText(bytes).text.replace(/^\ufeff/, "");
  };
  const tree = (path: string): XmlElement | null => {
    const xml = read(path);
    return xml === null ? null : parseXmlText(xml, path, limits);
  };
  const related = (relations: string, folder: string, type: string): string | null => {
    const found = elementsOf(tree(relations)).find((relation) => attributeOf(relation, "Type")?.endsWith(`/${type}`));
    const target = attributeOf(found, "Target")?.replaceAll("\\", "/");
    if (!target) return null;
    return target.startsWith("/") ? target.slice(1) : folder + target.replace(/^\.\//, "");
  };
  const stated = related("_rels/.rels", "", "officeDocument");
  const main =
    stated !== null && stored.has(stated.toLowerCase()) ? stated : [...stored.keys()].find((name) => MAIN.test(name));
  const document = main === undefined ? null : read(main);
  if (main === undefined || document === null) throw noMainPart();
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const relations = `${folder}_rels/${main.slice(folder.length)}.rels`;
  const part = (type: string) => tree(related(relations, folder, type) ?? `${folder}${type}.xml`);
  return { document, styles: part("styles"), numbering: part("numbering"), properties: read("docProps/core.xml") };
}

function noMainPart(): UnreadableDocumentError {
  return new UnreadableDocumentError("damaged", {
    zh: "docx 缺少正文部分 word/document.xml，文件已损坏",
    en: "word/document.xml is missing from the docx: the file is damaged",
  });
}
