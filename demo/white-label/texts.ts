/** The languages of this portal. */
export type Language = 'en' | 'ar';

const en = {
  portal: 'Provider portal',
  claims: 'Claims',
  contacts: 'Contact us',
  signOut: 'Sign out',
  language: 'Language',
  theme: 'Colours',
  auto: 'Auto',
  light: 'Light',
  dark: 'Dark',
  headline: 'Less waiting room, more medicine.',
  pitch: 'Find a claim, see what we decided and why, and get your statement. In one place, in two languages, at any hour.',
  points: ['Claims and authorizations in one list', 'Every decision with its arithmetic', 'Bordereaux as Excel, CSV or print'],
  tryIt: 'To try it: {user}, password {password}. Nobody here exists.',
  greeting: 'Welcome, {name}',
  claimsLead: 'Search by service or payment date, sort as you like, and open a case to see all of it.',
  back: 'Back to the list',
  contactsLead: 'Whom to call, by country and line of business.',
  starting: 'One moment …',
  footer: 'Saffron Cover is invented, and so is everybody in this portal.',
};

const ar: typeof en = {
  portal: 'بوابة مقدمي الخدمة',
  claims: 'المطالبات',
  contacts: 'اتصل بنا',
  signOut: 'تسجيل الخروج',
  language: 'اللغة',
  theme: 'الألوان',
  auto: 'تلقائي',
  light: 'فاتح',
  dark: 'داكن',
  headline: 'انتظار أقل، ووقت أكثر للطب.',
  pitch: 'ابحث عن المطالبة واعرف ما قررناه وسببه، واحصل على كشفك. في مكان واحد، وبلغتين، وفي أي ساعة.',
  points: ['المطالبات والموافقات المسبقة في قائمة واحدة', 'كل قرار مع حسابه', 'كشوف بصيغة Excel أو CSV أو للطباعة'],
  tryIt: 'للتجربة: {user}، كلمة المرور {password}. لا أحد هنا حقيقي.',
  greeting: 'مرحبًا، {name}',
  claimsLead: 'ابحث حسب تاريخ الخدمة أو الدفع، ورتّب كما تشاء، وافتح الحالة لتراها كاملة.',
  back: 'العودة إلى القائمة',
  contactsLead: 'بمن تتصل، حسب البلد ونوع التأمين.',
  starting: 'لحظة من فضلك …',
  footer: 'شركة Saffron Cover متخيَّلة، وكذلك كل من في هذه البوابة.',
};

/** The app's own texts; the elements bring theirs. */
export const texts: Readonly<Record<Language, typeof en>> = { en, ar };
