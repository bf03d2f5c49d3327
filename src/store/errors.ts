/**
 * The errors that a store or a workbook writer can end in, each with a stable code and a text in both languages, and
 * the place where an optional package is loaded: what is absent is named, with the command that installs it.
 */
import { NianbaoError } from "../../parsers/errors.js";
import type { Bilingual } from "../../parsers/document.js";

/**
 * The store can't be opened, read or written. Codes: "missing-package", "no-store", "store-locked", "not-a-store",
 * "store-version", "store-closed", "disk-full", "store-failed", "wrong-query".
 */
export class StoreError extends NianbaoError {
  override readonly name = "StoreError";
}

/** Shortcut for a StoreError whose two texts are at hand. */
export function storeError(code: string, text: Bilingual, cause?: unknown): StoreError {
  return new StoreError(code, text, cause === undefined ? undefined : { cause });
}

const ABSENT = new Set(["ERR_MODULE_NOT_FOUND", "MODULE_NOT_FOUND"]);

/**
 * Loads a package that only some commands need.
 * @param name as on npm, for the message
 * @throws StoreError "missing-package" where it isn't installed
 */
export async function optionalPackage<T>(name: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (!ABSENT.has((error as NodeJS.ErrnoException).code ?? "")) throw error;
    throw storeError(
      "missing-package",
      {
        zh: `此功能需要可选依赖 ${name}，当前未安装。请运行：npm install ${name}（安装全部可选依赖：npm install --include=optional）`,
        en: `this needs the optional package ${name}, which is not installed; run: npm install ${name} (all optional ones: npm install --include=optional)`,
      },
      error,
    );
  }
}
