/** Text with signs around what is raised. */
import { asRaised, withoutSigns } from "../../parsers/raised.js";

test.each([
  [`22${asRaised("1")}`, "22[1]"],
  [`２２${asRaised("１")}`, "２２[１]"],
  [`${asRaised("1")}22`, "1^22"],
  [`${asRaised("１")}２`, "１^２"],
  [`5m${asRaised("2")}`, "5m2"],
  [asRaised("2") + asRaised("1"), "21"],
])("raised text is read as a mark, or stays apart: %s", (signed, printed) => {
  expect(withoutSigns(signed)).toBe(printed);
});
