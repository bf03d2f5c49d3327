/** Plain text. */
import type { Adapter } from "./adapter.js";

export const readText: Adapter = async () => {
  throw new Error("not written yet");
};
