import type { ServiceFilter } from '#lib/domain/referrals/find-services.ts';
import { MODES, type Service } from '#lib/domain/referrals/service.ts';
import { Select } from '../form/select.tsx';
import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';
import { languageName } from '../layout/shell/format.ts';

/** What occurs in the directory. */
export interface FilterChoices {
  readonly areas: readonly string[];
  readonly languages: readonly string[];
  readonly groups: readonly Service['whoFor'][];
}

interface Props extends FilterChoices {
  readonly frame: Frame;
  readonly filter: ServiceFilter;
}

const COSTS = ['free', 'means_tested', 'paid', 'ask'] as const;

/** A plain GET: the wishes stand in the address, and hold nothing about the person. */
export function ServiceFilterForm({ frame, filter, areas, languages, groups }: Props) {
  const { t, locale, href } = frame;
  const any = { value: '', text: t('public.services.any') };
  return (
    <form method="get" action={href(paths.services)} className="wishes wishes-wide">
      <Select
        t={t}
        name="area"
        label={t('public.services.area')}
        value={filter.area}
        options={[any, ...areas.map((area) => ({ value: area, text: area }))]}
      />
      <Select
        t={t}
        name="mode"
        label={t('public.services.how')}
        value={filter.mode}
        options={[
          any,
          ...MODES.map((mode) => ({ value: mode, text: t(`public.services.mode.${mode}`) })),
        ]}
      />
      <Select
        t={t}
        name="costKind"
        label={t('public.services.cost')}
        value={filter.costKind}
        options={[
          any,
          ...COSTS.map((kind) => ({ value: kind, text: t(`public.services.costKind.${kind}`) })),
        ]}
      />
      <Select
        t={t}
        name="language"
        label={t('public.services.languages')}
        value={filter.language}
        options={[
          any,
          ...languages.map((code) => ({ value: code, text: languageName(locale, code) })),
        ]}
      />
      <Select
        t={t}
        name="whoFor"
        label={t('public.services.whoFor')}
        value={filter.whoFor}
        options={[any, ...groups.map((words) => ({ value: words.en, text: words[locale] }))]}
      />
      <div>
        <button className="button button-plain" type="submit">
          {t('public.services.filter')}
        </button>
      </div>
    </form>
  );
}
