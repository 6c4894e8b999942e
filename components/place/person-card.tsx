import { PERSON_CARD } from '#lib/domain/pathway/person-card.ts';
import { Button } from '../form/button.tsx';
import { Form } from '../form/form.tsx';
import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';

/** Help without a name is a way on, not the end of it: said once, put away with one press, in nobody's way. */
export function PersonCard({ frame }: { readonly frame: Frame }) {
  const { t } = frame;
  return (
    <section className="panel panel-clay" aria-labelledby="person-card">
      <h2 id="person-card">{t(`bridges.item.${PERSON_CARD}.title`)}</h2>
      <p className="caption">{t('place.card.path')}</p>
      <p>{t('place.card.helps')}</p>
      <p>{t(`bridges.item.${PERSON_CARD}.body`)}</p>
      <Form frame={frame} action={paths.mine}>
        <p className="actions">
          <Button kind="plain" name="card" value="go">
            {t('result.ready.go.face_to_face')}
          </Button>
          <Button kind="link" name="card" value="away">
            {t('place.card.away')}
          </Button>
        </p>
      </Form>
    </section>
  );
}
