import type { Portal } from 'portico';
import { byId, make } from './dom.ts';
import { t } from './texts.ts';

const HOUR = 3_600_000;

/** The demo desk: the mailbox, the clock and the end of the world. What a real portal never has. */
export function showDesk(portal: Portal, options: { readonly isKept: boolean; readonly openLink: (secret: string) => void }): () => void {
  const { demo, changes } = portal.backend;
  if (!demo) return () => undefined;
  const desk = byId('desk');
  const mails = make('ul', { className: 'mails' });
  const now = make('time');

  const showMails = async (): Promise<void> => {
    const all = await demo.mails();
    const items = all.map(({ to, subject, body, secret, at }) =>
      make(
        'li',
        {},
        make('strong', { textContent: subject }),
        make('p', { className: 'small', textContent: `${to} · ${new Date(at).toLocaleString(document.documentElement.lang)}` }),
        make('p', { className: 'body', textContent: body, dir: 'auto' }),
        ...(secret === null
          ? []
          : [make('button', { type: 'button', textContent: t('openLink'), onclick: () => options.openLink(secret) })]),
      ),
    );
    mails.replaceChildren(...(items.length > 0 ? items : [make('li', { textContent: t('noMails') })]));
  };
  const showClock = (): void => {
    now.textContent = new Date(portal.clock.now()).toLocaleString(document.documentElement.lang, { dateStyle: 'full', timeStyle: 'short' });
  };
  const move = (label: string, hours: number): HTMLButtonElement =>
    make('button', {
      type: 'button',
      textContent: label,
      onclick: () => {
        demo.advance(hours * HOUR);
        showClock();
      },
    });
  const render = (): void => {
    desk.hidden = false;
    desk.setAttribute('aria-label', t('desk'));
    const departures = portal.backend.capabilities.access?.departures ?? [];
    desk.replaceChildren(
      make('h2', { textContent: t('desk') }),
      make('p', { className: 'small', textContent: t('deskHint') }),
      ...(departures.length > 0
        ? [
            make('p', { className: 'small', textContent: t('departures') }),
            make('ul', { className: 'small' }, ...departures.map((text) => make('li', {}, make('bdi', { textContent: text, lang: 'en' })))),
          ]
        : []),
      ...(demo.hasScriptedPayer ? [make('p', { className: 'small', textContent: t('scriptedPayer') })] : []),
      make('h3', { textContent: t('mails') }),
      mails,
      make('h3', { textContent: t('clock') }),
      make('p', {}, now),
      make('p', { className: 'buttons' }, move(t('hour'), 1), move(t('day'), 24), move(t('week'), 192)),
      make('p', { className: 'small', textContent: t(options.isKept ? 'storage' : 'storageMemory') }),
      make('button', { type: 'button', className: 'danger', textContent: t('destroy'), onclick: () => void destroy() }),
    );
    showClock();
    void showMails();
  };
  const destroy = async (): Promise<void> => {
    if (!confirm(t('destroyAsk'))) return;
    await portal.logout();
    await demo.destroy();
    location.replace(location.pathname + location.search);
  };
  changes.subscribe('mail', () => void showMails());
  setInterval(showClock, 10_000);
  return render;
}
