/**
 * What every format adapter must do alike. A format joins with one call and its writer of case documents; what it can't
 * do is skipped by name with the reason, and a skip of an unknown name fails.
 */
import { gridOf, open, rowsOf, type Block, type Format, type SourceDocument, type Table } from "../../parsers/index.js";
import type { CaseBlock, CaseTable, CaseWriter } from "../support/case-document.js";

export interface AdapterUnderTest {
  readonly format: Format;
  readonly write: CaseWriter;
  /** Names of cases, and why the format can't have them. */
  readonly skip?: Partial<Record<CaseName, string>>;
}

type Read = (...blocks: CaseBlock[]) => Promise<SourceDocument>;
type Case = (read: Read) => Promise<void>;

/** Prose around the tables, so that no reader takes the page for a bare form or for a scan. */
const BEFORE = "本年度全局主动公开工作有序推进，现将各项数据列表如下，供社会各界查询和监督。";
const AFTER = "以上数据均以当年十二月三十一日为截止日期，由办公室汇总并负责解释说明。";

const table = (...rows: CaseTable["rows"]): CaseTable => ({ rows });
const tablesOf = (document: SourceDocument): Table[] => document.blocks.filter((block) => block.kind === "table");
const bare = (text: string) => text.replace(/\s+/g, "");
/** The texts row by row, without line breaks and spaces. */
const textsOf = (table: Table) => rowsOf(table).map((row) => row.map(({ text }) => bare(text)));
const gridTexts = (table: Table) => gridOf(table).map((row) => row.map((cell) => (cell ? bare(cell.text) : null)));
const outline = (blocks: readonly Block[]) =>
  blocks.map((block) => (block.kind === "paragraph" ? bare(block.text) : textsOf(block)));

const plain = table(["项目", "件数", "备注"], ["规章", "3", "现行"], ["规范性文件", "12", "有效"]);

const CASES = {
  "a cell that spans columns covers their positions": async (read) => {
    const [found] = tablesOf(
      await read(
        BEFORE,
        table([{ text: "申请人情况", colSpan: 2 }, "总计"], ["自然人", "法人", "合计"], ["4", "5", "9"]),
        AFTER,
      ),
    );
    expect(gridTexts(found!)).toEqual([
      ["申请人情况", "申请人情况", "总计"],
      ["自然人", "法人", "合计"],
      ["4", "5", "9"],
    ]);
  },
  "a cell that spans rows covers their positions": async (read) => {
    const [found] = tablesOf(
      await read(
        BEFORE,
        table([{ text: "不予公开", rowSpan: 2 }, "国家秘密", "1"], ["危及安全", "2"], ["总计", "合计", "3"]),
        AFTER,
      ),
    );
    expect(gridTexts(found!)).toEqual([
      ["不予公开", "国家秘密", "1"],
      ["不予公开", "危及安全", "2"],
      ["总计", "合计", "3"],
    ]);
  },
  "a cell that spans rows and columns covers all its positions": async (read) => {
    const [found] = tablesOf(
      await read(
        BEFORE,
        table(["甲", "乙", "丙"], [{ text: "合并", colSpan: 2, rowSpan: 2 }, "1"], ["2"], ["丁", "戊", "3"]),
        AFTER,
      ),
    );
    expect(gridTexts(found!)).toEqual([
      ["甲", "乙", "丙"],
      ["合并", "合并", "1"],
      ["合并", "合并", "2"],
      ["丁", "戊", "3"],
    ]);
  },
  "a blank cell, a dash and a zero stay three things": async (read) => {
    const [found] = tablesOf(
      await read(
        BEFORE,
        table(["项目", "制发", "废止", "现行"], ["规章", "", "0", "-"], ["文件", "6", "", "0"]),
        AFTER,
      ),
    );
    expect(textsOf(found!)).toEqual([
      ["项目", "制发", "废止", "现行"],
      ["规章", "", "0", "-"],
      ["文件", "6", "", "0"],
    ]);
  },
  "a position without a cell is not an empty cell": async (read) => {
    const [found] = tablesOf(
      await read(BEFORE, table(["项目", "制发", "废止"], ["规章", "7"], ["文件", "6", ""]), AFTER),
    );
    expect(rowsOf(found!).map((row) => row.length)).toEqual([3, 2, 3]);
  },
  "a line break inside a label leaves one cell": async (read) => {
    const [found] = tablesOf(
      await read(BEFORE, table(["信息\n内容", "本年新\n制作数量"], ["规章", "8"], ["规范性\n文件", "9"]), AFTER),
    );
    expect(textsOf(found!)).toEqual([
      ["信息内容", "本年新制作数量"],
      ["规章", "8"],
      ["规范性文件", "9"],
    ]);
  },
  "a note stays in the cell that holds it": async (read) => {
    const [found] = tablesOf(
      await read(BEFORE, table(["项目", "件数"], ["规范性文件", "22（其中修订 16 件）"], ["规章", "1"]), AFTER),
    );
    expect(textsOf(found!)[1]).toEqual(["规范性文件", "22（其中修订16件）"]);
  },
  "numbers stay as printed": async (read) => {
    const [found] = tablesOf(
      await read(
        BEFORE,
        table(["项目", "甲", "乙", "丙"], ["数值", "１２３", "1,234.50", "-5"], ["单位", "０", "+7", "３．５"]),
        AFTER,
      ),
    );
    expect(textsOf(found!).slice(1)).toEqual([
      ["数值", "１２３", "1,234.50", "-5"],
      ["单位", "０", "+7", "３．５"],
    ]);
  },
  "the cells of a table inside a cell are found": async (read) => {
    const document = await read(BEFORE, table(["栏目"], [{ text: "附表", table: plain }]), AFTER);
    expect(tablesOf(document).map(textsOf)).toContainEqual(plain.rows);
  },
  "two tables after each other stay two": async (read) => {
    const second = table(["维持", "纠正", "其他"], ["4", "5", "6"], ["7", "8", "9"]);
    expect(tablesOf(await read(BEFORE, plain, AFTER, second)).map(textsOf)).toEqual([plain.rows, second.rows]);
  },
  "paragraphs and tables come in reading order": async (read) => {
    const second = table(["维持", "纠正", "其他"], ["4", "5", "6"], ["7", "8", "9"]);
    const document = await read("一、总体情况", BEFORE, plain, "二、复议情况", second, AFTER);
    expect(outline(document.blocks)).toEqual(["一、总体情况", BEFORE, plain.rows, "二、复议情况", second.rows, AFTER]);
  },
  "every block and every cell has a place, no two cells the same": async (read) => {
    const document = await read("一、总体情况", BEFORE, plain, AFTER);
    const places = document.blocks.flatMap((block) =>
      block.kind === "table" ? block.cells.map(({ at }) => at) : [block.at],
    );
    for (const place of places) {
      expect(
        Object.values(place)
          .flat()
          .every((number) => Number.isFinite(number) && number >= 0),
      ).toBe(true);
    }
    expect(new Set(places.map((place) => JSON.stringify(place))).size).toBe(3 + 9);
  },
  "a marked heading is known as one": async (read) => {
    const document = await read({ text: "一、总体情况", heading: true }, BEFORE, AFTER);
    expect(document.blocks.map((block) => block.kind === "paragraph" && block.heading === true)).toEqual([
      true,
      false,
      false,
    ]);
  },
  "a clean document gives no problems": async (read) => {
    expect((await read(BEFORE, plain, AFTER)).problems).toEqual([]);
  },
  "a document without text is refused": async (read) => {
    await expect(read()).rejects.toMatchObject({ name: "UnreadableDocumentError" });
  },
} satisfies Record<string, Case>;

export type CaseName = keyof typeof CASES;

/** Runs all cases on the adapter of a format. */
export function testAdapter({ format, write, skip = {} }: AdapterUnderTest): void {
  describe(`the ${format} adapter`, () => {
    const read: Read = async (...blocks) => open(await write(blocks));
    for (const [name, run] of Object.entries(CASES) as [CaseName, Case][]) {
      const reason = skip[name];
      if (reason === undefined) test(name, () => run(read));
      else test.skip(`${name} (skipped: ${reason})`, () => {});
    }
    test("documents are told to be of this format", async () => {
      expect((await read(BEFORE, plain, AFTER)).format).toBe(format);
    });
    test("only known cases are skipped", () => {
      expect(Object.keys(skip).filter((name) => !(name in CASES))).toEqual([]);
    });
  });
}
