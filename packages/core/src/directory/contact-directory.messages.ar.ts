import type { Translation } from '../kernel/index.ts';
import type { contactDirectoryMessages } from './contact-directory.messages.ts';

/** Arabic. */
export const contactDirectoryMessagesAr: Translation<typeof contactDirectoryMessages> = {
  'contact-directory.title': 'اتصل بنا',
  'contact-directory.country': 'الدولة',
  'contact-directory.allCountries': 'جميع الدول',
  'contact-directory.loading': 'جارٍ البحث عن جهات الاتصال…',
  'contact-directory.found': {
    on: 'n',
    zero: 'لا توجد جهات اتصال',
    one: 'جهة اتصال واحدة',
    two: 'جهتا اتصال',
    few: '{$n :number} جهات اتصال',
    many: '{$n :number} جهة اتصال',
    other: '{$n :number} جهة اتصال',
  },
  'contact-directory.empty': 'لا توجد جهات اتصال مدرجة هنا.',
  'contact-directory.call': 'اتصال',
  'contact-directory.write': 'بريد إلكتروني',
  'contact-directory.fax': 'فاكس',
  'contact-directory.purpose.helpdesk': 'مكتب المساعدة',
  'contact-directory.purpose.claims-center': 'مركز المطالبات',
  'contact-directory.purpose.authorizations': 'الموافقات المسبقة',
  'contact-directory.purpose.appeals': 'الاعتراضات',
  'contact-directory.hours': 'أوقات العمل: {$hours}',
  'contact-directory.offline': 'لا يوجد اتصال. تحقق من الشبكة ثم أعد المحاولة.',
  'contact-directory.busy': 'الطلبات كثيرة الآن. انتظر قليلًا ثم أعد المحاولة.',
  'contact-directory.denied': 'لا تملك صلاحية الاطلاع على جهات الاتصال هذه. سجّل الدخول، أو اسأل المسؤول عن هذه البوابة.',
  'contact-directory.unavailable': 'لا يمكن عرض جهات الاتصال الآن. أعد المحاولة بعد قليل.',
  'contact-directory.retry': 'أعد المحاولة',
};
