/**
 * Encrypted streams of a PDF in; what they hold out, for counting alone (ISO 32000-1 7.6.2, algorithm 1; ISO 32000-2 7.6.3.3,
 * algorithm 1.A). A stream may be decrypted in several ways, where the file names several.
 */
import { aesDecrypt, md5, rc4 } from "./ciphers.js";
import { encryptionDictionaries, fileIds, notFollowed, type Method } from "./encryption-dictionary.js";
import { emptyPasswordKey } from "./encryption-key.js";

/** Characters before "obj" that hold the number and the generation of the object. */
const REACH = 30;
const OBJECT = /(?<!\d)(\d+)[\s\0]+(\d+)[\s\0]+$/;
const AES_SALT = Uint8Array.from("sAlT", (character) => character.charCodeAt(0));
const IV = 16;
/** Nobody encrypts a file in more ways. */
const MOST_KEYS = 4;

/** @param starts where the objects that may hold the stream have their word "obj" */
export type Decrypt = (data: Uint8Array, starts: readonly number[]) => AsyncIterable<Uint8Array>;

/**
 * Null where the file isn't encrypted.
 * @param places where the values of the key begin that says how it is
 * @throws UnreadableDocumentError "encrypted" where the empty password doesn't open it, in all the ways it may be read
 */
export async function decrypter(text: string, bytes: Uint8Array, places: Iterable<number>): Promise<Decrypt | null> {
  const dictionaries = encryptionDictionaries(text, bytes, places);
  if (dictionaries.length === 0) return null;
  if (dictionaries.length > MOST_KEYS) notFollowed();
  const ids = fileIds(text, bytes);
  const ways: [Method, Uint8Array][] = [];
  for (const dictionary of dictionaries) {
    const key = (await emptyPasswordKey(dictionary, ids)) ?? notFollowed();
    for (const method of dictionary.methods) ways.push([method, key]);
  }
  return async function* (data, starts) {
    const objects = starts.flatMap((start) => objectsAt(text, start));
    for (const [method, key] of ways) {
      // Its key is the same for all objects.
      const distinct = method === "AESV3" ? objects.slice(0, 1) : objects;
      for (const [number, generation] of distinct) yield decryptStream(data, method, key, number, generation);
    }
  };
}

/** A reader that is led into the middle of a number takes what follows for the number. */
function objectsAt(text: string, start: number): [number, number][] {
  const [, number = "", generation] = OBJECT.exec(text.slice(Math.max(0, start - REACH), start)) ?? notFollowed();
  const numbers = Array.from(number, (_, i) => Number(number.slice(i)));
  return [...new Set(numbers)].map((own) => [own, Number(generation)]);
}

async function decryptStream(
  data: Uint8Array,
  method: Method,
  key: Uint8Array,
  number: number,
  generation: number,
): Promise<Uint8Array> {
  if (method === "V2") return rc4(objectKey(key, number, generation), data);
  const [iv, blocks] = [data.subarray(0, IV), data.subarray(IV)];
  if (iv.length < IV) return new Uint8Array(0);
  if (method === "AESV2") return aesDecrypt(objectKey(key, number, generation, AES_SALT), iv, blocks);
  return key.length === 32 ? aesDecrypt(key, iv, blocks) : notFollowed();
}

function objectKey(key: Uint8Array, number: number, generation: number, salt = new Uint8Array(0)): Uint8Array {
  const name = Uint8Array.from([number, number >> 8, number >> 16, generation, generation >> 8]);
  return md5(key, name, salt).subarray(0, Math.min(key.length + 5, 16));
}
