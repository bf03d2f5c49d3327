/** What happened in an import in; the lines that say so, what needs a look, and where, out. */
import type { FinishedEvent, ImportEvent, PlannedEvent } from "../importer/events.js";
import { FILE_STATUSES, type FileStatus, type StoreCounts } from "../store/store.js";
import { duration, grouped, statusNames } from "./import-words.js";
import type { Translate } from "./language.js";
import { failureText } from "./failure.js";
import { printableLine } from "./terminal.js";

/** Files that are listed by name; the rest is counted, and in the table `files` of the archive. */
const LISTED = 20;

const FAILURES: readonly FileStatus[] = ["failed", "timeout", "memory"];

interface Failed {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** What the summary needs of the events; it doesn't grow with the number of files. */
export interface Tally {
  planned: PlannedEvent | null;
  finished: FinishedEvent | null;
  readonly failed: Failed[];
}

export const newTally = (): Tally => ({ planned: null, finished: null, failed: [] });

export function count(tally: Tally, event: ImportEvent): void {
  if (event.type === "planned") tally.planned = event;
  if (event.type === "finished") tally.finished = event;
  if (event.type !== "document" || !FAILURES.includes(event.status) || tally.failed.length >= LISTED) return;
  tally.failed.push({ path: event.path, code: event.code ?? "", message: event.message ?? "" });
}

/** Files that failed in this run, or in an earlier one and were not read again. */
export function failures({ planned, finished }: Tally): number {
  return FAILURES.reduce(
    (sum, status) => sum + (planned?.unchanged[status] ?? 0) + (finished?.documents[status] ?? 0),
    0,
  );
}

export function summaryText(tally: Tally, archive: string, counts: StoreCounts, t: Translate): string {
  return (
    [
      ...runLines(tally, t),
      ...failureLines(tally, t),
      ...archiveLines(archive, counts, t),
      ...nextLines(tally, archive, counts, t),
    ].join("\n") + "\n"
  );
}

function runLines({ planned, finished }: Tally, t: Translate): string[] {
  if (planned === null || finished === null) return [];
  if (planned.files === 0) return [t("没有找到文件，请检查路径。", "No files found; check the paths.")];
  const head = finished.interrupted
    ? t(
        "已中断，读过的都已保存。用同一命令继续。",
        "Interrupted; what was read is saved. Run the same command to go on.",
      )
    : t("导入完成。", "Import finished.");
  const done = sumOf(finished.documents);
  const rate = (finished.seconds === 0 ? 0 : done / finished.seconds).toFixed(1);
  return [
    head,
    t(
      `找到 ${grouped(planned.files)} 个文件，处理 ${grouped(done)} 个，用时 ${duration(finished.seconds)}（${rate} 个/秒）`,
      `${grouped(planned.files)} ${planned.files === 1 ? "file" : "files"} found, ${grouped(done)} processed in ${duration(finished.seconds)} (${rate}/s)`,
    ),
    ...statusLines(finished, t),
    ...unchangedLines(planned, t),
  ];
}

const sumOf = (documents: Readonly<Record<FileStatus, number>>) =>
  Object.values(documents).reduce((sum, number) => sum + number, 0);

function statusLines({ documents }: FinishedEvent, t: Translate): string[] {
  const names = statusNames(t);
  return FILE_STATUSES.filter((status) => status === "read" || documents[status] > 0).map((status) => {
    const count = grouped(documents[status]);
    return t(`  ${names[status]}：${count}`, `  ${names[status]}: ${count}`);
  });
}

/** What was not read again; of what had failed it is said, for the exit code tells of that too. */
function unchangedLines({ unchanged }: PlannedEvent, t: Translate): string[] {
  const total = sumOf(unchanged);
  if (total === 0) return [];
  const names = statusNames(t);
  const failed = FAILURES.filter((status) => unchanged[status] > 0).map((status) => {
    const count = grouped(unchanged[status]);
    return t(`，其中${names[status]} ${count}`, `, of them ${names[status]} ${count}`);
  });
  const before = t(`  与上次相同，未再读取：${grouped(total)}`, `  unchanged since an earlier run: ${grouped(total)}`);
  return [before + failed.join("")];
}

function failureLines(tally: Tally, t: Translate): string[] {
  const { failed, finished } = tally;
  const total = FAILURES.reduce((sum, status) => sum + (finished?.documents[status] ?? 0), 0);
  if (total === 0) return [];
  const more = total - failed.length;
  return [
    "",
    t("需要查看的文件：", "Files that need a look:"),
    ...failed.map(({ path, code, message }) => `  ${failureText(path, code, message)}`),
    ...(more > 0 ? [t(`  另有 ${grouped(more)} 个`, `  and ${grouped(more)} more`)] : []),
  ];
}

function archiveLines(archive: string, counts: StoreCounts, t: Translate): string[] {
  const name = printableLine(archive);
  const reports = grouped(counts.reports);
  const lines: readonly (readonly [count: number, zh: string, en: string])[] = [
    [counts.reportsWithErrors, "对不上的", "that do not add up"],
    [counts.reportsUnread, "有未读出部分的", "with parts that could not be read"],
    [counts.publishedTwice, "同一机关同一年度不止一份的组数", "years of a body published more than once"],
  ];
  return [
    "",
    t(
      `归档 ${name}：${reports} 份年度报告`,
      `Archive ${name}: ${reports} ${counts.reports === 1 ? "report" : "reports"}`,
    ),
    ...lines
      .filter(([count]) => count > 0)
      .map(([count, zh, en]) => t(`  ${zh}：${grouped(count)}`, `  ${en}: ${grouped(count)}`)),
  ];
}

/** A name as a shell takes it for one word; single quotes as in PowerShell too. */
const quoted = (name: string) => (/^[\w./\\:@%+,\-\p{L}]+$/u.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`);

/** The commands that a person is likely to want next. */
function nextLines(tally: Tally, archive: string, counts: StoreCounts, t: Translate): string[] {
  const name = printableLine(quoted(archive));
  const lines: string[] = [];
  if (counts.reports > 0) lines.push(`  nianbao export ${name} --to reports.xlsx`);
  if (failures(tally) > 0) {
    lines.push(`  nianbao query ${name} "SELECT path, code, message FROM files WHERE status <> 'read'"`);
    lines.push(`  nianbao import … --into ${name} --retry failed`);
  }
  return lines.length === 0 ? [] : ["", t("接下来：", "Next:"), ...lines];
}
