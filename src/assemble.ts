/** What the matchers found in one document in, a Report of the model out. */
import type { FormId } from "./forms/form.js";
import { FORMS } from "./forms/index.js";
import type { CellRecord } from "./report.js";

/** A tree of values; its leaves are numbers or null. */
export interface ValueTree {
  [name: string]: ValueTree | number | null;
}

/** Indicators that are nested in one node of the tree. */
interface Branch {
  readonly path: readonly string[];
  readonly leaves: readonly { readonly id: string; readonly name: string }[];
}

/** By form, made at first use: to take the ids apart takes longer than to build the tree. */
const BRANCHES = new Map<FormId, readonly Branch[]>();

function branchesOf(form: FormId): readonly Branch[] {
  let branches = BRANCHES.get(form);
  if (!branches) BRANCHES.set(form, (branches = makeBranches(form)));
  return branches;
}

function makeBranches(form: FormId): Branch[] {
  const branches: { path: string[]; leaves: { id: string; name: string }[] }[] = [];
  for (const { id } of FORMS[form].indicators) {
    const path = id.split(".");
    const leaf = { id, name: path.pop()! };
    const last = branches.at(-1);
    if (last?.path.join(".") === path.join(".")) last.leaves.push(leaf);
    else branches.push({ path, leaves: [leaf] });
  }
  return branches;
}

/** The values of a form's indicators nested by their ids; an indicator without a cell is null. */
export function nestValues(form: FormId, cells: Readonly<Record<string, CellRecord>>): ValueTree {
  const root: ValueTree = {};
  for (const { path, leaves } of branchesOf(form)) {
    let node = root;
    for (const name of path) node = (node[name] ??= {}) as ValueTree;
    for (const { id, name } of leaves) node[name] = cells[id]?.value ?? null;
  }
  return root;
}
