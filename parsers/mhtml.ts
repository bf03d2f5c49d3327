/** Web archives (mht, mhtml). */
import type { Adapter } from "./adapter.js";

export const readMhtml: Adapter = async () => {
  throw new Error("not written yet");
};
