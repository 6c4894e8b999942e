import { type QrPath, qrPath } from '#lib/gateways/qr.ts';

const made = new Map<string, QrPath>();

/** The QR code of one of our own addresses; there are as many as languages, so each is made once. */
export function qrOf(address: string): QrPath {
  const known = made.get(address) ?? qrPath(address);
  made.set(address, known);
  return known;
}
