/** A path and what writes a file in; the complete file in the place of what stood there out. */
import { randomUUID } from "node:crypto";
import { realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { storeError } from "../store/errors.js";

/**
 * Writes beside the file, and takes its place when all is written: what stood there is whole until then, and nothing half
 * written is left behind. A device or a pipe is written to as it is; of a link it is the file that it leads to.
 * @param write gets the path to write to
 * @throws StoreError "no-such-folder", whatever `write` throws, and the file system's errors
 */
export async function replaceFile<T>(path: string, write: (path: string) => Promise<T>): Promise<T> {
  const there = await stat(path).catch(() => null);
  if (there !== null && !there.isFile() && !there.isDirectory()) return write(path);
  const file = there === null ? path : await realpath(path);
  // A name of its own, made out of nothing: no file of the user has it, nor another command that writes the same target.
  const part = join(dirname(file), `nianbao-${randomUUID()}.part`);
  try {
    await writeFile(part, "", { flag: "wx" }).catch(throwOfFolder);
    const written = await write(part);
    await rename(part, file);
    return written;
  } catch (error) {
    // Where that fails too, the failure before it says more.
    await rm(part, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** What is missing is the folder: to say so of the file, which is yet to be written, would be no help. */
function throwOfFolder(error: NodeJS.ErrnoException): never {
  if (error.code !== "ENOENT" && error.code !== "ENOTDIR") throw error;
  const text = { zh: "目标所在的文件夹不存在", en: "the folder that the target is to be in does not exist" };
  throw storeError("no-such-folder", text, error);
}

/** The same of content that is at hand. */
export const replaceContent = (path: string, content: string | Uint8Array): Promise<void> =>
  replaceFile(path, (part) => writeFile(part, content));
