/**
 * A sentence that names several things and then their numbers in; the same with each number behind its name out:
 * 予以公开、部分公开分别为16件、4件 becomes 予以公开16件,部分公开4件.
 */

const RESPECTIVELY = /的?(?:数量|件数)?(?:分别为|分别是|分别有)((?:\d{1,9}[件份宗例起条项次][、,和及]?){2,12})/g;
const LONGEST_LIST = 120;
/** Each name ends so: the numbers of other bodies and years are told one behind the other, too. */
const NAME = /^[^\d,:;()]{0,14}(?:公开|提供|处理|复议|诉讼|案件|维持|纠正|审结|结转|申请|办结|答复)的?$/;

export function withNumbersBehindNames(text: string): string {
  if (!text.includes("分别")) return text;
  let out = "";
  let read = 0;
  for (const { index, 0: match, 1: list } of text.matchAll(RESPECTIVELY)) {
    const amounts = list!.match(/\d{1,9}\D/g) ?? [];
    const before = text.slice(Math.max(read, index - LONGEST_LIST), index);
    const start = Math.max(...[",", ":", ";"].map((mark) => before.lastIndexOf(mark))) + 1;
    const names = namesIn(before.slice(start), amounts.length);
    if (!names) continue;
    const end = /[、,和及]$/.exec(list!)?.[0] ?? "";
    out +=
      text.slice(read, index - (before.length - start)) + names.map((name, i) => name + amounts[i]!).join(",") + end;
    read = index + match.length;
  }
  return out + text.slice(read);
}

/** As many names as there are numbers; the last may be joined by a word. Null for any other list. */
function namesIn(list: string, count: number): readonly string[] | null {
  const listed = list.split("、");
  const names = listed.length === count ? listed : [...listed.slice(0, -1), ...listed.at(-1)!.split(/以及|[和及与]/)];
  return names.length === count && names.every((name) => NAME.test(name)) ? names : null;
}
