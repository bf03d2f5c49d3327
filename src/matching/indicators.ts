/** Forms and their tables in; what every report asks of their indicators out, made once: it takes longer than all else. */
import { indicatorId, type Form, type FormRow, type FormTable } from "../forms/form.js";
import { perKey } from "./memo.js";

/** The units of a form by indicator. */
export const unitsOf = perKey(
  (form: Form): ReadonlyMap<string, string> => new Map(form.indicators.map(({ id, unit }) => [id, unit])),
);

const idsByRow = perKey(
  (table: FormTable): ReadonlyMap<FormRow, readonly string[]> =>
    new Map(
      table.blocks.flatMap(({ rows, columns }) =>
        rows.map((row) => [row, columns.map((column) => indicatorId(table, row, column))] as const),
      ),
    ),
);

/** The ids of the indicators of a row, in the order of the columns. */
export const rowIds = (table: FormTable, row: FormRow): readonly string[] => idsByRow(table).get(row)!;
