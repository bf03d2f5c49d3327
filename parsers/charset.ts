/**
 * Bytes of a text in; the text out. The charset is told by the byte order mark, else by what the bytes can validly be,
 * and only then by what the document declares: archived pages declare the wrong one often.
 */

/** How text was decoded. */
export interface DecodedText {
  readonly text: string;
  /** WHATWG name of the charset, e.g. "utf-8", "gb18030". */
  readonly charset: string;
}

/** Bytes at the beginning in which a declaration is looked for. */
const DECLARATION_REACH = 4_096;
const DECLARED = /(?:charset|encoding)\s*=[\s"']*([\w.:-]+)/i;
/** Bytes that are looked at to tell UTF-16 without a mark. */
const UTF16_SAMPLE = 4_000;
/** Bytes that charsets are compared by. */
const RANKING_SAMPLE = 60_000;

/** Names that pages use and the Encoding Standard does not know, or knows too narrowly. */
const ALIASES: Readonly<Record<string, string>> = {
  gb2312: "gb18030",
  gbk: "gb18030",
  "gb_2312-80": "gb18030",
  "x-gbk": "gb18030",
  cp936: "gb18030",
  ms936: "gb18030",
  "big5-hkscs": "big5",
  cp950: "big5",
  utf8: "utf-8",
  unicode: "utf-16le",
};

export interface DecodeOptions {
  /** The charset that something outside the bytes states, e.g. a MIME header. */
  readonly declared?: string | undefined;
  /** True for the beginning of a longer text: it may end inside a character. */
  readonly partial?: boolean;
}

/** Decodes text. */
export function decodeText(bytes: Uint8Array, { declared, partial = false }: DecodeOptions = {}): DecodedText {
  const mark = markedCharset(bytes) ?? unmarkedUtf16(bytes);
  if (mark) return decoded(bytes, mark);
  const utf8 = decodedUtf8(bytes, partial);
  if (utf8 !== null) return { text: utf8, charset: "utf-8" };
  const candidates = [declared, declaredIn(bytes), "gb18030", "big5"].flatMap((name) => known(name) ?? []);
  const distinct = [...new Set(candidates)].filter((charset) => charset !== "utf-8");
  const sample = bytes.subarray(0, RANKING_SAMPLE);
  const ranked = distinct.map((charset) => ({ charset, damage: damage(decoded(sample, charset).text) }));
  return decoded(bytes, ranked.sort((a, b) => a.damage - b.damage)[0]!.charset);
}

function decoded(bytes: Uint8Array, charset: string): DecodedText {
  return { text: new TextDecoder(charset).decode(bytes), charset };
}

/** The text, or null for what isn't UTF-8. A few bad bytes in a long UTF-8 page are damage, not another charset. */
function decodedUtf8(bytes: Uint8Array, partial: boolean): string | null {
  try {
    // In pieces, of which this is the only one: Node decodes them twice as fast as a whole.
    const decoder = new TextDecoder("utf-8", { fatal: true });
    const text = decoder.decode(bytes, { stream: true });
    return partial ? text : text + decoder.decode();
  } catch {
    const sample = new TextDecoder("utf-8").decode(bytes.subarray(0, RANKING_SAMPLE), { stream: true });
    const bad = sample.split("\ufffd").length - 1;
    const han = sample.match(/\p{Script=Han}/gu)?.length ?? 0;
    return han > 20 && bad * 100 < han ? new TextDecoder("utf-8").decode(bytes) : null;
  }
}

function known(name: string | undefined): string | null {
  if (name === undefined) return null;
  const charset = ALIASES[name.toLowerCase()] ?? name.toLowerCase();
  try {
    return new TextDecoder(charset).encoding;
  } catch {
    // A page may declare anything; what no decoder knows is as good as undeclared.
    return null;
  }
}

function markedCharset(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

/** Markup and digits put a zero byte into every second place of UTF-16; no other text has any. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, UTF16_SAMPLE);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < sample.length; i++) {
    if (sample[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  const few = sample.length / 50;
  // The other places have a few as well: 一 is U+4E00, 开 is U+5F00.
  if (odd > few && odd > 2 * even) return "utf-16le";
  return even > few && even > 2 * odd ? "utf-16be" : null;
}

function declaredIn(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, DECLARATION_REACH));
  return DECLARED.exec(head)?.[1];
}

/** Characters that ordinary Chinese text has: a wrong charset gives few of these and many rare ones. */
const ORDINARY =
  /[的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据處關報開請無產業構務總計結轉辦個數審規許強發廢現訴訟項條類護權內屬應府信息申處]/g;

/** Share of the text that is replacement, private or rare: the lower the likelier. */
function damage(text: string): number {
  const sample = text.slice(0, 20_000);
  const bad = (sample.match(/[\ufffd\ue000-\uf8ff]/g)?.length ?? 0) * 20;
  const foreign = sample.match(/[^\x00-\x7f]/g)?.length ?? 0;
  const ordinary = sample.match(ORDINARY)?.length ?? 0;
  return foreign === 0 ? 0 : (bad + foreign - ordinary) / foreign;
}
