/** A body's name as printed in; the key that joins the years of one body out. */
import { compact } from "./normalize.js";

/** Widths, spaces, brackets and traditional forms don't matter; 人民政府 and 人民政府办公室 stay two bodies. */
export function bodyKey(name: string): string {
  return compact(name)
    .replace(/[[【〔]/g, "(")
    .replace(/[\]】〕]/g, ")")
    .replace(/["'“”‘’.,，。·]/g, "");
}
