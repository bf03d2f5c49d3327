/** Text in; on standard output, no faster than its reader takes it, out. */

/** Where standard output can't be written, this never returns: the command ends with that. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await new Promise<void>((resolve) => process.stdout.once("drain", resolve));
}
