/** Names and bytes of streams in, a compound file (OLE2) out. No stream is small enough for mini sectors. */

const SECTOR = 512;
const [FREE, END, FAT] = [0xffffffff, 0xfffffffe, 0xfffffffd];
const SMALLEST = 4_096;

const sectorsOf = (size: number) => Math.ceil(size / SECTOR);

export function compoundFile(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const entries = Object.entries(streams).map(([name, bytes]) => {
    const padded = new Uint8Array(Math.max(SMALLEST, sectorsOf(bytes.length) * SECTOR));
    padded.set(bytes);
    return { name, bytes: padded };
  });
  const directory = sectorsOf((entries.length + 1) * 128);
  const content = entries.reduce((sum, { bytes }) => sum + sectorsOf(bytes.length), 0);
  const tables = sectorsOf((directory + content + 4) * 4 + 512);
  const out = new Uint8Array((1 + tables + directory + content) * SECTOR);
  const view = new DataView(out.buffer);
  out.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(26, 3, true);
  view.setUint16(28, 0xfffe, true);
  view.setUint16(30, 9, true);
  view.setUint16(32, 6, true);
  view.setUint32(44, tables, true);
  view.setUint32(48, tables, true);
  view.setUint32(56, SMALLEST, true);
  for (const at of [60, 68]) view.setUint32(at, END, true);
  for (let i = 0; i < 109; i++) view.setUint32(76 + 4 * i, i < tables ? i : FREE, true);

  const fat = (n: number, next: number) => view.setUint32(SECTOR + 4 * n, next, true);
  for (let n = 0; n < (tables * SECTOR) / 4; n++) fat(n, n < tables ? FAT : FREE);
  const chain = (start: number, length: number) => {
    for (let n = start; n < start + length; n++) fat(n, n === start + length - 1 ? END : n + 1);
  };
  chain(tables, directory);
  let next = tables + directory;
  const entry = (n: number, name: string, type: number, child: number, start: number, size: number) => {
    const at = (1 + tables) * SECTOR + n * 128;
    Array.from(name).forEach((character, i) => view.setUint16(at + 2 * i, character.charCodeAt(0), true));
    view.setUint16(at + 64, 2 * name.length + 2, true);
    out[at + 66] = type;
    view.setUint32(at + 68, FREE, true);
    view.setUint32(at + 72, type === 2 && n < entries.length ? n + 1 : FREE, true);
    view.setUint32(at + 76, child, true);
    view.setUint32(at + 116, start, true);
    view.setUint32(at + 120, size, true);
  };
  entry(0, "Root Entry", 5, entries.length > 0 ? 1 : FREE, END, 0);
  entries.forEach(({ name, bytes }, i) => {
    entry(i + 1, name, 2, FREE, next, bytes.length);
    chain(next, sectorsOf(bytes.length));
    out.set(bytes, (1 + next) * SECTOR);
    next += sectorsOf(bytes.length);
  });
  return out;
}
