import type { Translate } from '#lib/i18n/translate.ts';

/** As long to read as the plan is to make; each with three paragraphs. */
const PARTS = ['talk', 'people', 'asks', 'after', 'wait', 'money', 'private'] as const;

interface Props {
  readonly t: Translate;
  readonly as: 'h2' | 'h4';
}

/** Every word of what a first visit is, as visitors read it and as whoever approves a comparison does. */
export function FirstVisitText({ t, as: Heading }: Props) {
  return (
    <>
      <p className="lead">{t('care.read.lead')}</p>
      {PARTS.map((part) => (
        <section key={part}>
          <Heading>{t(`care.read.${part}.title`)}</Heading>
          <p>{t(`care.read.${part}.first`)}</p>
          <p>{t(`care.read.${part}.second`)}</p>
          <p>{t(`care.read.${part}.third`)}</p>
        </section>
      ))}
    </>
  );
}
