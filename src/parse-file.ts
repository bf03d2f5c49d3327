/** A path in, the Report of the file out. */
import { fileBytes } from "./file-bytes.js";
import { parseReport, type ParseOptions } from "./parse.js";
import type { Report } from "./report.js";

/**
 * Reads one annual report from a file.
 * @param path the file; its name is kept in `source.file` and decides nothing
 * @throws as parseReport, the file system's own errors, and UnreadableDocumentError "no-regular-file" for a device or a
 *   named pipe; a file larger than `limits.bytes` is not read
 *
 * @example
 * import { parseFile } from "nianbao";
 *
 * const report = await parseFile("samples/lanchuan-archives-2020.html");
 * console.log(report.title); // 澜川县档案局2020年政府信息公开工作年度报告
 */
export async function parseFile(path: string, options: Omit<ParseOptions, "file"> = {}): Promise<Report> {
  return parseReport(await fileBytes(path, options.limits), { ...options, file: path });
}
