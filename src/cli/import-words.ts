/** The words of `nianbao import`, in both languages. */
import type { FileStatus } from "../store/store.js";
import type { Translate } from "./language.js";

export function statusNames(t: Translate): Readonly<Record<FileStatus, string>> {
  return {
    read: t("已读取", "read"),
    "not-a-report": t("不是年度报告", "not a report"),
    failed: t("读取失败", "failed"),
    timeout: t("超时", "timed out"),
    memory: t("超出内存", "out of memory"),
  };
}

/** 3.2 s, 4:05, 1:02:03 */
export function duration(seconds: number): string {
  if (seconds < 60) return `${seconds.toFixed(seconds < 10 ? 1 : 0)} s`;
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, "0"))).join(":");
}

/** 12,345 */
export const grouped = (count: number) => count.toLocaleString("en-US");
