/**
 * The path of a DuckDB file in, an open connection out. The only file that loads the database client, and the one that
 * turns its messages into StoreErrors.
 */
import { readdirSync, rmdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { optionalPackage, storeError, StoreError } from "./errors.js";

type Client = typeof import("@duckdb/node-api");
export type Connection = Awaited<ReturnType<InstanceType<Client["DuckDBInstance"]>["connect"]>>;

export interface Database {
  readonly client: Client;
  readonly connection: Connection;
  /** A further connection, to read while another result is still being streamed. */
  connect(): Promise<Connection>;
  /** Drops the pages that the database keeps in case they are asked for again: nothing that an import writes is. */
  releaseCache(): Promise<void>;
  close(): void;
}

export interface OpenDatabaseOptions {
  readonly readOnly?: boolean;
  /** Memory that the database may use before it spills to disk, MiB. @default 512 */
  readonly memory?: number;
  /** @default 2; 1 to write: two would cost it twice the processor's time, and an import has other use for the cores */
  readonly threads?: number;
}

/**
 * Size of the log at which it is worked into the database file. DuckDB's own 16 MiB makes an import spend as much time
 * on that as on writing the rows; what is in the log is as safe.
 */
const CHECKPOINT = "32MB";

/** Cached pages that stay when the cache is released: those of the log, which are still to be written, are the most. */
const CACHE_KEPT = "48MB";

/** Memory that was freed beyond this goes back to the system at once; the allocator would keep some hundred MiB. */
const FREED_AND_KEPT = "4MB";

/** @throws StoreError where the file is locked, of another kind, or absent and to be read only */
export async function openDatabase(path: string, options: OpenDatabaseOptions = {}): Promise<Database> {
  const readOnly = options.readOnly === true;
  checkFile(path, readOnly);
  const client = await optionalPackage("@duckdb/node-api", () => import("@duckdb/node-api"));
  const limit = `${options.memory ?? 512}MB`;
  return guarded(async () => {
    const threads = options.threads ?? (readOnly ? 2 : 1);
    const instance = await client.DuckDBInstance.create(path, settings(readOnly, limit, threads));
    if (!readOnly) removeSpilled(`${path}.tmp`);
    const connection = await instance.connect();
    const close = () => {
      connection.closeSync();
      instance.closeSync();
    };
    // A lower limit is refused where too much can't be dropped; what can be has been dropped by then.
    const releaseCache = async () => {
      await connection.run(`SET memory_limit = '${CACHE_KEPT}'`).catch(() => undefined);
      await connection.run(`SET memory_limit = '${limit}'`);
    };
    return { client, connection, connect: () => instance.connect(), releaseCache, close };
  });
}

function settings(readOnly: boolean, limit: string, threads: number): Record<string, string> {
  return {
    access_mode: readOnly ? "READ_ONLY" : "READ_WRITE",
    memory_limit: limit,
    threads: String(threads),
    checkpoint_threshold: CHECKPOINT,
    allocator_flush_threshold: FREED_AND_KEPT,
    allocator_bulk_deallocation_flush_threshold: FREED_AND_KEPT,
    // Nothing is fetched from the network, whatever a query names.
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    custom_user_agent: "nianbao",
  };
}

/** @throws StoreError where there is nothing to read, or what no archive can be in */
function checkFile(path: string, readOnly: boolean): void {
  const there = statSync(path, { throwIfNoEntry: false });
  if (readOnly && there === undefined) {
    throw storeError("no-store", { zh: "没有这个归档文件", en: "no such archive" });
  }
  // Opening a pipe would wait for whoever writes to it.
  if (there !== undefined && !there.isFile() && !there.isDirectory()) {
    throw storeError("no-regular-file", {
      zh: "这不是普通文件，而是命名管道、套接字或设备；归档是一个文件，如 archive.duckdb",
      en: "no regular file but a named pipe, a socket or a device; an archive is a file, archive.duckdb say",
    });
  }
}

/** Removes what a killed process spilled to disk: the archive is locked by now, so that nobody uses it any more. */
function removeSpilled(folder: string): void {
  try {
    for (const name of readdirSync(folder)) if (name.startsWith("duckdb_temp_")) rmSync(join(folder, name));
    rmdirSync(folder);
  } catch {
    // There is no such folder, or something else is in it.
  }
}

const KNOWN: readonly { pattern: RegExp; code: string; zh: string; en: string }[] = [
  {
    pattern: /No space left on device|ENOSPC|disk is full|Could not write (?:all|file)|Failed to write|Out of disk/i,
    code: "disk-full",
    zh: "磁盘已满；请腾出空间后再次运行同一命令",
    en: "the disk is full; make room and run the same command again",
  },
  {
    pattern: /Could not set lock|Conflicting lock|being used by another process/i,
    code: "store-locked",
    zh: "归档正被另一个进程使用",
    en: "the archive is in use by another process",
  },
  {
    pattern: /Is a directory/i,
    code: "is-a-directory",
    zh: "这是文件夹；归档是一个文件，如 archive.duckdb",
    en: "is a directory; an archive is a file, archive.duckdb say",
  },
  {
    pattern: /Cannot open file .*No such file or directory/i,
    code: "no-such-file",
    zh: "归档所在的文件夹不存在",
    en: "the folder that the archive is to be in does not exist",
  },
  {
    pattern: /Cannot open file .*(?:Permission denied|Read-only file system|Operation not permitted)/i,
    code: "no-permission",
    zh: "没有写入权限，或磁盘是只读的",
    en: "no permission to write there, or the disk is read-only",
  },
  {
    pattern: /not a valid DuckDB database|Serialization Error|Corrupt/i,
    code: "not-a-store",
    zh: "不是 nianbao 的归档文件，或文件已损坏",
    en: "not an archive of nianbao, or damaged",
  },
];

/** Runs work on the database; what it throws becomes a StoreError. */
export async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreError) throw error;
    const message = error instanceof Error ? error.message : String(error);
    const known = KNOWN.find(({ pattern }) => pattern.test(message));
    const line = message.split("\n")[0]!;
    throw known
      ? storeError(known.code, { zh: known.zh, en: known.en }, error)
      : storeError("store-failed", { zh: `归档读写失败：${line}`, en: `the archive failed: ${line}` }, error);
  }
}
