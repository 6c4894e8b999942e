type Act = (at: number) => void;

/** What is going to happen, in the order of time. Moments are days from the midnight before the start. */
export class Agenda {
  readonly #entries: { readonly at: number; readonly act: Act }[] = [];
  readonly #end: number;
  #now = 0;

  /** Nothing happens from `end` on. */
  constructor(end: number) {
    this.#end = end;
  }

  /** Puts it where it belongs: after what was planned for the same moment, and never before now. */
  plan(at: number, act: Act): void {
    if (at >= this.#end) return;
    const moment = Math.max(at, this.#now);
    const place = this.#entries.findIndex((entry) => entry.at > moment);
    this.#entries.splice(place === -1 ? this.#entries.length : place, 0, { at: moment, act });
  }

  run(): void {
    for (let next = this.#entries.shift(); next; next = this.#entries.shift()) {
      this.#now = next.at;
      next.act(next.at);
    }
  }
}
