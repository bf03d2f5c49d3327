/** PDF, through pdfjs. */
import type { Adapter } from "../adapter.js";

export const readPdf: Adapter = async () => {
  throw new Error("not written yet");
};
