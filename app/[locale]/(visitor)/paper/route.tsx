import { openPage } from '#app/_request/page.ts';
import { helpLines } from '#app/_request/show/help-lines.ts';
import { qrOf } from '#app/_request/show/qr-of.ts';
import { PaperPage } from '#components/public/info/paper.tsx';
import { phq9Wording } from '#lib/i18n/instruments.ts';

export const dynamic = 'force-dynamic';

export const { GET, POST } = openPage({
  kind: 'public',
  view({ frame, context }) {
    const { emergency, lines } = helpLines(frame.country);
    const address = new URL(frame.href('/'), context.config.origin).href;
    const page = (
      <PaperPage
        frame={frame}
        wording={phq9Wording(frame.locale)}
        emergency={emergency}
        line={lines.find(({ phone }) => phone !== null) ?? null}
        address={address}
        qr={qrOf(address)}
      />
    );
    return { page };
  },
});
