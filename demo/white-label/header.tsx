import type { Theme } from './brand.ts';
import type { Language, texts } from './texts.ts';

/** The pages of the portal. */
export type Page = 'claims' | 'contacts';

interface HeaderProps {
  readonly t: (typeof texts)['en'];
  readonly page: Page;
  readonly go: (page: Page) => void;
  readonly language: Language;
  readonly speak: (language: Language) => void;
  readonly theme: Theme;
  readonly paint: (theme: Theme) => void;
  readonly onSignOut: (() => void) | undefined;
}

const languages: Readonly<Record<Language, string>> = { en: 'English', ar: 'العربية' };

/** The insurer's mark: three threads of saffron. */
const Mark = () => (
  <svg className="mark" viewBox="0 0 40 40" aria-hidden="true">
    <path d="M20 37C19 27 15 17 6 8" />
    <path d="M20 37c0-11 0-21 0-33" />
    <path d="M20 37c1-10 5-20 14-29" />
  </svg>
);

/** Brand, pages, language, colours, and the way out. */
export function Header({ t, page, go, language, speak, theme, paint, onSignOut }: HeaderProps) {
  return (
    <header>
      <Mark />
      <p className="brand">
        Saffron Cover <small>{t.portal}</small>
      </p>
      <nav aria-label={t.portal}>
        {(['claims', 'contacts'] as const).map((name) => (
          <button key={name} type="button" aria-current={page === name ? 'page' : undefined} onClick={() => go(name)}>
            {t[name]}
          </button>
        ))}
      </nav>
      <label>
        <span className="hidden">{t.language}</span>
        <select id="language" value={language} onChange={({ target }) => speak(target.value as Language)}>
          {Object.entries(languages).map(([code, name]) => (
            <option key={code} value={code} lang={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="hidden">{t.theme}</span>
        <select id="theme" value={theme} onChange={({ target }) => paint(target.value as Theme)}>
          {(['auto', 'light', 'dark'] as const).map((name) => (
            <option key={name} value={name}>
              {t[name]}
            </option>
          ))}
        </select>
      </label>
      {onSignOut && (
        <button type="button" className="quiet" onClick={onSignOut}>
          {t.signOut}
        </button>
      )}
    </header>
  );
}
