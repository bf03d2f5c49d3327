/**
 * The encryption dictionary of a PDF in; the key that the empty user password makes out (ISO 32000-1 7.6.3.3 and 7.6.3.4;
 * ISO 32000-2 7.6.4.3.3 and 7.6.4.3.4).
 */
import { aesDecrypt, aesEncrypt, joined, md5, rc4, sha } from "./ciphers.js";
import type { EncryptionDictionary } from "./encryption-dictionary.js";

/** What fills up a password; the empty one is nothing else. */
const PADDING = Uint8Array.from(
  "28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a".match(/../g)!,
  (byte) => Number.parseInt(byte, 16),
);
const ALL_SET = new Uint8Array(4).fill(255);

/** Null where the password isn't the empty one. */
export async function emptyPasswordKey(
  dictionary: EncryptionDictionary,
  ids: readonly Uint8Array[],
): Promise<Uint8Array | null> {
  if (dictionary.version === 5) return key256(dictionary);
  for (const id of ids) {
    const key = key128(dictionary, id);
    if (key) return key;
  }
  return null;
}

function key128(dictionary: EncryptionDictionary, id: Uint8Array): Uint8Array | null {
  const { version, revision, permissions, owner, user, keyLength, encryptMetadata } = dictionary;
  const flags = Uint8Array.from([0, 8, 16, 24], (shift) => permissions >> shift);
  const more = revision >= 4 && !encryptMetadata ? ALL_SET : new Uint8Array(0);
  let hash = md5(PADDING, owner.subarray(0, 32), flags, id, more);
  if (revision >= 3) for (let i = 0; i < 50; i++) hash = md5(hash.subarray(0, keyLength / 8));
  const key = hash.subarray(0, keyLength / 8);
  let proof = rc4(key, revision >= 3 ? md5(PADDING, id) : PADDING);
  if (revision >= 3) {
    for (let i = 1; i < 20; i++)
      proof = rc4(
        key.map((byte) => byte ^ i),
        proof,
      );
  }
  if (!proof.every((byte, i) => byte === user[i])) return null;
  // As pdfjs has it: the ciphers of crypt filters take 16 bytes.
  return version === 4 ? joined(key, new Uint8Array(16 - key.length)) : key;
}

async function key256({ revision, user, userKey }: EncryptionDictionary): Promise<Uint8Array | null> {
  const hash = revision === 6 ? hardenedHash : (salt: Uint8Array) => sha(256, salt);
  const proof = await hash(user.subarray(32, 40));
  if (!proof.every((byte, i) => byte === user[i])) return null;
  return aesDecrypt(await hash(user.subarray(40, 48)), new Uint8Array(16), userKey.subarray(0, 32));
}

/** ISO 32000-2 7.6.4.3.4, algorithm 2.B, of the empty password. */
async function hardenedHash(salt: Uint8Array): Promise<Uint8Array> {
  let key = await sha(256, salt);
  let last = 0;
  for (let round = 0; round < 64 || last > round - 32; round++) {
    const repeated = joined(...Array.from({ length: 64 }, () => key));
    const encrypted = await aesEncrypt(key.subarray(0, 16), key.subarray(16, 32), repeated);
    const remainder = encrypted.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
    key = await sha(([256, 384, 512] as const)[remainder]!, encrypted);
    last = encrypted.at(-1)!;
  }
  return key.subarray(0, 32);
}
