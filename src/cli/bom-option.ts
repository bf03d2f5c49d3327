/** `--bom` of the commands that print CSV: what begins the CSV out. */
import { Option } from "commander";
import type { Translate } from "./language.js";

export interface BomFlag {
  readonly bom?: boolean;
}

/** For files that Excel or WPS are to open: without the mark they take UTF-8 for the system's charset. */
export const bomOption = (t: Translate) =>
  new Option(
    "--bom",
    t("csv 以 BOM 开头，便于 Excel、WPS 打开", "CSV begins with a byte order mark, for Excel and WPS"),
  );

/** What CSV begins with. */
export const markOf = ({ bom }: BomFlag) => (bom === true ? "\ufeff" : "");
