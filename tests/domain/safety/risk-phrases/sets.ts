import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const setSchema = z.object({
  language: z.enum(['en', 'zh-Hans', 'zh-Hant']),
  explicit: z.array(z.string().min(1)).min(1),
  implicit: z.array(z.string().min(1)).min(1),
  benign: z.array(z.string().min(1)).min(1),
});

/** `development`: written with the phrases, tuned on. `held-back`: by somebody who never saw them. */
const SET_FILE = /^(development|held-back)\..+\.json$/;

/** Every set of sentences in this folder, each with the name of its file. */
export function readSets() {
  const here = new URL('.', import.meta.url);
  return readdirSync(here)
    .filter((name) => SET_FILE.test(name))
    .map((name) => ({
      name,
      isDevelopment: name.startsWith('development'),
      ...setSchema.parse(JSON.parse(readFileSync(new URL(name, here), 'utf8'))),
    }));
}
