/**
 * Folders, files and globs in; the paths of all files there out, and what could not be listed: a folder that may not be
 * opened, a link that leads nowhere. Left out silently, its reports would be missing from the archive unnoticed.
 */
import { readdir, realpath } from "node:fs";
import { stat } from "node:fs/promises";
import { resolve, sep } from "node:path";
import type { GlobOptions } from "tinyglobby";
import { optionalPackage } from "../store/errors.js";
import { isLitter } from "./found-file.js";

export interface Searched {
  readonly paths: readonly string[];
  /** Why there is nothing to be had at a path. */
  readonly failures: ReadonlyMap<string, Error>;
}

/** @throws the file system's error (ENOENT) for a path that doesn't exist and is no glob */
export async function checkSources(sources: readonly string[]): Promise<void> {
  for (const source of sources) await placeOf(source);
}

/** @throws as checkSources */
export async function search(sources: readonly string[]): Promise<Searched> {
  const paths: string[] = [];
  const failures = new Map<string, Error>();
  for (const source of sources) for (const path of await pathsOf(source, failures)) paths.push(path);
  return { paths, failures };
}

async function pathsOf(source: string, failures: Map<string, Error>): Promise<string[]> {
  const place = await placeOf(source);
  if (place === "file") return [resolve(source)];
  const { glob } = await globbing();
  const options = { absolute: true, fs: noting(failures) };
  const found =
    place === "glob"
      ? await glob(source.replaceAll(sep, "/"), { ...options, expandDirectories: true })
      : await glob("**/*", { ...options, cwd: source });
  return found.filter((path) => !isLitter(path));
}

async function placeOf(source: string): Promise<"file" | "folder" | "glob"> {
  try {
    return (await stat(source)).isDirectory() ? "folder" : "file";
  } catch (error) {
    const { isDynamicPattern } = await globbing();
    if (isDynamicPattern(source)) return "glob";
    throw error;
  }
}

const globbing = () => optionalPackage("tinyglobby", () => import("tinyglobby"));

/** The file system, whose failures the search for files only skips, with those failures noted. */
function noting(failures: Map<string, Error>): NonNullable<GlobOptions["fs"]> {
  type Callback<T> = (error: NodeJS.ErrnoException | null, result: T) => void;
  const noted =
    <T>(path: string, callback: Callback<T>): Callback<T> =>
    (error, result) => {
      if (error !== null && !isLitter(path)) failures.set(resolve(path), error);
      callback(error, result);
    };
  return {
    readdir: ((path: string, options: { withFileTypes: true }, callback: Callback<unknown>) => {
      readdir(path, options, noted(path, callback));
    }) as typeof readdir,
    realpath: ((path: string, callback: Callback<string>) => {
      realpath(path, noted(path, callback));
    }) as typeof realpath,
  };
}
