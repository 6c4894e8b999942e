import { columnFiles, groupCodes, stageCodes } from '#lib/domain/evaluation/figure-codes.ts';
import { Details } from '../../../form/details.tsx';
import { DataTable } from '../../../layout/data-table.tsx';
import type { Frame } from '../../../layout/frame.ts';
import { groupWords, stageWords } from '../figure-words.ts';

interface Props {
  readonly frame: Frame;
}

/** What stands in the files of figures: their columns, and the codes of stages and groups. */
export function FigureCodes({ frame }: Props) {
  const { t, lang } = frame;
  const list = new Intl.ListFormat(lang);
  const columns = [...columnFiles()].map(([name, files]) => ({
    code: name,
    meaning: t(`export.figures.columns.${name}`),
    where: list.format(files.map((file) => t(`export.figures.files.${file}`))),
  }));
  const stages = stageCodes().flatMap(([figure, codes]) =>
    codes.map((code) => ({
      code,
      meaning: sayStage(frame, figure, code),
      where: sayFigure(frame, figure),
    })),
  );
  const groups = groupCodes().map((code) => ({
    code,
    meaning: groupWords(t, code),
    where: '',
  }));
  return (
    <>
      <h2>{t('export.figures.title')}</h2>
      <p>{t('export.figures.intro')}</p>
      <Codes frame={frame} kind="columnCodes" where="file" rows={columns} />
      <Codes frame={frame} kind="stageCodes" where="figure" rows={stages} />
      <Codes frame={frame} kind="groupCodes" where={null} rows={groups} />
      <p>{t('export.figures.ownNames')}</p>
    </>
  );
}

interface CodesProps extends Props {
  readonly kind: 'columnCodes' | 'stageCodes' | 'groupCodes';
  /** What the last column says; null where there is none. */
  readonly where: 'file' | 'figure' | null;
  readonly rows: readonly {
    readonly code: string;
    readonly meaning: string;
    readonly where: string;
  }[];
}

function Codes({ frame: { t }, kind, where, rows }: CodesProps) {
  const caption = t(`export.figures.${kind}`);
  return (
    <Details summary={caption}>
      <DataTable
        caption={caption}
        stacked
        columns={[
          { key: 'code', label: t('export.figures.code') },
          { key: 'meaning', label: t('export.columns.meaning') },
          ...(where === null ? [] : [{ key: 'where', label: t(`export.figures.${where}`) }]),
        ]}
        rows={rows.map(({ code, meaning, where: found }) => ({
          key: `${found} ${code}`,
          cells: { code: <code>{code}</code>, meaning, where: found },
        }))}
      />
    </Details>
  );
}

type Key = Parameters<Frame['t']>[0];

// Codes are data here, so the type of the key cannot be known; a test draws them all.
function sayStage({ t }: Frame, figure: string, code: string): string {
  if (figure === 'funnel') return t(`research.funnel.stages.${code}` as Key);
  const made = /^(gap|gap_bounds)_(\d+)$/.exec(code);
  if (made === null) return stageWords(t, figure, 'stages', code);
  return t(`export.figures.${made[1] === 'gap' ? 'gap' : 'bounds'}`, { days: made[2] ?? '' });
}

const sayFigure = ({ t }: Frame, figure: string) =>
  figure === 'funnel'
    ? t('research.funnel.title')
    : t(`research.figures.${figure}.title` as 'research.figures.gap.title');
