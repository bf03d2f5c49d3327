/** Texts that are the same words become the same text. */
import { compact, isTraditional, plain, simplified } from "../../src/matching/normalize.js";

test.each([
  ["full widths", "２０２４年（一）：３，０００", "2024年(一):3,000"],
  ["Kangxi radicals and radicals of the supplement", "⼈⺠政府⻓官⻘年", "人民政府长官青年"],
  ["compatibility ideographs", "\uf9d1律", "六律"],
  ["invisible characters", "公\u200b开\ufeff情\u00ad况", "公开情况"],
  ["pinyin behind a character", "制發(fā)件數(shù)", "制发件数"],
  ["brackets that hold something else", "规范性文件(abc1)(文)", "规范性文件(abc1)(文)"],
  ["traditional characters", "行政復議、行政訴訟情況", "行政复议、行政诉讼情况"],
  ["words of mirrors", "規範性檔案、政府資訊", "规范性文件、政府信息"],
  ["simplified text that shares characters with traditional", "后面的里程干部", "后面的里程干部"],
  ["ASCII", "1,268.50 (a)", "1,268.50 (a)"],
])("%s", (_, text, expected) => {
  expect(plain(text)).toBe(expected);
});

test("plain text keeps spaces and lines, compact text has none", () => {
  expect(plain("总 计\n１　２")).toBe("总 计\n1 2");
  expect(compact("总 计\n１　２")).toBe("总计12");
});

test("text without traditional characters is returned as it is, so that no dictionary is built for it", () => {
  const text = "政府信息公开的覆盖面、答复、面向干部、里程、后续、准予、制度、系统、征集";
  expect([isTraditional(text), simplified(text)]).toEqual([false, text]);
  expect(isTraditional("政府信息公開")).toBe(true);
});
