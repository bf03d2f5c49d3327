/** Whatever was thrown in; its stable code and what it says to a user, in both languages, out. */
import { NianbaoError } from "../parsers/errors.js";
import type { Bilingual } from "../parsers/document.js";

export interface Failure {
  readonly code: string;
  readonly text: Bilingual;
}

/** What the operating system refuses, where a user can do something about it. */
const FILE_ERRORS: Readonly<Record<string, { code: string; zh: string; en: string }>> = {
  ENOENT: { code: "no-such-file", zh: "没有这个文件", en: "no such file" },
  ENOTDIR: { code: "no-such-file", zh: "没有这个文件", en: "no such file" },
  EISDIR: { code: "is-a-directory", zh: "这是文件夹，不是文件", en: "is a directory, not a file" },
  EACCES: { code: "no-permission", zh: "没有读写权限", en: "no permission to read or write it" },
  EPERM: { code: "no-permission", zh: "没有读写权限", en: "no permission to read or write it" },
  EROFS: { code: "no-permission", zh: "磁盘或文件夹是只读的", en: "the disk or folder is read-only" },
  ENOSPC: { code: "disk-full", zh: "磁盘已满", en: "the disk is full" },
};

/** Of an error that nobody expected: a bug of ours, called so. */
export function failureOf(error: unknown): Failure {
  if (error instanceof NianbaoError) return { code: error.code, text: error.text };
  const errno = (error as NodeJS.ErrnoException | null)?.code;
  if (typeof errno === "string" && /^E[A-Z\d]+$/.test(errno)) return fileFailure(errno, (error as Error).message);
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {
    code: "internal-error",
    text: {
      zh: `程序内部错误，请连同文件报告此问题（NIANBAO_DEBUG=1 显示细节）：${what}`,
      en: `a bug in nianbao, please report it with the file (NIANBAO_DEBUG=1 shows more): ${what}`,
    },
  };
}

function fileFailure(errno: string, message: string): Failure {
  const known = FILE_ERRORS[errno];
  if (known !== undefined) return { code: known.code, text: known };
  const text = { zh: `系统无法读写：${message}`, en: `the system could not read or write it: ${message}` };
  return { code: "file-unreadable", text };
}
