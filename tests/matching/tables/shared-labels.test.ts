/** Labels that several forms share say little of which form a document prints. */
import { matchTables } from "../../../src/matching/tables/index.js";
import { FORMS } from "../../../src/forms/index.js";
import { documentOf } from "../../support/document.js";

test("where no value could be told, the form is the one whose labels the text prints", () => {
  const { rows } = FORMS["2014"].tables[0]!.blocks[0]!;
  const lines = rows.map(({ label, heading }, i) => (heading ? label : `${label},件,${i}`));
  const { form, cells, diagnoses } = matchTables(documentOf(["某局2016年政府信息公开工作年度报告", ...lines]));
  expect(form).toBe("2014");
  expect(cells).toEqual({});
  expect(diagnoses).toContainEqual(expect.objectContaining({ code: "table-missing", indicator: "statistics" }));
});
