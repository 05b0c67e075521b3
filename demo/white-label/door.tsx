import { useState } from 'react';
import type { texts } from './texts.ts';

/** Somebody of the demo world. */
export interface Person {
  readonly name: string;
  readonly password: string;
}

/** What stands before the portal: the insurer's promise, and the way in or back in. */
export function Door({ t, people }: { readonly t: (typeof texts)['en']; readonly people: readonly Person[] }) {
  const [isLost, lose] = useState(false);
  const [user = '', password = ''] = people[0] ? [people[0].name, people[0].password] : [];
  const [before, between, after] = t.tryIt.split(/\{\w+\}/);
  return (
    <main className="door">
      <section className="promise">
        <h1>{t.headline}</h1>
        <p>{t.pitch}</p>
        <ul>
          {t.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      </section>
      <section className="way-in">
        {isLost ? <password-recovery onsign-in-chosen={() => lose(false)} /> : <sign-in onrecovery-chosen={() => lose(true)} />}
        <p className="hint">
          {before}
          <code>{user}</code>
          {between}
          <code>{password}</code>
          {after}
        </p>
      </section>
    </main>
  );
}
