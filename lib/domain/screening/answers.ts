/** One item as the visitor left it; `declined` is the button "I would rather not answer". */
export type ItemAnswer = number | 'declined';

/** A form in progress: `null` is "not answered yet". */
export interface Answers {
  readonly items: readonly (ItemAnswer | null)[];
  readonly difficulty: ItemAnswer | null;
}
