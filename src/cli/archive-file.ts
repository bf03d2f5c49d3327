/** A path in; whether an archive of reports is there, by its content, out. */
import { open, stat } from "node:fs/promises";

/**
 * A DuckDB file has these letters behind its checksum. What is no regular file is none, and is not opened: a pipe without
 * a writer would wait for one.
 * @throws the file system's errors
 */
export async function isArchive(path: string): Promise<boolean> {
  if (!(await stat(path)).isFile()) return false;
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(12), 0, 12, 0);
    return bytesRead === 12 && buffer.toString("latin1", 8) === "DUCK";
  } finally {
    await file.close();
  }
}
