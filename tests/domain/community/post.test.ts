// No path from a draft, an edit, a restore or an import to a visible text without a person's decision on exactly it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REASONS, type Reason } from '#lib/domain/community/codes.ts';
import {
  type Act,
  advance,
  DECISIONS,
  type Decision,
  enter,
  ITEM_KINDS,
  mayEdit,
  type Post,
  underDecision,
  visibleText,
  waitsFor,
} from '#lib/domain/community/post.ts';

const WHY: Reason = 'method';
const decide = (decision: Decision, seen: number): Act<number> => ({
  act: 'decide',
  decision,
  seen,
  reason: decision === 'show' ? null : WHY,
});

/** One post, and what people decided about which text of it. */
interface Model {
  post: Post<number> | null;
  texts: number;
  /** The texts for which somebody said `show`, while that text was in front of them. */
  readonly shown: Set<number>;
  /** The text for which the latest decision was to show it; null after one not to, and after a report. */
  standing: number | null;
}

/** What somebody does; after each the visible text is checked. */
const step = (
  name: string,
  does: (model: Model) => void,
  needs: (model: Model) => boolean = () => true,
): fc.Command<Model, object> => ({
  check: (model) => needs(model as Model),
  run(model) {
    does(model);
    const seen = model.post && visibleText(model.post);
    if (seen === null) return;
    expect(model.shown.has(seen)).toBe(true);
    expect(seen).toBe(model.standing);
  },
  toString: () => name,
});

const exists = ({ post }: Model) => post !== null;

function apply(model: Model, act: Act<number>): boolean {
  const next = model.post && advance(model.post, act);
  if (next?.ok !== true) return false;
  model.post = next.value;
  return true;
}

function decideAs(model: Model, decision: Decision, seen: number) {
  const before = model.post;
  if (before === null) return;
  const kind = waitsFor(before);
  const about = underDecision(before);
  const done = apply(model, decide(decision, seen));
  if (!done) return;
  // Taken only where it was about the text that waits.
  expect(seen).toBe(about);
  if (decision === 'show') {
    model.shown.add(seen);
    model.standing = seen;
  } else if (kind !== 'edit') model.standing = null;
}

const enters = (name: string) =>
  fc.constant(
    step(name, (m) => {
      m.texts += 1;
      m.post = enter(m.texts);
      m.standing = null;
    }),
  );

const COMMANDS = [
  enters('write'),
  enters('restore'),
  enters('import'),
  fc.constant(
    step(
      'edit',
      (m) => {
        m.texts += 1;
        apply(m, { act: 'edit', text: m.texts });
      },
      exists,
    ),
  ),
  fc.constant(
    step(
      'report',
      (m) => {
        if (apply(m, { act: 'report' })) m.standing = null;
      },
      exists,
    ),
  ),
  fc.constant(step('appeal', (m) => void apply(m, { act: 'appeal' }), exists)),
  fc.constant(
    step(
      'delete',
      (m) => {
        m.post = null;
        m.standing = null;
      },
      exists,
    ),
  ),
  fc
    .constantFrom(...DECISIONS)
    .map((decision) =>
      step(
        `decide ${decision}`,
        (m) => decideAs(m, decision, m.post ? underDecision(m.post) : 0),
        exists,
      ),
    ),
  // With a page that was opened before something changed.
  fc
    .tuple(fc.constantFrom(...DECISIONS), fc.integer({ min: 1, max: 12 }))
    .map(([decision, seen]) =>
      step(`decide ${decision} on ${seen}`, (m) => decideAs(m, decision, seen), exists),
    ),
];

it('no text is visible but by a decision on exactly it', () => {
  const fresh = () => ({
    model: { post: null, texts: 0, shown: new Set<number>(), standing: null } as Model,
    real: {},
  });
  fc.assert(
    fc.property(fc.commands(COMMANDS, { maxCommands: 60 }), (commands) =>
      fc.modelRun(fresh, commands),
    ),
    { numRuns: 3_000 },
  );
});

/** Every post that can be reached, by every act, from the one way in. */
function everyPost(): readonly Post<number>[] {
  const found = new Map<string, Post<number>>();
  const grow = (post: Post<number>, depth: number) => {
    const name = JSON.stringify(post);
    if (found.has(name) || depth > 8) return;
    found.set(name, post);
    const acts: Act<number>[] = [
      { act: 'edit', text: 2 },
      { act: 'edit', text: 3 },
      { act: 'report' },
      { act: 'appeal' },
      ...DECISIONS.flatMap((d) => [1, 2, 3].map((seen) => decide(d, seen))),
    ];
    for (const act of acts) {
      const next = advance(post, act);
      if (next.ok) grow(next.value, depth + 1);
    }
  };
  grow(enter(1), 0);
  return [...found.values()];
}

describe('every post that can be', () => {
  const posts = everyPost();

  it('covers every state and every kind of waiting', () => {
    expect(new Set(posts.map(({ state }) => state)).size).toBe(7);
    expect(new Set(posts.map(waitsFor))).toEqual(new Set([...ITEM_KINDS, null]));
  });

  it('is visible only where it is shown, and never while it is reported or appealed', () => {
    for (const post of posts) {
      expect(visibleText(post) !== null).toBe(post.state === 'shown');
    }
  });

  it('refuses a decision on any other text than the one that waits', () => {
    for (const post of posts) {
      for (const decision of DECISIONS) {
        const other = advance(post, decide(decision, 99));
        expect(other).toEqual({
          ok: false,
          error: waitsFor(post) === null ? 'settled' : 'changed',
        });
      }
    }
  });

  it('is held back with a reason only, and shown without one', () => {
    for (const post of posts.filter((one) => waitsFor(one) !== null)) {
      for (const decision of ['ask', 'hide'] as const) {
        const bare = { act: 'decide', decision, seen: underDecision(post), reason: null } as const;
        expect(advance(post, bare)).toEqual({ ok: false, error: 'not_offered' });
      }
    }
    for (const post of posts) {
      if (post.state === 'hidden' || post.state === 'kept_hidden')
        expect(REASONS).toContain(post.reason);
    }
  });

  it('keeps a text that is shown while another one waits', () => {
    const shown = posts.filter(({ state }) => state === 'shown');
    for (const post of shown) {
      const next = advance(post, { act: 'edit', text: 7 });
      expect(next.ok && visibleText(next.value)).toBe(post.text);
      expect(next.ok && waitsFor(next.value)).toBe('edit');
    }
    expect(shown.length).toBeGreaterThan(2);
  });

  it('lets its author write in its place until it is hidden', () => {
    for (const post of posts) {
      const written = advance(post, { act: 'edit', text: 7 });
      expect(written.ok).toBe(mayEdit(post));
      expect(mayEdit(post)).toBe(!['hidden', 'appealed', 'kept_hidden'].includes(post.state));
    }
  });
});
