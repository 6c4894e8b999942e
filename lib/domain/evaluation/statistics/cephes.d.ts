/** What is used of the package: it ships types, but not where its `exports` would lead the compiler to them. */
declare module 'cephes' {
  /** Settled once the functions may be called. */
  export const compiled: Promise<void>;
  export function ndtr(z: number): number;
  export function ndtri(p: number): number;
  export function igamc(shape: number, x: number): number;
  export function incbet(a: number, b: number, x: number): number;
  export function incbi(a: number, b: number, p: number): number;
  export function lbeta(a: number, b: number): number;
  export function lgam(x: number): number;
}
