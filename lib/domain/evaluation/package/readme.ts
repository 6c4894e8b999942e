import { SCHEMA_VERSION } from './column.ts';
import { type Contents, TIER_WORDS } from './contents.ts';
import { LEAST_ALIKE } from './find-levels.ts';

const mergesOf = ({ merges }: Contents) =>
  Object.entries(merges.levels)
    .filter(([, level]) => level > 0)
    .map(([name, level]) => `- \`${name}\`: ${level} level${level === 1 ? '' : 's'} coarser`);

const peopleOf = ({ service, synthetic }: Contents) =>
  synthetic
    ? '**Nobody in here is real.** A simulator made these people from published figures and assumptions, and from no data of\nany service. Its columns, codes and rules are those of the real package: prepare an analysis with it, and find nothing out.'
    : `Steps of people who used ${service} and agreed to research.`;

/** What this is, what is not in it, and how to work with it. */
export function readmeOf(contents: Contents): string {
  const { study, shape, cutoff, people, began, leftOut } = contents;
  const merges = mergesOf(contents);
  return `# ${study}${contents.synthetic ? ', synthetic' : ''}

${peopleOf(contents)} ${TIER_WORDS[shape.tier]}.

- Snapshot: \`${contents.snapshotId}\`, schema ${SCHEMA_VERSION}. Cite both with the name of the study.
- Cutoff: ${cutoff}. Every day up to it is over; nothing later is in here.
- People: ${people}. ${began} began; ${leftOut} of them are left out, because they did not agree to research,
  took that back, or came too close to the cutoff. Say so where you report: those who agree may differ.
- Made for: ${contents.recipient}. Purpose: ${contents.purpose}
- Request: ${contents.requestId}

## A person here

One pathway: a person until they lose or give up their code. Somebody who begins again without it is another one.
\`person\` is a name of this study alone. Its last 4 digits mark the copy of this recipient; cut to 20 digits,
the names are the same for everybody who got the same snapshot of this study.

## Time

No date is in here but the period of the start (\`entry\`) and the cutoff. Days count from the start; the first
day and the day after it are both 1. \`followed_days\` is how long everybody of that period was followed at least.
A window of t days is closed for people with \`followed_days - t0_day >= t\`: use only them for a rate within t days.
In \`transitions\` the order is \`seq\`, never the day alone.

## The gap, from this package alone

People with \`intention_before\` from 5 on, in a closed window: the share without \`status = attended\` by then.
\`attended_self_day\` is what people said. What clinics recorded is not in here: the consent text does not name it.

## What is not in here

No answer to a single question, no offer, no policy version (with a total, an offer tells the answer to question 9),
no language, no place, no service, no words of anybody.

## Made coarser

Whoever shares ${shape.tier === 'open' ? 'everything' : 'entry, questions, range and consent text'} with fewer than ${LEAST_ALIKE - 1} others is merged with more. \`disclosure.json\` has the figures.
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

1. Do not try to find out who anybody is, and do not link these rows with any other data about people.
2. Do not pass the files on. Names in them mark whose copy it is.
3. Publish no count below 10, and nothing that lets one be worked out.
4. Where somebody takes their consent back, a later snapshot is without them. Use the latest for new analyses.
5. Delete the files when the study ends, and say so to the service.
6. Report a loss or a leak to the service at once.
`;

export const changesOf = (): string => `# Changes of the columns

Additive changes raise the second number, other names or meanings the first.

- 1.0.0: first version.
`;
