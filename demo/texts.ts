/** The page's own texts: a host brings them in its languages, as it does for the rest of its pages. */
const en = {
  title: 'Portico demo',
  starting: 'Making the demo world …',
  startingOf: 'Making the demo world: {n} cases …',
  failed: 'The demo world cannot start in this browser: {code}. Open it in a window that may keep data, or with ?storage=memory.',
  blocked:
    "Portico's script could not start: {reason} Where the page's Content-Security-Policy has a line of Trusted Types, it must name the policy of this " +
    "build: trusted-types lit-html 'allow-duplicates' for the npm modules, trusted-types portico 'allow-duplicates' for portico.js.",
  brand: 'Brand',
  language: 'Language',
  theme: 'Theme',
  themeAuto: 'Auto',
  themeLight: 'Light',
  themeDark: 'Dark',
  accounts: 'People of the demo world',
  accountsHint:
    'Nobody here exists. Sign in as one of them; four wrong passwords lock an account. A password you set anew replaces the one below.',
  user: 'User name',
  password: 'Password',
  role: 'Role',
  proof: 'Recovery code or secret answer',
  clerk: 'Clerk',
  helpdesk: 'Helpdesk',
  'claims-center': 'Claims center',
  register: 'Register New User',
  backToClaims: 'Back to the claims',
  backToAuthorizations: 'Back to the authorizations',
  toAuthorization: 'Open the authorization',
  toClaim: 'Show it in Claims Query',
  desk: 'Demo desk',
  deskHint: 'Only a demo has this desk.',
  scriptedPayer:
    'A scripted payer is at work: after some seconds it decides authorizations that are sent here, or asks about them. What the claims center has touched it leaves alone.',
  departures: 'Its policy lets people answer a secret question, as some payers do. So it is:',
  mails: 'Mail that would have been sent',
  noMails: 'No mail yet.',
  openLink: 'Open the link',
  clock: 'Clock of this world',
  hour: '+1 hour',
  day: '+1 day',
  week: '+8 days',
  storage: 'Demo data stays in this browser until you delete it.',
  storageMemory: 'This world lives in memory and is gone with the page.',
  destroy: 'Delete the demo world',
  destroyAsk: 'Delete the demo world with all that was opened and issued in it? It is made anew with the next visit.',
  kindTitle: 'What is in these files?',
  kindText:
    'Test data goes into the demo world and stays in this browser. Data about real people is kept in memory only, apart from the demo world.',
  kindTest: 'Test data',
  kindReal: 'Data about real people',
  kindNone: 'Do not open',
  realRibbon: 'Data about real people: in memory only, gone on reload or sign-out.',
};

const ar: typeof en = {
  title: 'عرض بورتيكو التجريبي',
  starting: 'جارٍ إنشاء العالم التجريبي…',
  startingOf: 'جارٍ إنشاء العالم التجريبي: {n} حالة…',
  failed: 'لا يمكن بدء العالم التجريبي في هذا المتصفح: {code}. افتحه في نافذة يُسمح لها بحفظ البيانات أو أضف ?storage=memory.',
  blocked:
    'تعذّر تشغيل نص Portico البرمجي: {reason} إذا كانت سياسة أمان المحتوى في الصفحة تتضمن سطر Trusted Types فيجب أن يسمّي سياسة هذا البناء: ' +
    "trusted-types lit-html 'allow-duplicates' لوحدات npm، أو trusted-types portico 'allow-duplicates' للملف portico.js.",
  brand: 'العلامة',
  language: 'اللغة',
  theme: 'المظهر',
  themeAuto: 'تلقائي',
  themeLight: 'فاتح',
  themeDark: 'داكن',
  accounts: 'أشخاص العالم التجريبي',
  accountsHint:
    'لا أحد هنا حقيقي. سجّل الدخول باسم أحدهم؛ أربع كلمات مرور خاطئة تقفل الحساب. وكلمة المرور التي تعيّنها من جديد تحل محل المذكورة أدناه.',
  user: 'اسم المستخدم',
  password: 'كلمة المرور',
  role: 'الدور',
  proof: 'رمز الاسترداد أو الإجابة السرية',
  clerk: 'موظف المطالبات',
  helpdesk: 'مكتب المساعدة',
  'claims-center': 'مركز المطالبات',
  register: 'تسجيل مستخدم جديد',
  backToClaims: 'العودة إلى المطالبات',
  backToAuthorizations: 'العودة إلى الموافقات المسبقة',
  toAuthorization: 'فتح الموافقة المسبقة',
  toClaim: 'عرضها في استعلام المطالبات',
  desk: 'مكتب العرض',
  deskHint: 'هذا المكتب موجود في العرض التجريبي فقط.',
  scriptedPayer:
    'تعمل هنا جهة دفع آلية: بعد ثوانٍ تبتّ في طلبات الموافقة المسبقة المرسلة من هنا أو تسأل عنها، ولا تمسّ ما عمل عليه مركز المطالبات.',
  departures: 'تسمح سياسته بالإجابة عن سؤال سري كما تفعل بعض جهات الدفع، ولذلك فهو:',
  mails: 'البريد الذي كان سيُرسل',
  noMails: 'لا بريد بعد.',
  openLink: 'فتح الرابط',
  clock: 'ساعة هذا العالم',
  hour: '+ ساعة',
  day: '+ يوم',
  week: '+ 8 أيام',
  storage: 'تبقى بيانات العرض في هذا المتصفح حتى تحذفها.',
  storageMemory: 'هذا العالم في الذاكرة ويزول مع الصفحة.',
  destroy: 'حذف العالم التجريبي',
  destroyAsk: 'أتريد حذف العالم التجريبي بكل ما فُتح وأُصدر فيه؟ سيُنشأ من جديد عند الزيارة التالية.',
  kindTitle: 'ماذا في هذه الملفات؟',
  kindText:
    'تدخل بيانات الاختبار العالم التجريبي وتبقى في هذا المتصفح. أما بيانات الأشخاص الحقيقيين فتُحفظ في الذاكرة فقط، بمعزل عن العالم التجريبي.',
  kindTest: 'بيانات اختبار',
  kindReal: 'بيانات أشخاص حقيقيين',
  kindNone: 'عدم فتحها',
  realRibbon: 'بيانات أشخاص حقيقيين: في الذاكرة فقط، وتزول عند إعادة التحميل أو تسجيل الخروج.',
};

/** A key of the page's texts. */
export type TextKey = keyof typeof en;

let texts = en;

/** Sets the language of the page and writes all its texts anew. */
export function speak(locale: string): void {
  texts = locale.startsWith('ar') ? ar : en;
  document.documentElement.lang = locale;
  document.documentElement.dir = locale.startsWith('ar') ? 'rtl' : 'ltr';
  document.title = texts.title;
  for (const element of document.querySelectorAll<HTMLElement>('[data-text]')) element.textContent = t(element.dataset['text'] as TextKey);
}

/** A text of the page in the language in force. */
export const t = (key: TextKey, values: Readonly<Record<string, string>> = {}): string =>
  texts[key].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
