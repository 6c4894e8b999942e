import { LEAST_PEOPLE } from '../figure.ts';
import { type AccessTier, SCHEMA_VERSION } from './column.ts';
import { type Contents, TIER_WORDS } from './contents.ts';
import { LEAST_ALIKE } from './find-levels.ts';

const mergesOf = ({ shape }: Contents) =>
  Object.entries(shape.levels)
    .filter(([, level]) => level > 0)
    .map(([name, level]) => `- \`${name}\`: ${level} level${level === 1 ? '' : 's'} coarser`);

/** How much of a comparison can be worked out again, and why no more. */
function comparisonsOf({ shape }: Contents): string {
  const { tier, comparisons } = shape;
  if (tier === 'open')
    return 'None: this tier has one row a person, and no page that chance picked.';
  const which =
    comparisons.length === 0
      ? `None is in here. A comparison comes in once nobody is assigned any more, its results are open and the days of everybody in
it are over at the cutoff, if it has at least ${LEAST_PEOPLE} people.`
      : `In \`assignments\`: ${comparisons.map((code) => `\`${code}\``).join(', ')}.`;
  return `${which}

- \`experiments.json\`: for each its \`registration\` as it was locked, the \`hash\` of that (SHA-256 of its text as JSON with
  sorted keys and no spaces), its \`events\` with their dates, its \`deviations\`, and whether it was \`opened_early\`. The first
  two \`arms\` are compared; \`primary.days\` is the window. Ids in \`mayLook\` are random.
- \`assignments\`: everybody who was assigned and agreed to the text that says that the page goes into this file.
  The difference is \`attended\` of the first arm less that of the second, by assignment, whatever was \`shown\`.
  Its 95 % interval is Newcombe's (1998, method 10); where \`analysis\` is always_valid, the confidence sequence of
  Waudby-Smith et al. (arXiv 2103.06476), tuned at \`planned\`. The page prints the widest over every count that its
  rounded ones may stand for, which are up to 2 off: from exact counts it is narrower.
- That is the line "by what people said" of the comparison's page: its counts are these, hidden under 10 and rounded to 5,
  of all who still agree to research under any text. The lines with codes that clinics redeem, safety, and figures by
  language cannot be worked out: no consent text names them. Where codes alone add fewer than 10 people to an arm, the
  page hides that line, and these counts are so many below those "by any evidence".
- Rows have a name of their own (\`assignment\`) and no day, and are of everybody whatever the filter. **Do not join them with
  the other files**: it would tell what kept somebody out.`;
}

const peopleOf = ({ service, synthetic }: Contents) =>
  synthetic
    ? '**Nobody in here is real.** A simulator made these people from published figures and assumptions, and from no data of\nany service. Its columns, codes and rules are those of the real package: prepare an analysis with it, and find nothing out.'
    : `Steps of people who used ${service} and agreed to research.`;

const NAMES: Readonly<Record<AccessTier, string>> = {
  open: `\`person\` is a name of this very request: of the cutoff, the people and the columns that were asked for. Another package
of this study has other names, so that the columns of the two cannot be joined.`,
  controlled: '`person` is a name of this study alone.',
};

/** What this is, what is not in it, and how to work with it. */
export function readmeOf(contents: Contents): string {
  const { study, shape, cutoff, people } = contents;
  const merges = mergesOf(contents);
  return `# ${study}${contents.synthetic ? ', synthetic' : ''}

${peopleOf(contents)} ${TIER_WORDS[shape.tier]}.

- Snapshot: \`${contents.snapshotId}\`, schema ${SCHEMA_VERSION}. Cite both with the name of the study.
- Cutoff: ${cutoff}. Every day up to it is over; nothing later is in here.
- People: ${people}. Whoever did not agree to research, took that back, or came too close to the cutoff is left out. How
  many those are is not told: beside an exact number it would point at the few who said no. Say so where you report:
  those who agree may differ.
- Made for: ${contents.recipient}. Purpose: ${contents.purpose}
- Request: ${contents.requestId}

## A person here

One pathway: a person until they lose or give up their code. Somebody who begins again without it is another one.
${NAMES[shape.tier]} Its last 4 digits mark the copy of this recipient; cut to 20 digits,
the names are the same for everybody who got the same snapshot of this study.

## Time

No date is in here but the period of the start (\`entry\`) and the cutoff. Days count from the start; the first
day and the day after it are both 1. \`followed_days\` is how long everybody of that period was followed at least.
A window of t days is closed for people with \`followed_days - t0_day >= t\`: use only them for a rate within t days.
In \`transitions\` the order is \`seq\`, never the day alone.

## The gap, from this package alone

People with \`intention_before\` from 5 on, in a closed window: the share without \`status = attended\` by then.
\`attended_self_day\` is what people said, on the day on which they said it: the visit may lie before. What clinics recorded is not in here: the consent text does not name it.

## Comparisons by chance

${comparisonsOf(contents)}

## What is not in here

No answer to a single question, no offer, no policy version (with a total, an offer tells the answer to question 9),
no language, no place, no service, no words of anybody.

## Made coarser

Whoever shares ${shape.tier === 'open' ? 'everything' : 'entry, questions, range and consent text'} with fewer than ${LEAST_ALIKE[shape.tier] - 1} others is merged with more. \`disclosure.json\` has the figures.
${merges.length === 0 ? 'Nothing had to be merged.' : merges.join('\n')}

## Loading

\`python3 load.py .\`, \`Rscript load.R .\`, or any reader of Data Package v2 (\`datapackage.json\`). A cell is a
number, a code, or the reason why there is none (\`missingValues\`). Parquet files hold the same rows; a number
that is missing is null there. \`sha256sum -c checksums.sha256\` checks the files.
`;
}

export const termsOf = ({
  study,
  recipient,
  requestId,
}: Pick<Contents, 'study' | 'recipient' | 'requestId'>): string => `# Terms

This copy was made for ${recipient} (request ${requestId}), for the study ${study} alone.

1. Do not try to find out who anybody is, and do not link these rows with any other data about people,
   nor with a package of this study that holds other people or columns, nor those of \`assignments\` with those of the
   other files.
2. Do not pass the files on. Names in them mark whose copy it is.
3. Publish no count below 10, and nothing that lets one be worked out.
4. Where somebody takes their consent back, a later snapshot is without them. Use the latest for new analyses.
5. Delete the files when the study ends, and say so to the service.
6. Report a loss or a leak to the service at once.
`;

export const changesOf = (): string => `# Changes of the columns

Additive changes raise the second number, other names or meanings the first.

- 2.1.0: \`pathways\` has \`entry_point\` in the controlled tier: the listed address by which somebody came, of those
  whose consent text names it.
- 2.0.0: \`assignments\`, which never had a row, has other columns: \`person\`, \`seq\` and \`day\` are gone, and \`assignment\`,
  \`stratum\`, \`shown\`, \`planned\`, \`booked\` and \`attended\` are new. The other files are as before.
  In the open tier \`person\` is a name of one request, no more of the study. \`disclosure.json\` tells neither how
  alike people were before merging nor how many were left out, and \`policies.json\` ends at the cutoff.
- 1.0.0: first version.
`;
