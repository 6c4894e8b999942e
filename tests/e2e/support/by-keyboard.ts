// A person who has only a keyboard: every stop on the way is looked at.
import { expect, type Page } from '@playwright/test';

export interface Stop {
  /** What a screen reader would call it: its label or text. */
  readonly name: string;
  readonly tag: string;
  readonly type: string | undefined;
  /** Where it is on the page. */
  readonly x: number;
  readonly y: number;
  readonly height: number;
  /** What is wrong with it: no mark, off the screen, under the bar. */
  readonly faults: readonly string[];
  readonly inMain: boolean;
  readonly inLeave: boolean;
}

/** Runs in the page: the control that has the focus; null at the end of the page. */
function readStop(): Stop | null {
  const e = document.activeElement as HTMLInputElement | null;
  if (!e || e.matches('body, html')) return null;
  const label = e.labels?.[0] ?? e;
  const shown = label.closest('.row') ? label : e;
  const box = shown.getBoundingClientRect();
  const isMarked = () => {
    const { outlineStyle, outlineWidth } = getComputedStyle(shown);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  };
  const isOff = () => (box.top < -1 || box.bottom > innerHeight + 1) && box.height < innerHeight;
  const isCovered = () =>
    [...document.querySelectorAll('.leave')].some((bar) => {
      const { left, right, top, bottom } = bar.getBoundingClientRect();
      const over =
        Math.min(right, box.right) - Math.max(left, box.left) > 1 &&
        Math.min(bottom, box.bottom) - Math.max(top, box.top) > 1;
      return over && !bar.contains(e) && getComputedStyle(bar).position !== 'static';
    });
  const faults = { 'is not marked': !isMarked(), 'is off': isOff(), 'is covered': isCovered() };
  return {
    name: label.textContent?.trim() ?? '',
    tag: e.localName,
    type: e.type,
    x: box.left + scrollX,
    y: box.top + scrollY,
    height: box.height,
    faults: Object.entries(faults).flatMap(([fault, is]) => (is ? [fault] : [])),
    inMain: e.closest('main') !== null,
    inLeave: e.closest('.leave') !== null,
  };
}

const MOST_STOPS = 80;

/** One press of Tab; the focus must be seen wherever it lands. */
export async function tab(page: Page): Promise<Stop | null> {
  await page.keyboard.press('Tab');
  const stop = await page.evaluate(readStop);
  expect(stop?.faults ?? [], `${page.url()}: ${stop?.tag} "${stop?.name}"`).toEqual([]);
  return stop;
}

/** Tabs on until a control of this name has the focus. */
export async function tabTo(page: Page, name: string | RegExp): Promise<Stop> {
  const isIt = (text: string) => (typeof name === 'string' ? text === name : name.test(text));
  for (let presses = 0; presses < MOST_STOPS; presses += 1) {
    const stop = await tab(page);
    if (stop && isIt(stop.name)) return stop;
  }
  throw new Error(`Tab never reached "${name}" on ${page.url()}`);
}

/** Every stop of a page, from the first to the last. */
export async function tabThrough(page: Page): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  for (let presses = 0; presses < MOST_STOPS; presses += 1) {
    const stop = await tab(page);
    if (stop === null) return stops;
    stops.push(stop);
  }
  throw new Error(`Tab never came to the end of ${page.url()}`);
}

/** Enters a group of radios and goes down to the choice of this name with the arrow. */
export async function chooseByKeys(page: Page, name: string): Promise<void> {
  const label = () => page.evaluate(readStop).then((stop) => stop?.name);
  let stop: Stop | null = null;
  while (stop?.type !== 'radio') stop = await tab(page);
  await page.keyboard.press('Space');
  for (let presses = 0; presses < 10 && (await label()) !== name; presses += 1) {
    await page.keyboard.press('ArrowDown');
  }
  expect(await label()).toBe(name);
  expect((await page.evaluate(readStop))?.faults).toEqual([]);
}
