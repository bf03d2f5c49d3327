/** Text in; on standard output, no faster than its reader takes it, out; and how wide that is. */

/** Where standard output can't be written, this never returns: the command ends with that. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await new Promise<void>((resolve) => process.stdout.once("drain", resolve));
}

/** Columns of a table that goes to a file or a pipe. */
export const WIDTH_WITHOUT_TERMINAL = 120;

/**
 * The columns that a table on standard output may take: the terminal's, where it is one. A terminal that doesn't know its
 * width (of a container, a recording) says 0.
 */
export const outputWidth = (otherwise = WIDTH_WITHOUT_TERMINAL) => process.stdout.columns || otherwise;
