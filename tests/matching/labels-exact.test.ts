// What is told quickly is what the whole search tells: labels word for word, with ordinals and notes.
import { FORMS } from "../../src/forms/index.js";
import { labelMatcher } from "../../src/matching/labels.js";

const tables = Object.values(FORMS).flatMap((form) => form.tables);
const rowsAndColumns = tables.flatMap(({ blocks }) => blocks.flatMap(({ rows, columns }) => [...rows, ...columns]));
const printed = [...new Set(rowsAndColumns.flatMap(({ label, variants = [] }) => [label, ...variants]))];
const asWritten = printed.flatMap((label) => [
  label,
  `1.${label}`,
  label.slice(1),
  ` ${label}：`,
  ...["注", "2023年", "上年", ""].map((note) => `${label}（${note}）`),
]);

test.each(tables.map((table, n) => [`${n} ${table.id}`, table] as const))(
  "the exact labels of table %s are those of all that are no misprints",
  (_, { blocks }) => {
    const matcher = labelMatcher(
      blocks.flatMap(({ rows }) => rows),
      (row) => row,
    );
    const other = labelMatcher(
      blocks.flatMap(({ rows }) => rows),
      (row) => row,
    );
    const exactOfAll = (text: string) => matcher.all(text).filter(({ quality }) => quality === "exact");
    for (const text of asWritten) expect([text, other.exact(text)]).toEqual([text, exactOfAll(text)]);
  },
);

test("the beginning of one label is no misprint of another", () => {
  const rows = FORMS["2021"].tables[0]!.blocks.flatMap((block) => block.rows);
  const { one } = labelMatcher(rows, (row) => row);
  expect(one("行政规范")).toBeNull();
  expect(one("行政规章")?.item.label).toBe("规章");
  expect(one("行政规范性文伴")?.item.label).toBe("行政规范性文件");
});
