/** The versions that reports carry: of the product (a test holds it equal to package.json's) and of the model. */
export const VERSION = "0.1.0";

/** Name and version of the model, in every report. */
export const REPORT_SCHEMA = "nianbao/report/1";
