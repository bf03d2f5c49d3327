/** The registry of the national forms. */
import type { FormId, Indicator, Sum } from "./form.js";

export interface Form {
  readonly id: FormId;
  /** The notice that introduced it. */
  readonly notice: string;
  readonly indicators: readonly Indicator[];
  readonly sums: readonly Sum[];
}

export const FORMS: Readonly<Record<FormId, Form>> = {
  "2021": { id: "2021", notice: "国办公开办函〔2021〕30号", indicators: [], sums: [] },
  "2019": { id: "2019", notice: "国办公开办函〔2019〕60号", indicators: [], sums: [] },
  "2014": { id: "2014", notice: "国办发〔2014〕32号", indicators: [], sums: [] },
};
