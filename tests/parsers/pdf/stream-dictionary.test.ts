/** The entries of a stream's dictionary, as they are written and however deep others stand in it. */
import { entriesOf } from "../../../parsers/pdf/stream-dictionary.js";

test.each([
  ["/Length 3 0 R/Filter/FlateDecode>>", { Length: ["3", "0", "R"], Filter: ["/FlateDecode"] }],
  ["/F#69lter%\n[/A85 /Fl] >>", { Filter: ["[", "/A85", "/Fl", "]"] }],
  ["/DecodeParms << /Predictor 1 >> /A (>>) >>", { DecodeParms: ["<<", "/Predictor", "1", ">>"], A: ["("] }],
  ["/A ] /Filter /FlateDecode >>", { A: ["]"], Filter: ["/FlateDecode"] }],
  ["/A [ >> ] /B 1 >>", { A: ["[", ">>", "]"], B: ["1"] }],
  ["/A 1 /A 2 >> /A 3", { A: ["2"] }],
])("%s", (text, expected) => {
  expect(Object.fromEntries(entriesOf(` <<${text}\n`)!)).toEqual(expected);
});

test.each(["/Filter /FlateDecode >>", "1", "[ /A ]", "<< /A"])("no dictionary: %s", (text) => {
  expect(entriesOf(text)).toBeNull();
});
