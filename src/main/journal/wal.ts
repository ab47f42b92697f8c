/** A running checksum of the log. */
interface Sums {
  readonly a: number;
  readonly b: number;
}

const MAGIC = 0x377f0682;
const VERSION = 3_007_000;
const HEADER_BYTES = 32;
const FRAME_BYTES = 24;

/**
 * Puts the log beside a SQLite file right where its middle was damaged.
 *
 * SQLite reads a log up to the first frame whose checksum does not fit and forgets the
 * rest without a word. That is right for a tail torn by a power cut and wrong for a bit
 * that fell over: everything saved after it would be gone. Each checksum goes on from the
 * one before, as it is written there, so that each frame can be judged by itself; what the
 * bad frame holds is for whoever reads the rows to judge, and those are sealed.
 *
 * Null when nothing can be won: it is whole, or only its tail is torn. Format:
 * sqlite.org/fileformat2.html#walformat, read on 22 November 2026.
 */
export function mendLog(log: Buffer, pageBytes: number): Buffer | null {
  const mended = Buffer.from(log);
  const header = mended.subarray(0, HEADER_BYTES);
  const frames = framesOf(mended, FRAME_BYTES + pageBytes);
  const [first] = frames;
  if (!first) return null;

  const isBig = header.readUInt32BE(0) === MAGIC + 1;
  const isHeaderWhole =
    (isBig || header.readUInt32BE(0) === MAGIC) &&
    isSame(sumOfHeader(header, isBig), readSums(header, 24));
  const salt = readSums(isHeaderWhole ? header : first, isHeaderWhole ? 16 : 8);
  const states = frames.map((frame, index) => {
    const before = frames[index - 1];
    const from = before ? readSums(before, 16) : readSums(header, 24);
    const isSound = isSame(sumOfFrame(from, frame, isBig), readSums(frame, 16));
    const isSalted = isSame(readSums(frame, 8), salt);
    // Frames of an earlier log may lie behind: they go on from another checksum.
    return { isWhole: isSound && isSalted, isOurs: isSound || isSalted };
  });
  const last = frames.findLastIndex((frame, i) => states[i]?.isOurs && frame.readUInt32BE(4) > 0);
  const isWhole = isHeaderWhole && states.slice(0, last + 1).every((state) => state.isWhole);
  if (last < 0 || isWhole) return null;

  if (!isHeaderWhole) writeHeader(header, pageBytes, salt);
  let sums = readSums(header, 24);
  for (const frame of frames.slice(0, last + 1)) {
    writeSums(frame, 8, salt);
    sums = sumOfFrame(sums, frame, isBig);
    writeSums(frame, 16, sums);
  }
  return mended.subarray(0, HEADER_BYTES + (last + 1) * (FRAME_BYTES + pageBytes));
}

function framesOf(log: Buffer, size: number): readonly Buffer[] {
  const count = Math.max(0, Math.floor((log.length - HEADER_BYTES) / size));
  return Array.from({ length: count }, (_, index) => {
    const at = HEADER_BYTES + index * size;
    return log.subarray(at, at + size);
  });
}

function writeHeader(header: Buffer, pageBytes: number, salt: Sums): void {
  header.writeUInt32BE(MAGIC, 0);
  header.writeUInt32BE(VERSION, 4);
  header.writeUInt32BE(pageBytes, 8);
  writeSums(header, 16, salt);
  writeSums(header, 24, sumOfHeader(header, false));
}

function sumOfHeader(header: Buffer, isBig: boolean): Sums {
  return sum({ a: 0, b: 0 }, header.subarray(0, 24), isBig);
}

function sumOfFrame(from: Sums, frame: Buffer, isBig: boolean): Sums {
  return sum(sum(from, frame.subarray(0, 8), isBig), frame.subarray(FRAME_BYTES), isBig);
}

/** Adds bytes to a checksum; their number is a multiple of eight. */
function sum({ a, b }: Sums, bytes: Buffer, isBig: boolean): Sums {
  let [one, two] = [a, b];
  for (let at = 0; at < bytes.length; at += 8) {
    const x = isBig ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at);
    const y = isBig ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4);
    one = (one + x + two) >>> 0;
    two = (two + y + one) >>> 0;
  }
  return { a: one, b: two };
}

function readSums(bytes: Buffer, at: number): Sums {
  return { a: bytes.readUInt32BE(at), b: bytes.readUInt32BE(at + 4) };
}

function writeSums(bytes: Buffer, at: number, { a, b }: Sums): void {
  bytes.writeUInt32BE(a, at);
  bytes.writeUInt32BE(b, at + 4);
}

function isSame(one: Sums, two: Sums): boolean {
  return one.a === two.a && one.b === two.b;
}
