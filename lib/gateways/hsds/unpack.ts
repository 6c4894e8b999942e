import { Unzip, type UnzipFile, UnzipInflate } from 'fflate';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';

/** Of all wanted files together, unpacked. */
const MOST_UNPACKED = 24 * 1024 * 1024;
const MOST_FILES = 64;
/** Packed bytes that are read at one go: at the highest rate of deflate (1,032) they become 8 MB. */
const SLICE = 8 * 1024;

class TooLarge extends Error {}

/**
 * The wanted files of a zip archive by their names, without their folders. What an archive says of its own
 * sizes is not believed: unpacking stops where it has come to too much.
 */
export function unpack(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): Result<ReadonlyMap<string, Uint8Array>, 'too_large' | 'not_readable'> {
  const files = new Map<string, Uint8Array[]>();
  const ended = new Set<string>();
  let size = 0;
  let count = 0;
  const take = (file: UnzipFile) => {
    count += 1;
    if (count > MOST_FILES) throw new TooLarge();
    const name = file.name.slice(file.name.lastIndexOf('/') + 1);
    if (!wanted(name) || file.name.startsWith('__MACOSX/')) return;
    const chunks: Uint8Array[] = [];
    files.set(name, chunks);
    file.ondata = (error, chunk, final) => {
      if (error) throw error;
      size += chunk.length;
      if (size > MOST_UNPACKED) throw new TooLarge();
      chunks.push(chunk);
      if (final) ended.add(name);
    };
    file.start();
  };
  try {
    const unzip = new Unzip(take);
    unzip.register(UnzipInflate);
    for (let from = 0; from < bytes.length; from += SLICE) {
      unzip.push(bytes.subarray(from, from + SLICE), from + SLICE >= bytes.length);
    }
  } catch (error) {
    // Whatever else a broken archive makes of the library, it is not readable.
    return err(error instanceof TooLarge ? 'too_large' : 'not_readable');
  }
  if (ended.size < files.size) return err('not_readable');
  return ok(new Map([...files].map(([name, chunks]) => [name, Buffer.concat(chunks)])));
}
