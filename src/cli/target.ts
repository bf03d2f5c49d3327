/** The file to read and the file to write in; nothing out where they are two: no report is lost to what is made of it. */
import { realpath } from "node:fs/promises";
import { NianbaoError } from "../../parsers/errors.js";

/** The target is the very file that is read. */
class TargetError extends NianbaoError {
  override readonly name = "TargetError";
}

/**
 * @param target undefined for standard output
 * @throws TargetError "same-file" where both are one file, by a link perhaps
 */
export async function checkTarget(source: string, target: string | undefined): Promise<void> {
  if (source === "-" || target === undefined) return;
  const [from, to] = await Promise.all([source, target].map((path) => realpath(path).catch(() => null)));
  if (from === null || from !== to) return;
  throw new TargetError("same-file", {
    zh: "这正是要读取的文件，不能覆盖；请换一个目标文件",
    en: "this is the file that is read, and is not overwritten; name another target",
  });
}
