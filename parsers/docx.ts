/** Word documents (docx), through mammoth. */
import type { Adapter } from "./adapter.js";

export const readDocx: Adapter = async () => {
  throw new Error("not written yet");
};
