import type { Frame } from '../frame.ts';
import { paths } from '../paths.ts';

export function Footer({ frame }: { readonly frame: Frame }) {
  const { t } = frame;
  const links = [
    [paths.whatWeKeep, t('shell.footer.keep')],
    [paths.stayPrivate, t('shell.footer.private')],
    [paths.display, t('shell.footer.display')],
    [paths.accessibility, t('shell.footer.accessibility')],
    [paths.about, t('shell.footer.about')],
  ] as const;
  return (
    <footer className="footer">
      <nav aria-label={t('shell.footer.label')}>
        <ul>
          {links.map(([path, text]) => (
            <li key={path}>
              <a href={frame.href(path)}>{text}</a>
            </li>
          ))}
        </ul>
      </nav>
    </footer>
  );
}
