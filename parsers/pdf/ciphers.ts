/**
 * What the encryption of a PDF needs and Web Crypto has not: MD5 (RFC 1321), RC4, and AES in chains of blocks without
 * padding. They are for reading alone, and protect nothing.
 */

const SHIFTS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
const SINES = Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32));
const BLOCK = 16;

/** The MD5 of the parts together. */
export function md5(...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = joined(...parts);
  const padded = new Uint8Array((((bytes.length + 8) >> 6) + 1) << 6);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, bytes.length << 3, true);
  view.setUint32(padded.length - 4, Math.floor(bytes.length / 2 ** 29), true);
  const state = new Int32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476]);
  for (let at = 0; at < padded.length; at += 64) md5Block(view, at, state);
  const digest = new DataView(new ArrayBuffer(BLOCK));
  state.forEach((word, i) => digest.setInt32(i * 4, word, true));
  return new Uint8Array(digest.buffer);
}

function md5Block(view: DataView, at: number, state: Int32Array): void {
  let [a, b, c, d] = [...state] as [number, number, number, number];
  for (let i = 0; i < 64; i++) {
    const round = i >> 4;
    const mixed = [(b & c) | (~b & d), (d & b) | (~d & c), b ^ c ^ d, c ^ (b | ~d)][round]!;
    const word = [i, 5 * i + 1, 3 * i + 5, 7 * i][round]! & 15;
    const sum = (a + mixed + SINES[i]! + view.getUint32(at + word * 4, true)) | 0;
    const shift = SHIFTS[round * 4 + (i & 3)]!;
    [a, d, c, b] = [d, c, b, (b + ((sum << shift) | (sum >>> (32 - shift)))) | 0];
  }
  [a, b, c, d].forEach((word, i) => (state[i]! += word));
}

/** Encrypts and decrypts alike. */
export function rc4(key: Uint8Array, bytes: Uint8Array): Uint8Array {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i);
  const swap = (i: number, j: number) => {
    const kept = state[i]!;
    state[i] = state[j]!;
    state[j] = kept;
  };
  for (let i = 0, j = 0; i < 256; i++) swap(i, (j = (j + state[i]! + key[i % key.length]!) & 255));
  const result = new Uint8Array(bytes.length);
  for (let at = 0, i = 0, j = 0; at < bytes.length; at++) {
    i = (i + 1) & 255;
    swap(i, (j = (j + state[i]!) & 255));
    result[at] = bytes[at]! ^ state[(state[i]! + state[j]!) & 255]!;
  }
  return result;
}

const aesKey = async (key: Uint8Array) =>
  crypto.subtle.importKey("raw", Uint8Array.from(key), "AES-CBC", false, ["encrypt", "decrypt"]);

/** @param bytes whole blocks */
export async function aesEncrypt(key: Uint8Array, iv: Uint8Array, bytes: Uint8Array): Promise<Uint8Array> {
  const parameters = { name: "AES-CBC", iv: Uint8Array.from(iv) };
  const all = await crypto.subtle.encrypt(parameters, await aesKey(key), Uint8Array.from(bytes));
  return new Uint8Array(all, 0, bytes.length);
}

/** What is behind the last whole block is left out; the padding stays. */
export async function aesDecrypt(key: Uint8Array, iv: Uint8Array, bytes: Uint8Array): Promise<Uint8Array> {
  const whole = bytes.subarray(0, bytes.length - (bytes.length % BLOCK));
  if (whole.length === 0) return whole;
  const own = await aesKey(key);
  // Web Crypto wants a padding: a block of nothing else, chained to the last.
  const last = Uint8Array.from(whole.subarray(-BLOCK));
  const padding = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-CBC", iv: last }, own, new Uint8Array(0)));
  const parameters = { name: "AES-CBC", iv: Uint8Array.from(iv) };
  return new Uint8Array(await crypto.subtle.decrypt(parameters, own, joined(whole, padding)));
}

export async function sha(bits: 256 | 384 | 512, bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest(`SHA-${bits}`, Uint8Array.from(bytes)));
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
