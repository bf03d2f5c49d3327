/** Names and texts of entries in, a zip out. */
import { strToU8, zipSync } from "fflate";

export function zipOf(entries: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const parts = Object.entries(entries).map(([name, part]) => [name, typeof part === "string" ? strToU8(part) : part]);
  return zipSync(Object.fromEntries(parts) as Record<string, Uint8Array>);
}
