/**
 * Encrypted PDFs: what opens without a password is read, what needs one is refused by name. The fixtures are made by
 * scripts/make-encrypted-pdfs.mjs.
 */
import { readFileSync } from "node:fs";
import { parseReport } from "../../../src/index.js";

const fixture = (name: string) => readFileSync(`tests/fixtures/encrypted-${name}.pdf`);

test.each(["rc4", "aes"])("a PDF that an empty password opens is read: %s", async (method) => {
  const report = await parseReport(fixture(`${method}-open`));
  if (report.form !== "2021") throw new Error(report.form ?? "no form");
  expect([report.body, report.year]).toEqual(["松屏县档案馆", 2024]);
  expect(report.proactiveDisclosure.normativeDocuments).toEqual({ issued: 3, repealed: 1, inForce: 24 });
  expect(report.sections[0]?.text).toContain("全年培训业务人员两次，未发生泄密事件。");
});

test.each(["rc4", "aes"])("a PDF that needs a password is refused as encrypted: %s", async (method) => {
  await expect(parseReport(fixture(`${method}-locked`))).rejects.toMatchObject({
    name: "UnreadableDocumentError",
    code: "encrypted",
  });
});
