/** What the matchers found in one document in, a Report of the model out. */
import type { FormId } from "./forms/form.js";
import { FORMS } from "./forms/index.js";
import type { CellRecord } from "./report.js";

/** A tree of values; its leaves are numbers or null. */
export interface ValueTree {
  [name: string]: ValueTree | number | null;
}

/** The values of a form's indicators nested by their ids; an indicator without a cell is null. */
export function nestValues(form: FormId, cells: Readonly<Record<string, CellRecord>>): ValueTree {
  const root: ValueTree = {};
  for (const { id } of FORMS[form].indicators) {
    const path = id.split(".");
    const leaf = path.pop()!;
    let node = root;
    for (const name of path) node = (node[name] ??= {}) as ValueTree;
    node[leaf] = cells[id]?.value ?? null;
  }
  return root;
}
