import { byId } from './dom.ts';
import { speak, t } from './texts.ts';

// Loaded behind this script, so that the page can still speak where Portico itself may not start.
import('./portal.ts').catch((error: unknown) => {
  speak(sessionStorage.getItem('demo:language') ?? new URLSearchParams(location.search).get('lang') ?? 'en');
  byId('progress').remove();
  byId('starting-text').textContent = t('blocked', { reason: error instanceof Error ? error.message : String(error) });
});
