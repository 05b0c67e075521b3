import { expect, html } from '@open-wc/testing';
import { everyLook, findings, mount, one, press, type, until } from '../../../../test/kit/screen.ts';
import { createTestPortal } from '../../../../test/kit/test-portal.ts';
import '../define/claim-detail.ts';
import { exportPage, issue, numberOf, select } from './bordereau.fixture.test.ts';
import type { ClaimDetailElement } from './claim-detail.element.ts';
import {
  anything,
  button,
  counted,
  field,
  from,
  mountQuery,
  paged,
  query,
  queryPage,
  readOnly,
  withClaims,
} from './claims.fixture.test.ts';

type State = () => Promise<Element>;
const never = (): Promise<never> => new Promise(() => undefined);

const claimQuery: Readonly<Record<string, State>> = {
  'not connected': async () => mountQuery(undefined),
  'first form': async () => (await queryPage()).element,
  'advanced search': async () => {
    const { element } = await queryPage();
    one(element, 'radio', 'Advanced search').click();
    await until(() => one(element, 'combobox', 'Payer'));
    return element;
  },
  'wrong fields': async () => {
    const { element } = await queryPage();
    one(element, 'radio', 'Payment date').click();
    one(element, 'radio', 'Advanced search').click();
    (await until(() => one(element, 'checkbox', 'Authorization'))).click();
    await query(element, '31/31', 'soon');
    await until(() => expect(element.shadowRoot!.querySelectorAll('.field-error[id]')).to.have.lengthOf(3));
    return element;
  },
  searching: async () => {
    const { element } = await queryPage({ through: withClaims(() => ({ open: never })) });
    await query(element);
    await until(() => button(element, 'Cancel'));
    return element;
  },
  'a few results, stale': async () => {
    const { element } = await queryPage();
    await query(element);
    await counted(element);
    await type(from(element), '0');
    return element;
  },
  'many results': async () => {
    const { element } = await queryPage({ claims: 400 });
    button(element, 'Execute query').click();
    await counted(element);
    return element;
  },
  'a page of results': async () => {
    const { element } = await queryPage({ claims: 120, through: paged(100) });
    button(element, 'Execute query').click();
    await counted(element);
    return element;
  },
  nothing: async () => {
    const { element } = await queryPage();
    await query(element, '1/1/2001', '1/2/2001');
    await counted(element);
    return element;
  },
  failed: async () => {
    const { element, faults } = await queryPage();
    faults.failNext('offline', { at: 'claims.open' });
    await query(element);
    await until(() => one(element, 'alert'));
    return element;
  },
  'saved queries': async () => {
    const { element } = await queryPage();
    await query(element);
    await counted(element);
    element.shadowRoot!.querySelector('summary')!.click();
    await type(await until(() => field(element, /Name of the query/)), 'Mine');
    await press('Enter');
    await until(() => button(element, 'Run Mine'));
    return element;
  },
  'read only': async () => (await queryPage({ through: () => readOnly(20) })).element,
  'a calendar': async () => {
    const { element } = await queryPage();
    from(element).focus();
    await press('Tab', 'Enter');
    await until(() => expect(element.shadowRoot!.activeElement?.className).to.equal('calendar-day'));
    return element;
  },
  'the export': async () => {
    const { element } = await queryPage();
    await query(element);
    await counted(element);
    button(element, 'Export bordereau…').click();
    await until(() => select(element, /^Payer/));
    return element;
  },
};

async function detail(id: string | null, options: Parameters<typeof createTestPortal>[0] = {}): Promise<ClaimDetailElement> {
  const { portal } = await createTestPortal({ signedIn: 'clerk', claims: 60, ...options });
  const { rows } = await portal.backend.claims!.search(anything, {});
  const shown = id ?? rows.find(({ decision }) => decision === 'partially-paid')?.id ?? rows[0]!.id;
  const element = await mount<ClaimDetailElement>(html`<claim-detail claim-id=${shown} .portal=${portal}></claim-detail>`);
  await until(() => expect(element.shadowRoot!.querySelector('article, [role="alert"]')).not.to.equal(null));
  return element;
}
const claimDetail: Readonly<Record<string, State>> = {
  'a claim': () => detail(null),
  'a claim with parts hidden': () => detail(null, { signedIn: 'helpdesk' }),
  'not found': () => detail('no-such-case'),
};

const bordereau: Readonly<Record<string, State>> = {
  'parties missing': async () => {
    const { element } = await exportPage();
    (await until(() => button(element, 'Issue bordereau'))).click();
    await until(() => expect(element.shadowRoot!.querySelectorAll('.field-error')).to.have.lengthOf(2));
    return element;
  },
  issued: async () => {
    const { element } = await exportPage();
    await issue(element);
    await numberOf(element);
    return element;
  },
  writing: async () => {
    const { element, faults } = await exportPage();
    await issue(element);
    await numberOf(element);
    faults.hang('claims.bordereauRows');
    button(element, 'CSV file').click();
    await until(() => one(element, 'progressbar'));
    return element;
  },
};

describe('claims for axe', function () {
  // Four looks at every state, each looked at whole.
  this.timeout(40_000);

  for (const [name, states] of Object.entries({ 'claim-query': claimQuery, 'claim-detail': claimDetail, 'bordereau-export': bordereau })) {
    for (const [state, open] of Object.entries(states)) {
      it(`has nothing to say, in either language and scheme: ${name}, ${state}`, async () => {
        await everyLook(await open());
      });
    }
  }

  it('has something to say when the name of a field is taken away', async () => {
    const { element } = await queryPage();
    element.shadowRoot!.querySelector('label[for="from"]')!.remove();
    expect(await findings(element)).not.to.be.empty;
  });
});
