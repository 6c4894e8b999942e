/** One part of a long list. */
export interface Paged<T> {
  readonly shown: readonly T[];
  /** Counted from 1. */
  readonly page: number;
  readonly pages: number;
}

/** The part that an address asks for; what is no page of the list is its first. */
export function pageOf<T>(list: readonly T[], size: number, asked: string | undefined): Paged<T> {
  const pages = Math.max(1, Math.ceil(list.length / size));
  const number = /^\d{1,4}$/.test(asked ?? '') ? Number(asked) : 1;
  const page = number >= 1 && number <= pages ? number : 1;
  return { shown: list.slice((page - 1) * size, page * size), page, pages };
}
