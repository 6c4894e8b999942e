/**
 * What the finders read: the text in one plain spelling, and for each of its UTF-16 units the place
 * in the original text (`from` inclusive, `to` exclusive) that it was read from.
 */
export type View = {
  readonly text: string;
  readonly from: readonly number[];
  readonly to: readonly number[];
};

export type Span = { readonly start: number; readonly end: number };

/** Stands where something is masked already. A private-use character, as are the signs for platforms. */
export const BARRIER = '\uE00F';

/** Collects a view piece by piece. */
export function viewBuilder() {
  const from: number[] = [];
  const to: number[] = [];
  let text = '';
  return {
    /** `piece` was read from `start` to `end` of the original. */
    add(piece: string, start: number, end: number): void {
      text += piece;
      // What is not seen goes with what it follows.
      if (piece === '' && to.length > 0) to[to.length - 1] = end;
      for (let unit = 0; unit < piece.length; unit += 1) {
        from.push(start);
        to.push(end);
      }
    },
    view: (): View => ({ text, from, to }),
  };
}

/** The part of the original that the units from `start` to `end` of a view were read from. */
export function original(view: View, start: number, end: number): Span {
  return { start: view.from[start] ?? 0, end: view.to[end - 1] ?? 0 };
}

/**
 * The view with what `pattern` finds written another way; where `write` gives `null` it stays. Of
 * what keeps its length (all in the basic plane) each unit keeps its own place.
 */
export function rewrite(
  view: View,
  pattern: RegExp,
  write: (match: RegExpExecArray) => string | null,
): View {
  const built = viewBuilder();
  let done = 0;
  const copy = (end: number) => {
    for (; done < end; done += 1) {
      built.add(view.text.charAt(done), view.from[done] ?? 0, view.to[done] ?? 0);
    }
  };
  for (const match of view.text.matchAll(pattern)) {
    const written = write(match);
    if (written === null || match[0] === '') continue;
    copy(match.index);
    done = match.index + match[0].length;
    if (written.length === match[0].length) {
      [...written].forEach((unit, i) => {
        built.add(unit, view.from[match.index + i] ?? 0, view.to[match.index + i] ?? 0);
      });
    } else {
      const { start, end } = original(view, match.index, done);
      built.add(written, start, end);
    }
  }
  if (done === 0) return view;
  copy(view.text.length);
  return built.view();
}
