/** What the package offers to others by name: a name that comes or goes is a change of the public interface. */
import * as parsers from "../parsers/index.js";
import * as library from "../src/index.js";

const names = (module: object) => Object.keys(module).sort();

test("the functions, errors and constants of nianbao", () => {
  expect(names(library).filter((name) => !/Schema$/.test(name))).toEqual([
    "DEFAULT_LIMITS",
    "FORMS",
    "NianbaoError",
    "NotAReportError",
    "REPORT_SCHEMA",
    "StoreError",
    "UnreadableDocumentError",
    "UnsupportedFormatError",
    "audit",
    "auditSeries",
    "exportReports",
    "importReports",
    "indicators",
    "openStore",
    "parseFile",
    "parseReport",
    "parseReports",
    "sectionIds",
    "unpackReport",
  ]);
});

test("the schemas of nianbao", () => {
  expect(names(library).filter((name) => /Schema$/.test(name))).toEqual([
    "cellSchema",
    "diagnosticSchema",
    "findingSchema",
    "locatorSchema",
    "metadataSchema",
    "report2014Schema",
    "report2019Schema",
    "report2021Schema",
    "reportJsonSchema",
    "reportSchema",
    "reportWithoutFormSchema",
    "sectionSchema",
    "severitySchema",
    "statementSchema",
  ]);
});

test("the functions, errors and constants of nianbao/parsers", () => {
  expect(names(parsers)).toEqual([
    "DEFAULT_LIMITS",
    "NianbaoError",
    "NotAReportError",
    "UnreadableDocumentError",
    "UnsupportedFormatError",
    "detectFormat",
    "gridOf",
    "open",
    "rowsOf",
    "tableOf",
  ]);
});
