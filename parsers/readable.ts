/**
 * The text of a glyph as its font's character map has it in; the characters that a reader sees out. Many fonts map to
 * radicals and presentation forms that look like the ordinary character and are another one: ⼈⺠ for 人民.
 */

/**
 * The CJK radicals supplement, which no normal form covers: Equivalent_Unified_Ideograph of Unicode, and for a component
 * that is no character of its own the character that it stands for. The last two are Kangxi radicals whose normal form is
 * the traditional shape, which no font draws that a simplified text is set in.
 */
const ORDINARY: Readonly<Record<string, string>> = Object.fromEntries(
  [
    "⺁厂 ⺂乛 ⺃乚 ⺄乙 ⺅亻 ⺆冂 ⺈刀 ⺉刂 ⺊卜 ⺋㔾 ⺌小 ⺍小 ⺎兀 ⺏尣 ⺐尢 ⺒巳 ⺓幺 ⺔彑 ⺕彐 ⺖忄 ⺗㣺 ⺘扌 ⺙攵 ⺛旡 ⺝月 ⺞歺 ⺟母",
    "⺠民 ⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺫罒 ⺬示 ⺭礻 ⺯糹 ⺰纟 ⺱罓 ⺲罒 ⺳㓁 ⺵罓 ⺶羊 ⺹耂 ⺺肀 ⺼月 ⺽臼 ⺾艹 ⺿艹",
    "⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻈讠 ⻉贝 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏阝 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻟飠",
    "⻠饣 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⻳龟",
    "⺇几 ⺑尢 ⺜日 ⺪疋 ⺮竹 ⺴网 ⺷羊 ⺸羊 ⺻聿 ⻇角 ⻊足 ⻕阜 ⻞食 ⻡首",
    "⼾户 ⾭青",
  ]
    .join(" ")
    .split(" ")
    .map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);

/**
 * Kangxi radicals, compatibility ideographs, vertical presentation forms, Latin ligatures. Widths, circled
 * numbers and fractions keep what they are: ① is a mark, not the number 1.
 */
const LOOKALIKE = /[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06\ufe10-\ufe19\ufe30-\ufe4f]|[\u{2f800}-\u{2fa1f}]/u;
const LOOKALIKES = new RegExp(LOOKALIKE, "gu");

/** Most characters that come one by one. */
const isOrdinary = (code: number) => code < 0x2e80 || (code >= 0x3000 && code < 0xd800);

/** Replaces every look-alike by its ordinary character. */
export function readable(text: string): string {
  if ((text.length === 1 && isOrdinary(text.charCodeAt(0))) || !LOOKALIKE.test(text)) return text;
  return text.replace(LOOKALIKES, (character) => ORDINARY[character] ?? character.normalize("NFKC"));
}
