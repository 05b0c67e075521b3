import assert from 'node:assert/strict';
import { after, suite, test } from 'node:test';
import { createPageDriver } from '../../packages/workshop/src/testing/page.ts';
import { sitDown, type Clerk } from './kit/clerk.ts';
import { hosts } from './kit/hosts.ts';
import { choose, signIn } from './kit/steps.ts';

const driver = await createPageDriver();
after(() => driver.close());

const words = {
  en: {
    ...{ register: 'Register New User', title: 'Register new user', missing: 'Fill in this field.', sent: 'Your registration was sent.' },
    ...{ notActive: 'This account is not active yet.', arrived: 'Your registration has arrived', accounts: 'Accounts' },
    ...{ waiting: '2 people wait', activate: 'Activate', isActive: 'The account is active.', signedIn: 'Signed in as' },
    ...{ refuse: 'Refuse', reasonMissing: 'Choose a reason.', isRefused: 'The registration was refused.', nobody: 'Nobody waits' },
    ...{ unknown: 'This is not known here.' },
    ...{ signOut: 'Sign out', reason: 'The provider did not confirm that you work there.' },
  },
  ar: {
    ...{ register: 'تسجيل مستخدم جديد', title: 'تسجيل مستخدم جديد', missing: 'املأ هذا الحقل.', sent: 'أُرسل طلب التسجيل.' },
    ...{ notActive: 'لم يُفعَّل هذا الحساب بعد.', arrived: 'وصل طلب التسجيل', accounts: 'الحسابات' },
    ...{ waiting: 'شخصان ينتظران', activate: 'تفعيل', isActive: 'الحساب مفعّل.', signedIn: 'تم تسجيل الدخول باسم' },
    ...{ refuse: 'رفض', reasonMissing: 'اختر سببًا.', isRefused: 'رُفض الطلب.', nobody: 'لا أحد ينتظر' },
    ...{ unknown: 'هذه الجهة غير معروفة هنا.' },
    ...{ signOut: 'تسجيل الخروج', reason: 'لم يؤكد مقدم الخدمة أنك تعمل لديه.' },
  },
} as const;

type Language = keyof typeof words;

const password = 'nine herons over the quay';

/** Fills in what policy asks for and sends it; what is left out first is told at its field. */
async function register(clerk: Clerk, language: Language, { name, displayName }: Record<'name' | 'displayName', string>): Promise<void> {
  const { register, title, missing, sent } = words[language];
  await clerk.click('#register', register);
  await clerk.find('user-registration >>> h2', title);
  await clerk.fill('user-registration >>> input#displayName', displayName);
  await clerk.press('Enter');
  await clerk.sees(missing);
  await clerk.comesTo(async () => (await clerk.focused())?.id, 'email', 'the first field that is wrong has the focus');
  for (const [field, value] of [
    ['email', `${name}@clinic.example`],
    ['phone', '+965 2555 0199'],
    ['providerNumber', 'KW-10023'],
    ['providerName', 'Noor Clinic'],
    ['name', name],
    ['password', password],
  ] as const)
    await clerk.fill(`user-registration >>> input#${field}`, value);
  await clerk.press('Enter');
  await clerk.sees(sent);
  await clerk.click('user-registration >>> .ways button');
}

/** The answer to one person, by the form under the name. */
async function answer(clerk: Clerk, displayName: string, button: string): Promise<void> {
  const article = await clerk.find('activation-queue >>> article', displayName);
  await article.evaluate(
    (card, text) => [...card.querySelectorAll('button')].find((one) => (one.textContent ?? '').includes(text))!.click(),
    button,
  );
  await clerk.find('activation-queue >>> #answer');
}

const tried = async (clerk: Clerk, name: string, told: string): Promise<void> => {
  await signIn(clerk, name, password);
  await clerk.sees(told);
};

for (const host of hosts)
  for (const language of ['en', 'ar'] as const)
    suite(`registration over ${host.name}, ${language}`, () => {
      test('N7 N8 who registers waits for the helpdesk: activated and in, or refused with a reason', async (t) => {
        const clerk = await sitDown(driver, host.open('?claims=50&storage=memory'));
        t.after(() => clerk.close());
        const text = words[language];
        await choose(clerk, 'language', language);
        await register(clerk, language, { name: 'hala', displayName: 'Hala Aziz' });
        await tried(clerk, 'hala', text.notActive);
        await clerk.sees(text.arrived);
        await register(clerk, language, { name: 'omar', displayName: 'Omar Said' });

        await signIn(clerk, 'samir', 'demo-helpdesk-pass');
        await clerk.click('portal-shell >>> a', text.accounts);
        await clerk.sees(text.waiting);
        await answer(clerk, 'Hala Aziz', text.activate);
        await clerk.fill('activation-queue >>> input#answer', 'Sunrise');
        await clerk.click('activation-queue >>> button[type="submit"]');
        await clerk.sees(text.unknown);
        await clerk.fill('activation-queue >>> input#answer', 'MOH-20418');
        await clerk.click('activation-queue >>> [role="option"]', 'Al Noor Medical Center');
        await clerk.click('activation-queue >>> button[type="submit"]');
        await clerk.sees(text.isActive);
        await answer(clerk, 'Omar Said', text.refuse);
        await clerk.click('activation-queue >>> button[type="submit"]');
        await clerk.sees(text.reasonMissing);
        await choose(clerk, 'answer', 'not-of-this-provider');
        await clerk.click('activation-queue >>> button[type="submit"]');
        await clerk.sees(text.isRefused);
        await clerk.sees(text.nobody);
        await clerk.sees(text.reason);
        await clerk.click('button', text.signOut);

        await tried(clerk, 'omar', text.notActive);
        await tried(clerk, 'hala', `${text.signedIn} Hala Aziz`);
        assert.deepEqual(await clerk.trouble(), []);
      });
    });
