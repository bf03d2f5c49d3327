/**
 * Folders, files, globs and zip archives in; every file in them that may be a report out, in the order of their paths.
 * Nothing is read but directories: what a file is, its content will tell.
 */
import type { Stats } from "node:fs";
import { stat } from "node:fs/promises";
import { sep } from "node:path";
import { NianbaoError } from "../../parsers/errors.js";
import { noRegularFile } from "../file-bytes.js";
import type { ArchiveReader } from "./archive-reader.js";
import { archiveError, isLitter, type ArchiveChain, type FoundFile } from "./found-file.js";
import { search } from "./search.js";
import type { Zip, ZipEntry } from "./zip.js";

/** A zip archive in a zip archive in a zip archive is opened; one deeper is taken for a file. */
const MAX_DEPTH = 3;

/** Number of files whose size and time are asked for at once. */
const STATS_AT_ONCE = 64;

/** @throws the file system's error (ENOENT) for a path that doesn't exist and is no glob */
export async function discover(sources: readonly string[], archives: ArchiveReader): Promise<FoundFile[]> {
  const { paths, failures } = await search(sources);
  const ordered = [...new Set([...paths, ...failures.keys()])].sort();
  const found: FoundFile[] = [];
  for (let start = 0; start < ordered.length; start += STATS_AT_ONCE) {
    const group = ordered.slice(start, start + STATS_AT_ONCE);
    for (const file of await Promise.all(group.map((path) => fileAt(path, failures.get(path))))) {
      if (/\.zip$/i.test(file.path) && "file" in file.content) {
        for await (const entry of filesInZip(file, [file.content.file], archives)) found.push(entry);
      } else found.push(file);
    }
  }
  return found;
}

async function fileAt(path: string, failure: Error | undefined): Promise<FoundFile> {
  const name = path.replaceAll(sep, "/");
  const unreadable = (error: Error): FoundFile => ({ path: name, fingerprint: "", bytes: 0, content: { error } });
  if (failure !== undefined) return unreadable(failureAt(path, failure));
  let stats: Stats;
  try {
    stats = await stat(path);
  } catch (error) {
    return unreadable(failureAt(path, error as Error));
  }
  if (!stats.isFile()) return unreadable(noRegularFile());
  const fingerprint = `${stats.size}:${Math.floor(stats.mtimeMs)}`;
  return { path: name, fingerprint, bytes: stats.size, content: { file: path } };
}

/** Node reads names as UTF-8: one in GBK has lost its bytes, and nothing is found under what is left of it. */
function failureAt(path: string, error: NodeJS.ErrnoException): Error {
  if (error.code !== "ENOENT" || !path.includes("\ufffd")) return error;
  return archiveError(
    "name-encoding",
    "文件名不是 UTF-8 编码（可能是 GBK），请改名后再读",
    "its name is not in UTF-8 (in GBK, perhaps): rename it",
    error,
  );
}

/** What a zip that is a document holds: docx and xlsx, OpenDocument, OFD. */
const DOCUMENT_PARTS = ["[Content_Types].xml", "META-INF/manifest.xml", "OFD.xml"];

/** The files of an archive; the archive itself where it can't be opened, or is a document that only looks like one. */
async function* filesInZip(archive: FoundFile, chain: ArchiveChain, archives: ArchiveReader): AsyncIterable<FoundFile> {
  let zip: Zip;
  try {
    zip = await archives.open(chain);
  } catch (error) {
    if (!(error instanceof NianbaoError) || error.code === "missing-package") throw error;
    yield { ...archive, content: { error } };
    return;
  }
  if (DOCUMENT_PARTS.some((part) => zip.entries.has(part))) {
    yield archive;
    return;
  }
  for (const entry of zip.entries.values()) {
    if (isLitter(entry.name)) continue;
    const file = fileOfEntry(archive, entry, chain);
    if (/\.zip$/i.test(entry.name) && chain.length < MAX_DEPTH) {
      yield* filesInZip(file, [...chain, entry.name], archives);
    } else yield file;
  }
}

function fileOfEntry(archive: FoundFile, entry: ZipEntry, chain: ArchiveChain): FoundFile {
  return {
    path: `${archive.path}!/${entry.name}`,
    fingerprint: `${entry.bytes}:${entry.crc.toString(16).padStart(8, "0")}`,
    bytes: entry.bytes,
    content: { archive: chain, entry: entry.name },
  };
}
