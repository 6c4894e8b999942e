import type { ComponentProps } from 'react';
import { Question } from './question.tsx';

type Props = Omit<ComponentProps<typeof Question>, 'total' | 'stem' | 'item' | 'first'> & {
  /** Published wording of the item. */
  readonly text: string;
};

/** The unscored item after the nine: always the last, where a published wording exists (decision D22). */
export function Difficulty({ text, ...props }: Props) {
  return <Question {...props} total={props.n} item={text} first={false} />;
}
