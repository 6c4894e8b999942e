import { DataTable } from '../layout/data-table.tsx';
import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';
import { StoredValue } from './stored-value.tsx';

const FACTS = ['topic', 'name', 'locale', 'state', 'note', 'reason', 'week'] as const;
export type KeptPost = Readonly<Record<(typeof FACTS)[number], string | null>>;

interface Props {
  readonly frame: Frame;
  readonly posts: readonly KeptPost[];
}

/** What is stored of the person's posts; their words stand on the page of posts. */
export function KeptPosts({ frame: { t, href }, posts }: Props) {
  if (posts.length === 0) return null;
  return (
    <>
      <DataTable
        caption={t('mine.data.post.caption')}
        columns={FACTS.map((key) => ({ key, label: t(`mine.data.post.${key}`) }))}
        rows={posts.map((post, place) => ({
          key: String(place),
          cells: Object.fromEntries(
            FACTS.map((name) => {
              const value = post[name];
              return [name, value === null ? '–' : <StoredValue key={name} t={t} value={value} />];
            }),
          ),
        }))}
        stacked
      />
      <p>
        <a className="alone" href={href(paths.groupPosts)}>
          {t('group.links.mine')}
        </a>
      </p>
    </>
  );
}
