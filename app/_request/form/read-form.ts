const LONGEST_BODY = 64 * 1024;
/** The largest policy that can be typed: six tables and thirty rules. */
const MOST_FIELDS = 2000;

export type FormRead =
  | { readonly ok: true; readonly values: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly status: 413 | 415 | 400 };

/**
 * The fields of an urlencoded post of at most 64 KiB. A field sent more than once is joined with a
 * comma (checkboxes); our own field names and values hold none.
 */
export async function readForm(request: Request): Promise<FormRead> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) return { ok: false, status: 415 };
  if (Number(request.headers.get('content-length') ?? 0) > LONGEST_BODY) {
    return { ok: false, status: 413 };
  }
  const body = await readText(request);
  if (body === null) return { ok: false, status: 413 };
  const values: Record<string, string> = Object.create(null);
  let fields = 0;
  for (const [name, value] of new URLSearchParams(body)) {
    fields += 1;
    // No field of ours holds U+0000, and PostgreSQL cannot store it.
    if (fields > MOST_FIELDS || value.includes('\0')) return { ok: false, status: 400 };
    values[name] = name in values ? `${values[name]},${value}` : value;
  }
  return { ok: true, values: { ...values } };
}

async function readText(request: Request): Promise<string | null> {
  if (!request.body) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > LONGEST_BODY) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
