/**
 * The messages between pdfjs and its worker where both run in one thread in; the same delivered out. pdfjs's own port
 * clones every message; the operators of a page are most of all, and nobody changes them.
 */

interface Message {
  readonly chunk?: { readonly fnArray?: readonly unknown[]; readonly argsArray?: readonly unknown[] };
}

type Listener = (event: { readonly data: unknown }) => void;

interface ListenerOptions {
  readonly signal?: AbortSignal;
}

/** As much of a worker's port as pdfjs uses. */
export interface Port {
  readonly addEventListener: (name: string, listener: Listener, options?: ListenerOptions | null) => void;
  readonly removeEventListener: (name: string, listener: Listener) => void;
  readonly postMessage: (message: Message, transfer?: Transferable[]) => void;
}

export function sameThreadPort(): Port {
  const listeners = new Set<Listener>();
  return {
    addEventListener: (_, listener, options) => {
      listeners.add(listener);
      options?.signal?.addEventListener("abort", () => listeners.delete(listener), { once: true });
    },
    removeEventListener: (_, listener) => void listeners.delete(listener),
    postMessage: (message, transfer) => {
      const event = { data: ofOperators(message) ?? structuredClone(message, transfer ? { transfer } : undefined) };
      // Delivered when the sender has done what it is at, as from another thread.
      void Promise.resolve().then(() => {
        for (const listener of listeners) listener(event);
      });
    },
  };
}

/** A message with operators, in lists of their own: the sender empties its lists, and lets the operators be. */
function ofOperators(message: Message): Message | null {
  const { fnArray, argsArray } = message.chunk ?? {};
  if (!fnArray || !argsArray) return null;
  return { ...message, chunk: { ...message.chunk, fnArray: [...fnArray], argsArray: [...argsArray] } };
}
