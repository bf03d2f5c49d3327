/**
 * The container of an OFD (GB/T 33190-2016, chapter 7) in; the parts that its pages are made of out. Signatures, seals,
 * annotations and attachments are left alone.
 */
import { UnreadableDocumentError } from "../errors.js";
import { checkLimit, type Limits } from "../limits.js";
import {
  attributeOf,
  childOf,
  damagedPart,
  descendantsOf,
  elementsOf,
  readXmlPart,
  textOf,
  type XmlElement,
} from "../xml.js";
import { openZip, type Zip } from "../zip.js";

export interface Resources {
  /** Settings that objects refer to by number. */
  readonly drawParams: ReadonlyMap<string, XmlElement>;
  /** Drawings that objects repeat by number. */
  readonly composites: ReadonlyMap<string, XmlElement>;
}

export interface PageParts {
  /** Left, top, width, height, millimetres. */
  readonly box: string | undefined;
  /** The page and the templates that it is printed on, from the lowest. */
  readonly contents: readonly XmlElement[];
  readonly resources: Resources;
}

export interface Package {
  readonly title: string | null;
  /** Each is read when it is called: the trees of all pages at once could take any memory. */
  readonly pages: readonly (() => PageParts)[];
}

/** Reads XML parts by a location that another part states. */
interface Parts {
  readonly at: (location: string | undefined, base: string) => { root: XmlElement; folder: string } | null;
  readonly limits: Limits;
}

/** @throws UnreadableDocumentError "encrypted", "damaged", "limit-exceeded" */
export function readPackage(bytes: Uint8Array, limits: Limits): Package {
  const zip = openZip(bytes, limits);
  if (zip.names.some((name) => /(?:^|\/)Encryptions?\.xml$|(?:^|\/)Encrypts?\//i.test(name))) {
    throw new UnreadableDocumentError("encrypted", {
      zh: "OFD 文件已加密，需要密码或证书",
      en: "the OFD is encrypted and needs a password or a certificate",
    });
  }
  const parts = partsOf(zip, limits);
  const main = parts.at("OFD.xml", "");
  if (!main) throw damagedPart("OFD.xml");
  const bodies = elementsOf(main.root, "DocBody");
  const pages = bodies.flatMap((body) => readDocument(textOf(childOf(body, "DocRoot")), parts));
  if (pages.length === 0) throw damagedPart("Document.xml");
  const title = textOf(descendantsOf(bodies[0], "Title")[0]).trim();
  return { title: title === "" ? null : title, pages };
}

function partsOf(zip: Zip, limits: Limits): Parts {
  const entries = new Map(zip.names.map((name) => [normalized(name), name]));
  return {
    limits,
    at(location, base) {
      const path = normalized(location?.trim().startsWith("/") ? location : `${base}/${location?.trim() ?? ""}`);
      const name = entries.get(path);
      const root = name === undefined ? null : readXmlPart(zip, name, limits);
      return root && { root, folder: path.slice(0, path.lastIndexOf("/") + 1) };
    },
  };
}

/** One spelling of a path: without "." and "..", in small letters, with slashes. */
function normalized(path: string): string {
  const out: string[] = [];
  for (const step of path.trim().replaceAll("\\", "/").toLowerCase().split("/")) {
    if (step === "..") out.pop();
    else if (step !== "" && step !== ".") out.push(step);
  }
  return out.join("/");
}

function readDocument(location: string, parts: Parts): (() => PageParts)[] {
  const document = parts.at(location, "");
  if (!document) throw damagedPart(location || "Document.xml");
  const { root, folder } = document;
  const common = childOf(root, "CommonData");
  const shared = ["PublicRes", "DocumentRes"]
    .flatMap((name) => elementsOf(common, name))
    .flatMap((element) => parts.at(textOf(element), folder)?.root ?? []);
  const templates = new Map(
    elementsOf(common, "TemplatePage").map((template) => [
      attributeOf(template, "ID") ?? "",
      parts.at(attributeOf(template, "BaseLoc"), folder)?.root,
    ]),
  );
  const pages = elementsOf(childOf(root, "Pages"), "Page");
  checkLimit(parts.limits, "pages", pages.length);
  return pages.map((page) => () => {
    const location = attributeOf(page, "BaseLoc") ?? "";
    const content = parts.at(location, folder);
    if (!content) throw damagedPart(location || "Content.xml");
    const own = elementsOf(content.root, "PageRes").flatMap((one) => parts.at(textOf(one), content.folder)?.root ?? []);
    const printedOn = elementsOf(content.root, "Template").map((template) => ({
      isOver: attributeOf(template, "ZOrder") === "Foreground",
      roots: [templates.get(attributeOf(template, "TemplateID") ?? "") ?? []].flat(),
    }));
    const roots = (over: boolean) => printedOn.flatMap(({ isOver, roots: own }) => (isOver === over ? own : []));
    const [behind, over] = [roots(false), roots(true)];
    const area = [content.root, ...behind, ...over].map((one) => childOf(one, "Area")).find((one) => one !== undefined);
    return {
      box: boxOf(area) ?? boxOf(childOf(common, "PageArea")),
      contents: [...behind, content.root, ...over],
      resources: resourcesOf([...shared, ...own]),
    };
  });
}

function boxOf(area: XmlElement | undefined): string | undefined {
  const box = childOf(area, "PhysicalBox");
  return box && textOf(box);
}

function resourcesOf(roots: readonly XmlElement[]): Resources {
  const byId = (group: string, name: string) =>
    new Map(
      roots
        .flatMap((root) => elementsOf(root, group))
        .flatMap((list) => elementsOf(list, name))
        .map((element) => [attributeOf(element, "ID") ?? "", element]),
    );
  return {
    drawParams: byId("DrawParams", "DrawParam"),
    composites: byId("CompositeGraphicUnits", "CompositeGraphicUnit"),
  };
}
