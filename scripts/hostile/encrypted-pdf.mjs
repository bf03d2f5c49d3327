// Writes PDFs that the empty password opens, with each of the ciphers.
import { createCipheriv, createHash } from "node:crypto";
import { deflateSync } from "node:zlib";
import { pdfFile } from "./pdf.mjs";

const PADDING = Buffer.from("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a", "hex");
const ID = Buffer.alloc(16, 7);
const OWNER = Buffer.alloc(32, 9);
const FILE_KEY = Buffer.alloc(32, 5);
const SALTS = Buffer.from("validatekeysalts");
const FLAGS = Buffer.from([0xfc, 0xff, 0xff, 0xff]);
const CONTENT = 3;

const hash = (/** @type {string} */ name, /** @type {Uint8Array[]} */ ...parts) =>
  createHash(name).update(Buffer.concat(parts)).digest();
const hex = (/** @type {Uint8Array} */ bytes) => `<${Buffer.from(bytes).toString("hex")}>`;

/** @type {Readonly<Record<string, { V: number, R: number, bits: number, cipher: "V2" | "AESV2" | "AESV3" }>>} */
export const ENCRYPTIONS = {
  "RC4 of 40 bits": { V: 1, R: 2, bits: 40, cipher: "V2" },
  "RC4 of 128 bits": { V: 2, R: 3, bits: 128, cipher: "V2" },
  "RC4 by a crypt filter": { V: 4, R: 4, bits: 128, cipher: "V2" },
  "AES of 128 bits": { V: 4, R: 4, bits: 128, cipher: "AESV2" },
  "AES of 256 bits, revision 5": { V: 5, R: 5, bits: 256, cipher: "AESV3" },
  "AES of 256 bits, revision 6": { V: 5, R: 6, bits: 256, cipher: "AESV3" },
};

/**
 * The words of an encryption dictionary, and what encrypts a stream of an object.
 * @param {string} name
 */
function encryptionOf(name, { metadata = true, identity = false } = {}) {
  const way = ENCRYPTIONS[name];
  const { key, words } = way.V === 5 ? key256(way) : key128(way, metadata);
  const filter = identity ? "Identity" : "StdCF";
  const method = way.V < 4 ? "" : `/CF << /StdCF << /CFM /${way.cipher} /AuthEvent /DocOpen >> >> /StmF /${filter}`;
  return {
    dictionary: `<< /Filter /Standard /V ${way.V} /R ${way.R} /Length ${way.bits} /P -4 ${method} ${words} ${metadata ? "" : "/EncryptMetadata false"} >>`,
    /** @param {Uint8Array} data @param {number} object @param {number} generation */
    encrypted: (data, object, generation = 0) =>
      identity ? Buffer.from(data) : encrypt(way.cipher, key, data, object, generation),
  };
}

/** @param {string} words @param {Uint8Array} data */
const streamOf = (words, data) =>
  Buffer.concat([Buffer.from(`<< /Length ${data.length} ${words} >>\nstream\n`), data, Buffer.from("\nendstream")]);
const PAGE =
  "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources << /Font << /F 4 0 R >> >> >>";
const OBJECTS = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [5 0 R] >>"];
const HELVETICA = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";
const TRAILER = `/Encrypt 6 0 R /ID [${hex(ID)} ${hex(ID)}]`;

/**
 * A page whose content is encoded already.
 * @param {string} name @param {string} filters @param {Uint8Array} data
 */
export function encryptedPdf(name, filters, data, options = {}) {
  const { dictionary, encrypted } = encryptionOf(name, options);
  const content = streamOf(`/Filter [${filters}]`, encrypted(data, CONTENT));
  return pdfFile([...OBJECTS, content, HELVETICA, PAGE, dictionary], { trailer: TRAILER });
}

/**
 * The same with a content of the seventh generation.
 * @param {string} name @param {string} filters @param {Uint8Array} data
 */
export function encryptedGeneration(name, filters, data) {
  const { dictionary, encrypted } = encryptionOf(name);
  const content = streamOf(`/Filter [${filters}]`, encrypted(data, CONTENT, 7));
  const page = PAGE.replace("3 0 R", "3 7 R");
  const file = pdfFile([...OBJECTS, content, HELVETICA, page, dictionary], { trailer: TRAILER });
  const text = Buffer.from(file).toString("latin1").replace("\n3 0 obj", "\n3 7 obj");
  const row = /(?<=xref\n0 7\n(?:.{20}){3}.{10} )00000/s;
  return Buffer.from(text.replace(row, "00007"), "latin1");
}

/**
 * The same with the page and the font in an object stream, and a table of objects that is a stream.
 * @param {string} name @param {string} filters @param {Uint8Array} data @param {string} more further words of the page
 */
export function encryptedObjectStream(name, filters, data, more = "") {
  const { dictionary, encrypted } = encryptionOf(name);
  const held = [HELVETICA, PAGE.replace(/>>$/, `${more} >>`)];
  const head = `4 0 5 ${held[0].length + 1} `;
  const inner = deflateSync(Buffer.from(head + held.join("\n")));
  const objects = [
    ...[OBJECTS[0], OBJECTS[1], streamOf(`/Filter [${filters}]`, encrypted(data, CONTENT)), null, null, dictionary],
    streamOf(`/Type /ObjStm /N 2 /First ${head.length} /Filter /FlateDecode`, encrypted(inner, 7)),
  ];
  const parts = [Buffer.from("%PDF-1.7\n")];
  const rows = [[0, 0, 0]];
  let at = parts[0].length;
  objects.forEach((object, i) => {
    if (object === null) return rows.push([2, 7, i - 3]);
    const part = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(object), Buffer.from("\nendobj\n")]);
    rows.push([1, at, 0]);
    parts.push(part);
    at += part.length;
  });
  rows.push([1, at, 0]);
  const table = Buffer.from(rows.flatMap(([kind, place, index]) => [kind, place >> 16, place >> 8, place, index]));
  const xref = `/Type /XRef /Size ${rows.length} /W [1 3 1] /Root 1 0 R ${TRAILER}`;
  parts.push(Buffer.from("8 0 obj\n"), streamOf(xref, table), Buffer.from(`\nendobj\nstartxref\n${at}\n%%EOF\n`));
  return new Uint8Array(Buffer.concat(parts));
}

function key128({ R, bits }, metadata) {
  let key = hash("md5", PADDING, OWNER, FLAGS, ID, Buffer.alloc(R >= 4 && !metadata ? 4 : 0, 255));
  if (R >= 3) for (let i = 0; i < 50; i++) key = hash("md5", key.subarray(0, bits / 8));
  key = key.subarray(0, bits / 8);
  let user = rc4(key, R >= 3 ? hash("md5", PADDING, ID) : PADDING);
  for (let i = 1; R >= 3 && i < 20; i++)
    user = rc4(
      key.map((byte) => byte ^ i),
      user,
    );
  return { key, words: `/O ${hex(OWNER)} /U ${hex(Buffer.concat([user, Buffer.alloc(32)]).subarray(0, 32))}` };
}

function key256({ R }) {
  const hashed = (/** @type {Buffer} */ salt) => (R === 6 ? hardened(salt) : hash("sha256", salt));
  const user = Buffer.concat([hashed(SALTS.subarray(0, 8)), SALTS]);
  const wrapped = aes(256, hashed(SALTS.subarray(8)), Buffer.alloc(16), FILE_KEY, false);
  const owner = Buffer.alloc(48, 9);
  const words = `/O ${hex(owner)} /U ${hex(user)} /OE ${hex(owner.subarray(16))} /UE ${hex(wrapped)} /Perms ${hex(ID)}`;
  return { key: FILE_KEY, words };
}

/** @param {Buffer} salt */
function hardened(salt) {
  let key = hash("sha256", salt);
  for (let round = 0, last = 0; round < 64 || last > round - 32; round++) {
    const repeated = Buffer.concat(new Array(64).fill(key));
    const encrypted = aes(128, key.subarray(0, 16), key.subarray(16, 32), repeated, false);
    const remainder = Number(BigInt(`0x${encrypted.subarray(0, 16).toString("hex")}`) % 3n);
    key = hash(["sha256", "sha384", "sha512"][remainder], encrypted);
    last = encrypted[encrypted.length - 1];
  }
  return key.subarray(0, 32);
}

function encrypt(cipher, key, data, object, generation) {
  if (cipher === "AESV3") return Buffer.concat([ID, aes(256, key, ID, data, true)]);
  const salt = Buffer.from(cipher === "AESV2" ? "sAlT" : "");
  const name = Buffer.from([object, 0, 0, generation, 0]);
  const own = hash("md5", key, name, salt).subarray(0, Math.min(key.length + 5, 16));
  return cipher === "V2" ? rc4(own, data) : Buffer.concat([ID, aes(128, own, ID, data, true)]);
}

function aes(bits, key, iv, data, padded) {
  const cipher = createCipheriv(`aes-${bits}-cbc`, key, iv).setAutoPadding(padded);
  return Buffer.concat([cipher.update(data), cipher.final()]);
}

/** Written as RC4 is described, a byte at a time. */
function rc4(key, data) {
  const state = Array.from({ length: 256 }, (_, i) => i);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + state[i] + key[i % key.length]) % 256;
    [state[i], state[j]] = [state[j], state[i]];
  }
  let [i, j] = [0, 0];
  return Buffer.from(data).map((byte) => {
    i = (i + 1) % 256;
    j = (j + state[i]) % 256;
    [state[i], state[j]] = [state[j], state[i]];
    return byte ^ state[(state[i] + state[j]) % 256];
  });
}
