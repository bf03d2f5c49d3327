/** Archives of reports that claim more than they hold. */
import { openZip } from "../../src/importer/zip.js";
import { rawZip } from "../support/raw-zip.js";

const report = new TextEncoder().encode("年度报告");
const refusal = (bytes: Uint8Array) =>
  openZip(bytes).then(
    (zip) => [...zip.entries.keys()],
    (error: Error) => error.message,
  );

test("entries side by side are listed", async () => {
  expect(
    await refusal(
      rawZip([
        { name: "a", content: report },
        { name: "b", content: report },
      ]),
    ),
  ).toEqual(["a", "b"]);
});

test("entries that share their bytes are refused", async () => {
  const zip = rawZip([
    { name: "a", content: report },
    { name: "b", content: report, overlaps: true },
  ]);
  expect(await refusal(zip)).toContain("the zip archive is damaged");
});

test("more entries than any archive of reports has are refused before one is read", async () => {
  const zip = rawZip([{ name: "a", content: report }], { count: 200_001, zip64: true });
  expect(await refusal(zip)).toContain("more than 200000 entries in the zip archive (200001)");
});

test("a name that leads out of the archive is only a name", async () => {
  const names = ["../../etc/passwd", "/absolute", "C:/x"];
  const zip = rawZip(names.map((name) => ({ name, content: report })));
  const result = await refusal(zip);
  expect(Array.isArray(result) ? result : []).toEqual(names);
});
