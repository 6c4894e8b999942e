// Looked for inside the page: each function is sent to the browser as it stands, and needs nothing else.

/** The overrides of WCAG 2.2, success criterion 1.4.12. */
export function spaceText(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }`);
  document.adoptedStyleSheets = [sheet];
}

export function unspaceText(): void {
  document.adoptedStyleSheets = [];
}

export function openDetails(): void {
  for (const details of document.querySelectorAll('details')) details.open = true;
}

/** What makes the page scroll sideways; tables scroll in boxes of their own. */
export function findWide(): readonly string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const outside = [...document.querySelectorAll('body *')].filter((element) => {
    if (element.closest('.table-box') && !element.matches('.table-box')) return false;
    const { right, left, width } = element.getBoundingClientRect();
    return width > 2 && (right > clientWidth + 1 || left < -1);
  });
  const found = outside.map((e) => `too wide: <${e.localName} class="${e.className}">`);
  return scrollWidth > clientWidth ? [`page of ${scrollWidth} px`, ...found] : found;
}

/** Boxes that cut off what is in them. */
export function findCutOff(): readonly string[] {
  const UNSEEN = '.unseen, .unseen-always, dialog, svg, svg *, option, input, textarea, select';
  const cut = [...document.querySelectorAll('body *')].filter((e) => {
    const { overflowX, overflowY, clipPath } = getComputedStyle(e);
    if (e.matches(UNSEEN) || overflowX === 'visible' || clipPath.startsWith('inset')) return false;
    return overflowY !== 'auto' && e.scrollHeight > e.clientHeight + 1;
  });
  return cut.map((e) => `cut off: <${e.localName} class="${e.className}">`);
}

/** Text that lies on other text; the bar over the page is looked at with the keyboard. */
export function findOverlaps(): readonly string[] {
  const HIDDEN = '.unseen:not(:focus), .unseen-always, .leave, [hidden], svg, dialog, option';
  const isSeen = (e: Element | null) =>
    e !== null &&
    e.closest(HIDDEN) === null &&
    // The head of a stacked table is there for screen readers only.
    !getComputedStyle(e.closest('thead') ?? e).clipPath.startsWith('inset') &&
    e.checkVisibility();
  // Plain numbers: reading an edge of a box of the browser's takes longer than comparing two of them.
  const linesOf = (text: Node) => {
    const range = document.createRange();
    range.selectNodeContents(text);
    return [...range.getClientRects()].map(({ left, right, top, bottom, height }) => {
      return { text, left, right, top, bottom, height };
    });
  };
  type Line = ReturnType<typeof linesOf>[number];
  // The boxes of letters are a little higher than a tight line.
  const overlap = (a: Line, b: Line) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.3 * Math.min(a.height, b.height);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: Node[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  const lines = texts
    .filter((text) => text.nodeValue?.trim() && isSeen(text.parentElement))
    .flatMap(linesOf)
    .sort((a, b) => a.top - b.top);
  return lines.flatMap((a, i) => {
    const below = lines.findIndex((b, at) => at > i && b.top >= a.bottom);
    return lines
      .slice(i + 1, below < 0 ? undefined : below)
      .filter((b) => a.text !== b.text && overlap(a, b))
      .map((b) => `"${a.text.nodeValue}" lies on "${b.text.nodeValue}"`);
  });
}

/** Targets under 44 × 44 px (rows of a choice: 56 px high); links within a sentence may be smaller. */
export function findSmallTargets(): readonly string[] {
  const isInSentence = (e: Element) => {
    if (e.localName !== 'a' || getComputedStyle(e).display !== 'inline') return false;
    const around = e.closest('p, li, dd, dt, td, th, legend, label, .hint')?.textContent ?? '';
    return around.trim().length > (e.textContent ?? '').trim().length;
  };
  const small: string[] = [];
  const expect = (e: Element, least: number, about: string) => {
    const { width, height } = e.getBoundingClientRect();
    const seen = e.checkVisibility() && e.closest('.unseen, .unseen-always') === null;
    if (!seen || (width >= 43.5 && height >= least - 0.5)) return;
    small.push(`${about} ${Math.round(width)} × ${Math.round(height)}: ${e.textContent?.trim()}`);
  };
  const TARGETS = 'a[href], button, summary, select, textarea, input:not([type=hidden])';
  for (const e of document.querySelectorAll<HTMLInputElement>(TARGETS)) {
    const label = /^(radio|checkbox)$/.test(e.type) ? e.labels?.[0] : null;
    if (label) expect(label, e.closest('.row') ? 56 : 44, 'row');
    else if (!isInSentence(e)) expect(e, 44, e.localName);
  }
  return small;
}

/** Boxes that would lose their edge where a device puts its own colours. */
export function findUnedged(): readonly string[] {
  const BOXES = '.button:not(.button-link), .input, .row label, .panel, .slip, .error-summary';
  const lost = [...document.querySelectorAll(BOXES)].filter((e) => {
    const style = getComputedStyle(e);
    const width = Number.parseFloat(style.borderInlineStartWidth);
    return (
      e.checkVisibility() && (width < 2 || /^rgba\(.*, 0\)$/.test(style.borderInlineStartColor))
    );
  });
  return lost.map((e) => `no edge: <${e.localName} class="${e.className}">`);
}

/** Controls on which the keyboard's focus would not be seen. */
export function findUnmarkedFocus(): readonly string[] {
  const isMarked = (e: Element | null | undefined) => {
    if (!e) return false;
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(e);
    return (
      outlineStyle !== 'none' &&
      Number.parseFloat(outlineWidth) >= 2 &&
      !/^rgba\(.*, 0\)$/.test(outlineColor)
    );
  };
  const CONTROLS =
    'a[href], button, summary, select, textarea, input:not([type=hidden]), [tabindex="0"]';
  const unmarked: string[] = [];
  for (const e of document.querySelectorAll<HTMLInputElement>(CONTROLS)) {
    if (!e.checkVisibility() || e.tabIndex < 0) continue;
    e.focus();
    if (document.activeElement !== e || !e.matches(':focus-visible')) {
      unmarked.push(`no focus: <${e.localName} id="${e.id}"> ${e.textContent}`);
    } else if (!isMarked(e) && !isMarked(e.labels?.[0])) {
      unmarked.push(`no mark: <${e.localName} id="${e.id}"> ${e.textContent}`);
    }
  }
  return unmarked;
}

/** Everything that would move. */
export function findMoving(): readonly string[] {
  const moving = document.getAnimations().map(({ id }) => `running animation ${id}`);
  for (const e of document.querySelectorAll('*')) {
    for (const part of [undefined, '::before', '::after']) {
      const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(e, part);
      const still = animationName === 'none' && /^0s(, 0s)*$/.test(transitionDuration);
      if (!still || scrollBehavior === 'smooth')
        moving.push(`moves: <${e.localName}>${part ?? ''}`);
    }
  }
  return moving;
}
