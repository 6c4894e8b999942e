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
  const body = await readBytes(request, LONGEST_BODY);
  if (body === null) return { ok: false, status: 413 };
  return gathered(new URLSearchParams(body.toString('utf8')));
}

/** Beside a file its form sends little else. */
const LONGEST_BESIDE = 64 * 1024;

/**
 * The fields of a form that may send one file of at most `longest` bytes: its content stands as base64 under
 * the name of its field, and its own name under `<field>-name`.
 */
export async function readUpload(request: Request, longest: number): Promise<FormRead> {
  // The edge guard keeps this type from the framework, which would look for a server action.
  const type = request.headers.get('x-handrail-multipart');
  if (type === null) return readForm(request);
  const body = await readBytes(request, longest + LONGEST_BESIDE);
  if (body === null) return { ok: false, status: 413 };
  const form = await new Response(body, { headers: { 'content-type': type } })
    .formData()
    .catch(() => null);
  if (form === null) return { ok: false, status: 400 };
  const fields: [string, string][] = [];
  for (const [name, value] of form) {
    if (typeof value === 'string') fields.push([name, value]);
    else {
      fields.push([name, Buffer.from(await value.arrayBuffer()).toString('base64')]);
      fields.push([`${name}-name`, value.name.slice(0, 80)]);
    }
  }
  return gathered(fields);
}

function gathered(fields: Iterable<[string, string]>): FormRead {
  const values: Record<string, string> = Object.create(null);
  let count = 0;
  for (const [name, value] of fields) {
    count += 1;
    // No field of ours holds U+0000, and PostgreSQL cannot store it.
    if (count > MOST_FIELDS || value.includes('\0')) return { ok: false, status: 400 };
    values[name] = name in values ? `${values[name]},${value}` : value;
  }
  return { ok: true, values: { ...values } };
}

async function readBytes(request: Request, longest: number): Promise<Buffer<ArrayBuffer> | null> {
  if (Number(request.headers.get('content-length') ?? 0) > longest) return null;
  if (!request.body) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > longest) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
