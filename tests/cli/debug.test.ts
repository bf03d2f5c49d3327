/** `nianbao debug` as a user runs it. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pageOverlay } from "../../src/cli/page-overlay.js";
import { inspectPdfPage } from "../../parsers/pdf/index.js";
import { nianbao } from "../support/cli.js";
import { parseReport } from "../../src/index.js";
import { layoutPages } from "../support/pdf-layout.js";
import { reportBlocks, reportValues } from "../support/pdf-report.js";
import { line, pdf, text, transformed } from "../support/pdf-writer.js";

const SAMPLE = "samples/lanchuan-water-2024.pdf";

test("the picture shows rulings, cells and the indicator of each value", async () => {
  const folder = await mkdtemp(join(tmpdir(), "nianbao-debug-"));
  try {
    const out = join(folder, "page.svg");
    const { code, stdout, stderr } = await nianbao(["debug", SAMPLE, "--page", "2", "--out", out]);
    expect([code, stdout, stderr]).toEqual([0, "", ""]);
    const svg = await readFile(out, "utf8");
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="/);
    expect(svg).toContain("第 2 页：");
    expect(svg).toContain('stroke="#d00000"');
    expect(svg).toContain("<title>requests.outcomes.granted.naturalPerson\n");
    expect(svg).toContain("→ 9 件</title>");
  } finally {
    await rm(folder, { recursive: true });
  }
});

test.each([0, 90, 180])(
  "the picture of a page whose text is turned by %i degrees shows its indicators",
  async (angle) => {
    const [width, height] = angle === 90 ? [842, 595] : [595, 842];
    const matrices = { 0: [1, 0, 0, 1, 0, 0], 90: [0, 1, -1, 0, 842, 0], 180: [-1, 0, 0, -1, 595, 842] };
    const pages = layoutPages(reportBlocks(reportValues())).map(({ draw }) => ({
      ...{ width, height },
      draw: [() => transformed(matrices[angle as keyof typeof matrices], draw)(842)],
    }));
    const bytes = pdf(pages);
    const [inspection, report] = [await inspectPdfPage(bytes, 1), await parseReport(bytes)];
    expect(pageOverlay(inspection, report, "en")).toContain("<title>proactiveDisclosure.normativeDocuments.inForce\n");
  },
);

test("the name of an indicator in a narrow column stands clear of its number", async () => {
  const bytes = await readFile(SAMPLE);
  const inspection = await inspectPdfPage(bytes, 1);
  const svg = pageOverlay(inspection, await parseReport(bytes), "zh");
  const [, x, y, size] = /<text x="([\d.]+)" y="([\d.]+)" font-size="([\d.]+)"[^>]*>法律服务机构</
    .exec(svg)!
    .map(Number);
  const end = x! + 6 * size!;
  const covered = inspection.page.glyphs.filter(
    ({ box: [left, top, right, bottom] }) =>
      left < end && right > x! && top < y! - size! / 2 && bottom > y! - size! / 2,
  );
  expect(covered).toEqual([]);
});

test("without --out the picture goes to stdout, in English with --lang en", async () => {
  const { code, stdout } = await nianbao(["debug", SAMPLE, "--lang", "en"]);
  expect(code).toBe(0);
  expect(stdout).toContain("page 1: ");
});

test.each([
  [["debug", SAMPLE, "--page", "99"], 1, `${SAMPLE}: no-such-page: 没有第 99 页（共 3 页）\n`],
  [
    ["debug", "samples/lanchuan-water-2024.txt"],
    1,
    "samples/lanchuan-water-2024.txt: no-pages: 只有 PDF 有可以画出的页面\n",
  ],
  [
    ["debug", SAMPLE, "--page", "0"],
    2,
    "错误：选项“--page <n>”的取值“0”不对，应为从 1 开始的页码；用 --help 查看用法\n",
  ],
])("%j ends with %i and one line", async (args, code, stderr) => {
  expect(await nianbao(args)).toEqual({ code, stdout: "", stderr });
});

test("text of the document can't add elements or attributes to the picture", async () => {
  const words = '</text><script>alert("1")</script>&amp;';
  const bytes = pdf([{ draw: [text(70, 100, words), ...[90, 110].map((y) => line(70, y, 300, y))] }]);
  const svg = pageOverlay(await inspectPdfPage(bytes, 1), null, "zh");
  expect(svg).not.toContain("<script");
  expect(
    svg
      .match(/<tspan[^>]*>[^<]*<\/tspan>/g)!
      .map((span) => span.replace(/<[^>]*>/g, ""))
      .join(""),
  ).toBe("&lt;/text&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;amp;");
});

test("nor what is said of an indicator, in the title of its cell", async () => {
  const [bytes, page] = [new Uint8Array(await readFile(SAMPLE)), 2];
  const id = "requests.outcomes.granted.naturalPerson";
  const words = `</title></rect><script>alert("1")</script>&amp;\u001b[31m\u0000\ud800`;
  const report = await parseReport(bytes);
  const cell = { ...report.cells[id]!, raw: words };
  const diagnostics = [
    { code: "cell-unreadable", severity: "error" as const, message: `diagnostic ${words}`, indicator: id },
  ];
  const findings = [{ rule: "sum", severity: "error" as const, message: `finding ${words}`, indicators: [id] }];
  const changed = { ...report, cells: { ...report.cells, [id]: cell }, diagnostics, findings };
  const svg = pageOverlay(await inspectPdfPage(bytes, page), changed as typeof report, "zh");
  expect(svg).not.toMatch(/<script|[\u0000-\u0008\u000b-\u001f]|\p{Surrogate}/u);
  const title = new RegExp(`<title>${id}[^<]*</title>`).exec(svg)![0];
  const escaped =
    "&lt;/title&gt;&lt;/rect&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;amp;\ufffd[31m\ufffd\ufffd";
  expect(title).toContain(`finding ${escaped}\n`);
  expect(title).toContain(`diagnostic ${escaped}</title>`);
});

test("a finding on a group of rows tints the totals of its rows", async () => {
  const bytes = await readFile(SAMPLE);
  const finding = {
    rule: "r",
    severity: "error" as const,
    message: "m",
    indicators: ["requests.outcomes.unavailable"],
  };
  const report = { ...(await parseReport(bytes)), findings: [finding] };
  const svg = pageOverlay(await inspectPdfPage(bytes, 2), report, "zh");
  expect(svg.match(/<title>requests\.outcomes\.unavailable\.\w+\.total\n[^<]*\nm<\/title>/g)).toHaveLength(3);
});

test("an English picture names indicators and units in English", async () => {
  const bytes = await readFile(SAMPLE);
  const svg = pageOverlay(await inspectPdfPage(bytes, 2), await parseReport(bytes, { lang: "en" }), "en");
  expect(svg).toContain("outcomes / granted / natural persons\n&quot;9&quot; → 9 items</title>");
  expect(svg).toMatch(/<text [^>]*>natural persons<\/text>/);
});
