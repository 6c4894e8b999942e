import { readAddressWords, readJoins } from './address-words.ts';
import { findDisguised } from './disguised.ts';
import { readDisguises } from './disguises.ts';
import type { ContactKind, Finder } from './finder.ts';
import { findIn } from './finder.ts';
import { ADDRESS_FINDERS } from './finders/addresses.ts';
import { HANDLE_FINDERS } from './finders/handles.ts';
import { CHINESE_INVITATION_FINDERS } from './finders/invitations-chinese.ts';
import { ENGLISH_INVITATION_FINDERS } from './finders/invitations-english.ts';
import { LINK_FINDERS } from './finders/links.ts';
import { NAME_FINDERS } from './finders/names.ts';
import { PROPOSAL_FINDERS } from './finders/proposals.ts';
import { fold, MASK } from './fold.ts';
import { type Clause, clausesOf } from './likeness/clauses.ts';
import { findLikely } from './likeness/find-likely.ts';
import { readNumberWords } from './number-words.ts';
import { findAllowed, findPhones } from './phones.ts';
import { readPlatforms } from './platforms.ts';
import type { Span, View } from './view.ts';

export type Contact = Span & { readonly kind: ContactKind };

export const FINDERS: readonly Finder[] = [
  ...LINK_FINDERS,
  ...HANDLE_FINDERS,
  ...NAME_FINDERS,
  ...ENGLISH_INVITATION_FINDERS,
  ...CHINESE_INVITATION_FINDERS,
  ...PROPOSAL_FINDERS,
  ...ADDRESS_FINDERS,
];

export interface Parts {
  readonly finders: readonly Finder[];
  readonly findLikely: typeof findLikely;
  readonly clausesOf: typeof clausesOf;
}

/**
 * A post with contact details, handles and invitations to write or meet elsewhere masked.
 *
 * `allowed`: numbers that stay, however they are spaced: help lines and emergency numbers.
 * `found`: what was masked, in order and apart, as UTF-16 offsets into `text`.
 * Masking what is masked changes nothing: the finders are read again, with what they found hidden,
 * until they find no more. `parts` is all that there is but in tests.
 */
export function maskContacts(
  text: string,
  allowed: readonly string[],
  parts: Parts = { finders: FINDERS, findLikely, clausesOf },
): { readonly text: string; readonly found: readonly Contact[] } {
  let found: Contact[] = [];
  for (;;) {
    const more = findOnce(text, allowed, { ...parts, hidden: found });
    if (more.length === 0) return { text: replaced(text, found), found };
    found = joined([...found, ...more]);
  }
}

function findOnce(
  text: string,
  allowed: readonly string[],
  how: Parts & { readonly hidden: readonly Contact[] },
): Contact[] {
  const folded = readJoins(fold(text, how.hidden));
  const bare = readDisguises(folded);
  const views = viewsOf(folded);
  const kept = findAllowed(views.named, allowed);
  // Numbers are not looked for where the signs between them are gone.
  const named = [
    ...findAll(views, how.finders),
    ...(bare === folded ? [] : findAll(viewsOf(bare), how.finders)),
  ].flatMap((contact) => (contact.kind === 'invitation' ? without(contact, kept) : [contact]));
  const clauses = how.clausesOf(text, views.named);
  const sure = [
    ...findPhones(views.named, allowed).flatMap((span) => {
      const phone = { ...span, kind: 'phone' as const };
      const isPlain = !/[\p{L}\p{S}]/u.test(text.slice(span.start, span.end).replaceAll('+', ''));
      return isPlain ? [phone] : without(around(phone, clauses), kept);
    }),
    ...findDisguised(text, how.hidden).map((span) => ({ ...span, kind: 'handle' as const })),
    ...named.flatMap((contact) =>
      without(LEADS.includes(contact.kind) ? around(contact, clauses) : contact, kept),
    ),
  ];
  // A clause is left as it is around what is known to be all of a number or an address.
  const whole = sure.filter(({ kind }) => WHOLE.includes(kind));
  const likely = how
    .findLikely(text, views.named, sure.length > 0)
    .filter((span) => ![...kept, ...whole].some((other) => overlap(span, other)))
    .map((span) => ({ ...span, kind: 'invitation' as const }));
  return [...sure, ...likely];
}

/** What leads to somebody, with all of the clauses that it stands in: the rest may be a part of it in disguise. */
function around(contact: Contact, clauses: readonly Clause[]): Contact {
  const own = clauses.filter((clause) => overlap(clause, contact));
  const start = Math.min(contact.start, ...own.map((clause) => clause.start));
  const end = Math.max(contact.end, ...own.map((clause) => clause.end));
  return { ...contact, start, end };
}

const LEADS: readonly ContactKind[] = ['handle', 'email', 'link', 'address'];

const WHOLE: readonly ContactKind[] = ['phone', 'email', 'link'];

const overlap = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

/** The parts of what was found that stand before, between and after what is kept. */
function without(contact: Contact, kept: readonly Span[]): Contact[] {
  const parts: Contact[] = [];
  let { start } = contact;
  for (const span of kept.filter((one) => overlap(one, contact))) {
    if (span.start > start) parts.push({ ...contact, start, end: span.start });
    start = span.end;
  }
  return start < contact.end ? [...parts, { ...contact, start }] : parts;
}

type Views = Readonly<Record<NonNullable<Finder['view']> | 'named', View>>;

function viewsOf(plain: View): Views {
  // Within an address a platform's name is a part of it: "discord.gg".
  return {
    plain,
    addresses: readAddressWords(plain),
    named: readNumberWords(readPlatforms(plain)),
  };
}

function findAll(views: Views, finders: readonly Finder[]): Contact[] {
  return finders.flatMap((finder) =>
    findIn(views[finder.view ?? 'named'], finder).map((span) => ({ ...span, kind: finder.kind })),
  );
}

/** In order, those that overlap or touch as one, under the kind of the one that begins first. */
function joined(contacts: readonly Contact[]): Contact[] {
  const whole: Contact[] = [];
  for (const contact of contacts.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = whole.at(-1);
    if (last !== undefined && contact.start <= last.end) {
      whole[whole.length - 1] = { ...last, end: Math.max(last.end, contact.end) };
    } else {
      whole.push(contact);
    }
  }
  return whole;
}

function replaced(text: string, found: readonly Span[]): string {
  let written = '';
  let done = 0;
  for (const { start, end } of found) {
    written += text.slice(done, start) + MASK;
    done = end;
  }
  return written + text.slice(done);
}
