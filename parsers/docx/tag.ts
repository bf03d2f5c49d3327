/**
 * The text of an open tag in; its name under the usual prefix, whatever the part's own is, and its attributes out. The
 * same few tags make up most of a part: each is read once.
 */
import { decodedXml, type XmlElement } from "../xml.js";

/** Namespace → usual prefix, in the transitional and the strict form of the standard. */
const PREFIXES: Readonly<Record<string, string>> = {
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
  "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
  "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
  "http://purl.oclc.org/ooxml/officeDocument/math": "m",
  "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
  "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic",
  "http://purl.oclc.org/ooxml/drawingml/picture": "pic",
  "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
  "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
  "urn:schemas-microsoft-com:vml": "v",
};

export interface OpenTag extends Pick<XmlElement, "name" | "attributes"> {
  readonly kind: "open";
  /** With the usual prefix, e.g. "w:p". */
  readonly name: string;
  /** As written, as the close tag has it. */
  readonly raw: string;
  /** The close tag as programs write it. */
  readonly close: string;
  /** True for <x/>: no close tag follows. */
  readonly empty: boolean;
  /** True where it may declare a prefix, so that names after it mean something else. */
  readonly declares: boolean;
}

export interface Tags {
  /** A tag that was read before. */
  readonly known: (source: string) => OpenTag | undefined;
  readonly read: (source: string, root: boolean) => OpenTag;
}

/** Distinct tags that are kept: a tag with a number of its own never comes again. */
const MOST_TAGS = 1_000;

/** Reads the tags of one part, in order: it learns the part's own prefixes from them. */
export function tagsOfPart(): Tags {
  const nameOf = usualNames();
  const known = new Map<string, OpenTag>();
  const read = (source: string, root: boolean): OpenTag => {
    const declares = source.includes("xmlns");
    if (declares || known.size >= MOST_TAGS) known.clear();
    const raw = /^<([^\s/>]+)/.exec(source)?.[1] ?? "";
    const name = nameOf(raw, declares ? source : "", root);
    const tag = withAttributes(
      { kind: "open", raw, name, close: `</${raw}>`, empty: source.endsWith("/>"), declares },
      source,
    );
    if (!declares) known.set(source, tag);
    return tag;
  };
  return { known: (source) => known.get(source), read };
}

/** Attributes are read when they are first asked for: most never are. */
function withAttributes(tag: Omit<OpenTag, "attributes">, source: string): OpenTag {
  let attributes: Readonly<Record<string, string>> | undefined;
  return {
    ...tag,
    get attributes() {
      return (attributes ??= attributesOf(source));
    },
  };
}

/** A function that gives a tag's name under the usual prefix; it learns prefixes from tags that declare some. */
function usualNames(): (raw: string, declaring: string, root: boolean) => string {
  const usual = new Map<string, string>();
  const names = new Map<string, string>();
  return (raw, declaring, root) => {
    for (const [, prefix = "", , uri] of declaring.matchAll(/\sxmlns(?::([\w.-]+))?\s*=\s*(["'])(.*?)\2/g)) {
      const name = PREFIXES[uri!];
      // A default namespace of an inner element would be mistaken for the part's.
      if (name === undefined || (prefix === "" && !root)) continue;
      usual.set(prefix, name);
      names.clear();
    }
    let name = names.get(raw);
    if (name === undefined) {
      const colon = raw.indexOf(":");
      const prefix = usual.get(raw.slice(0, Math.max(0, colon)));
      names.set(raw, (name = prefix === undefined ? raw : `${prefix}:${raw.slice(colon + 1)}`));
    }
    return name;
  };
}

function attributesOf(tag: string): Record<string, string> {
  const found = tag.matchAll(/\s([^\s=<>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  return Object.fromEntries(Array.from(found, ([, name, a, b]) => [name!, decodedXml(a ?? b ?? "")]));
}
