import { create } from 'qrcode';

export interface QrPath {
  /** Modules along one side, without the quiet zone. */
  readonly size: number;
  /** Every dark run as `M x y h n v1 h-n z`, for one SVG path. */
  readonly path: string;
}

/** A QR code as one SVG path: nothing to download, no script, sharp at every size. */
export function qrPath(text: string): QrPath {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  let path = '';
  for (let y = 0; y < size; y += 1) path += rowPath((x) => modules.get(y, x) === 1, y, size);
  return { size, path };
}

function rowPath(isDark: (x: number) => boolean, y: number, size: number): string {
  let path = '';
  for (let x = 0; x < size; x += 1) {
    if (!isDark(x)) continue;
    const start = x;
    while (x + 1 < size && isDark(x + 1)) x += 1;
    const run = x - start + 1;
    path += `M${start} ${y}h${run}v1h-${run}z`;
  }
  return path;
}
