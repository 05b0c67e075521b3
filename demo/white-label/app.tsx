import type { Portal } from 'portico';
import { useEffect, useState } from 'react';
import { appearance, type Theme } from './brand.ts';
import { Door } from './door.tsx';
import { Header, type Page } from './header.tsx';
import { texts, type Language } from './texts.ts';
import { useSession } from './use-session.ts';

/** The claims of the person signed in, and the one that was opened. The list stays mounted, so that it is as it was on the way back. */
function Claims({ t }: { readonly t: (typeof texts)['en'] }) {
  const [opened, open] = useState<string | null>(null);
  return (
    <>
      <div hidden={opened !== null}>
        <p className="lead">{t.claimsLead}</p>
        <claim-query onclaim-opened={({ detail }) => open(detail.id)} />
      </div>
      {opened !== null && (
        <div className="case">
          <button type="button" className="quiet" onClick={() => open(null)}>
            <span className="arrow" aria-hidden="true">
              ←
            </span>{' '}
            {t.back}
          </button>
          <claim-detail claimId={opened} className="sheet" />
        </div>
      )}
    </>
  );
}

/** The insurer's portal: its own frame in React, Portico's elements inside. */
export function App({ portal }: { readonly portal: Portal }) {
  const [language, speak] = useState<Language>('en');
  const [theme, paint] = useState<Theme>('auto');
  const [page, go] = useState<Page>('claims');
  const { state, subject } = useSession(portal);
  const t = texts[language];

  // Language and looks change while everything stays mounted: what was typed is still there.
  useEffect(() => {
    Object.assign(document.documentElement, { lang: language, dir: language === 'ar' ? 'rtl' : 'ltr' });
    document.documentElement.dataset['theme'] = theme;
    portal.update({ locale: language, appearance: appearance(theme) });
  }, [portal, language, theme]);

  const isIn = state === 'active';
  return (
    <portal-provider portal={portal}>
      <Header {...{ t, page, go, language, speak, theme, paint }} onSignOut={isIn ? () => void portal.logout() : undefined} />
      {page === 'contacts' ? (
        <main>
          <h1>{t.contacts}</h1>
          <p className="lead">{t.contactsLead}</p>
          <contact-directory />
        </main>
      ) : isIn ? (
        <main>
          <h1>
            {t.greeting.split('{name}')[0]}
            <bdi>{subject?.displayName}</bdi>
          </h1>
          <Claims t={t} />
        </main>
      ) : (
        <Door t={t} people={portal.backend.demo?.accounts ?? []} />
      )}
      <footer>{t.footer}</footer>
    </portal-provider>
  );
}
