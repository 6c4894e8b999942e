export interface Choice {
  readonly value: number;
  readonly label: string;
}

/** The published wording of an instrument in one language, shown word for word. */
export interface Wording {
  readonly stem: string;
  readonly items: readonly { readonly id: string; readonly text: string }[];
  readonly options: readonly Choice[];
  /** The unscored difficulty item; null where no published wording was found (decision D22). */
  readonly functionalItem: { readonly text: string; readonly options: readonly Choice[] } | null;
}
