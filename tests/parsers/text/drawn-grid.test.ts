/** Tables drawn with characters. */
import { outlineOf } from "./read.js";

test("a grid of + - | gives a row between borders, whose cells may take several lines", async () => {
  const text = [
    "+--------+----+----+",
    "| 行政许 | 12 | 3  |",
    "| 可     |    |    |",
    "+--------+----+----+",
    "| 总计   | 12 | 3  |",
    "+--------+----+----+",
  ];
  expect(await outlineOf(text.join("\n"))).toEqual([
    [
      ["行政许\n可", "12", "3"],
      ["总计", "12", "3"],
    ],
  ]);
});

test("a grid of box-drawing characters is the same, and an empty cell stays empty", async () => {
  const text = [
    "┌──────┬────┬────┐",
    "│ 规章 │    │ 3  │",
    "├──────┼────┼────┤",
    "│ 总计 │ 12 │ 3  │",
    "└──────┴────┴────┘",
  ];
  expect(await outlineOf(text.join("\n"))).toEqual([
    [
      ["规章", "", "3"],
      ["总计", "12", "3"],
    ],
  ]);
});

test("without borders between the rows each line with values is a row", async () => {
  const text = ["+------+----+", "| 事项 | 数 |", "+------+----+", "| 甲   | 1  |", "| 乙   | 2  |", "+------+----+"];
  expect(await outlineOf(text.join("\n"))).toEqual([
    [
      ["事项", "数"],
      ["甲", "1"],
      ["乙", "2"],
    ],
  ]);
});

test("a border beside a merged cell divides the rows, and the merged text is kept", async () => {
  const text = [
    "+------+--------+---+",
    "|      | 甲     | 1 |",
    "| 办理 +--------+---+",
    "|      | 乙     | 2 |",
    "+------+--------+---+",
  ];
  const [rows] = await outlineOf(text.join("\n"));
  expect((rows as string[][]).map((row) => row.filter((cell) => cell !== ""))).toEqual([
    ["甲", "1"],
    ["办理", "乙", "2"],
  ]);
});
