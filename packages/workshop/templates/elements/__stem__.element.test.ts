import { expect, html } from '@open-wc/testing';
import { findings, mount, one, shown, until } from '../../../../test/kit/screen.ts';
import { createTestPortal } from '../../../../test/kit/test-portal.ts';
import '../define/__stem__.ts';
import type { __Stem__Element } from './__stem__.element.ts';

describe('__title__', () => {
  for (const [lang, words] of [
    ['en', 'This is not offered here.'],
    ['ar', 'هذه الخدمة غير متاحة هنا.'],
  ] as const) {
    it(`says so where the backend does not offer it, in ${lang}, and axe finds nothing`, async () => {
      const { portal, close } = await createTestPortal({ signedIn: 'clerk' });
      const element = await mount<__Stem__Element>(html`<__stem__ .portal=${portal}></__stem__>`, { lang });
      await until(() => expect(shown(one(element, 'alert'))).to.contain(words));
      expect(await findings(element)).to.deep.equal([]);
      close();
    });
  }
});
