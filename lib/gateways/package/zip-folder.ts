import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { Zip, ZipDeflate } from 'fflate';
import { listFiles } from './package-folder.ts';

/** Every file bears the same date, so that the same folder is the same file. */
const STAMP = '2000-01-02T00:00:00Z';
/** Codes repeat so much that more effort gains little (DEFLATE levels 1 to 9). */
const LEVEL = 3;

/** A folder as one ZIP file (below 4 GB), a chunk at a time, as fast as it is read; it unpacks into a folder of that name. */
export function zipFolder(folder: string, name: string): ReadableStream<Uint8Array> {
  return Readable.toWeb(Readable.from(chunksOf(folder, name))) as ReadableStream<Uint8Array>;
}

async function* chunksOf(folder: string, name: string): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const take = () => {
    const chunks = ready;
    ready = [];
    return chunks;
  };
  for (const inside of await listFiles(folder)) {
    const file = new ZipDeflate(`${name}/${inside}`, { level: LEVEL });
    file.mtime = STAMP;
    zip.add(file);
    for await (const chunk of createReadStream(`${folder}/${inside}`)) {
      file.push(chunk);
      yield* take();
    }
    file.push(new Uint8Array(), true);
    yield* take();
  }
  zip.end();
  yield* take();
}
