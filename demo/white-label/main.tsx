import { createDemoBackend, createPortal } from 'portico';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';

// The invented world stands in for the insurer's own backend; a portal is made once, outside of what React may mount twice.
const backend = createDemoBackend({ storage: 'memory', claims: 800 });
const portal = createPortal({
  backend,
  onEvent: (event) => console.debug('portal', event.type),
  onError: ({ code }) => console.warn(code),
});

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App portal={portal} />
  </StrictMode>,
);
