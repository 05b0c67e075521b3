import { createDemoBackend, createPortal, type Appearance } from 'portico';
import { brands } from './brands.ts';
import { showDesk } from './desk.ts';
import { byId, make } from './dom.ts';
import { followFiles } from './files.ts';
import { followRoutes } from './routes.ts';
import { speak, t, type TextKey } from './texts.ts';

const query = new URLSearchParams(location.search);
const claims = Number(query.get('claims')) || 2_000;
// A large world would fill the disk of whoever only looks: it lives in memory.
const storage = query.get('storage') === 'memory' || claims > 5_000 ? 'memory' : 'plain';

const choice = (id: string, fallback: string): HTMLSelectElement => {
  const select = byId<HTMLSelectElement>(id);
  // Looks and language are nobody's data: the page may remember them.
  select.value = sessionStorage.getItem(`demo:${id}`) ?? fallback;
  if (!select.value) select.value = fallback;
  return select;
};

byId('brand-choice').append(...brands.map(({ id, name }) => make('option', { value: id, textContent: name })));
const language = choice('language', query.get('lang') ?? 'en');
const theme = choice('theme', 'auto');
const brandChoice = choice('brand-choice', brands[0]!.id);
speak(language.value);

const appearance = (): Appearance => ({
  theme: theme.value as 'auto' | 'light' | 'dark',
  tokens: brands.find(({ id }) => id === brandChoice.value)?.tokens ?? {},
});

async function start(): Promise<void> {
  const backend = createDemoBackend({
    pack: query.get('pack') === 'default' ? 'default' : 'nextcare',
    claims,
    storage,
    // Somebody must be at the other end; `?payer=off` leaves that to whoever signs in as the claims center.
    scriptedPayer: query.get('payer') !== 'off',
    onProgress: (done) => {
      byId('starting-text').textContent = t('startingOf', { n: done.toLocaleString(language.value) });
      Object.assign(byId<HTMLProgressElement>('progress'), { max: claims, value: done });
    },
  });
  await backend.ready;
  const settings = () => ({ locale: language.value, appearance: appearance() });
  const portal = createPortal({ backend, ...settings() });
  const provider = byId<HTMLElement & { portal: typeof portal }>('provider');
  provider.portal = portal;

  const portals = followFiles(portal, settings);
  const routes = followRoutes(portal);
  const renderDesk = showDesk(portal, { isKept: storage === 'plain', openLink: routes.recover });
  const accounts = (): void =>
    byId('accounts').replaceChildren(
      make('tr', {}, ...(['user', 'password', 'role', 'proof'] as const).map((key) => make('th', { scope: 'col', textContent: t(key) }))),
      ...(backend.demo?.accounts ?? []).map(({ name, password, role, proof = '' }) =>
        make(
          'tr',
          {},
          make('td', {}, make('code', { textContent: name })),
          make('td', {}, make('code', { textContent: password })),
          make('td', { textContent: t(role as TextKey) }),
          make('td', {}, make('bdi', { textContent: proof })),
        ),
      ),
    );
  const refresh = (): void => {
    for (const select of [language, theme, brandChoice]) sessionStorage.setItem(`demo:${select.id}`, select.value);
    speak(language.value);
    document.documentElement.dataset['theme'] = theme.value;
    byId('brand').textContent = brands.find(({ id }) => id === brandChoice.value)?.name ?? '';
    for (const one of portals()) one.update(settings());
    accounts();
    renderDesk();
  };
  for (const select of [language, theme, brandChoice]) select.addEventListener('change', refresh);
  refresh();
  byId('starting').remove();
  provider.hidden = false;
}

byId('starting-text').textContent = t('starting');
start().catch((error: unknown) => {
  const code = (error as { code?: string }).code ?? 'internal';
  byId('progress').remove();
  byId('starting-text').textContent = t('failed', { code });
});
