import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const setSchema = z.object({
  language: z.enum(['en', 'zh-Hans', 'zh-Hant']),
  explicit: z.array(z.string().min(1)).min(1),
  implicit: z.array(z.string().min(1)).min(1),
  benign: z.array(z.string().min(1)).min(1),
});

/**
 * `development`: written with the phrases, tuned on. `training`: written for the weights, by somebody who knew the
 * phrases. `second`: held back once, learned from since. `held-back`: by somebody who never saw any of it.
 */
const SET_FILE = /^(?<kind>development|training|second|held-back)\..+\.json$/;

/** Every set of sentences in this folder, each with the name of its file. */
export function readSets() {
  const here = new URL('.', import.meta.url);
  return readdirSync(here)
    .filter((name) => SET_FILE.test(name))
    .map((name) => ({
      name,
      kind: SET_FILE.exec(name)?.groups?.['kind'] ?? '',
      ...setSchema.parse(JSON.parse(readFileSync(new URL(name, here), 'utf8'))),
    }));
}
