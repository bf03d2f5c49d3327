/** The port between pdfjs and its worker in one thread: operators are handed over as they are, all else is cloned. */
import { sameThreadPort } from "../../../parsers/pdf/port.js";

const delivered = async () => new Promise((resolve) => setTimeout(resolve, 1));

function listening() {
  const port = sameThreadPort();
  const received: { chunk?: { fnArray?: number[]; argsArray?: unknown[] } }[] = [];
  port.addEventListener("message", ({ data }) => void received.push(data as (typeof received)[number]));
  return { port, received };
}

test("operators come uncloned, in lists that the sender does not empty", async () => {
  const { port, received } = listening();
  const glyphs = [{ unicode: "年" }];
  const chunk = { fnArray: [44], argsArray: [glyphs], lastChunk: true };
  port.postMessage({ chunk });
  expect(received).toEqual([]);
  chunk.fnArray.length = chunk.argsArray.length = 0;
  await delivered();
  expect(received[0]!.chunk).toEqual({ fnArray: [44], argsArray: [glyphs], lastChunk: true });
  expect(received[0]!.chunk!.argsArray![0]).toBe(glyphs);
});

test("other messages come cloned, and what they transfer is transferred", async () => {
  const { port, received } = listening();
  const [message, buffer] = [{ data: { page: 1 } }, new ArrayBuffer(8)];
  port.postMessage(message as object);
  port.postMessage({ buffer } as object, [buffer]);
  await delivered();
  expect(received[0]).toEqual(message);
  expect(received[0]).not.toBe(message);
  expect(buffer.byteLength).toBe(0);
});

test("who is removed, or whose signal is aborted, hears nothing more", async () => {
  const port = sameThreadPort();
  const [heard, stop] = [[] as string[], new AbortController()];
  const removed = () => void heard.push("removed");
  port.addEventListener("message", removed);
  port.addEventListener("message", () => void heard.push("aborted"), { signal: stop.signal });
  port.addEventListener("message", () => void heard.push("listening"));
  port.removeEventListener("message", removed);
  stop.abort();
  port.postMessage({});
  await delivered();
  expect(heard).toEqual(["listening"]);
});
