import type { Translation } from '../kernel/index.ts';
import type { __camel__Messages } from './__stem__.messages.ts';

/** Arabic. */
export const __camel__MessagesAr: Translation<typeof __camel__Messages> = {
  '__stem__.title': '__Title__',
  '__stem__.loading': 'جارٍ التحميل…',
  '__stem__.listed': {
    on: 'n',
    zero: 'لا توجد سطور',
    one: 'سطر واحد',
    two: 'سطران',
    few: '{$n :number} سطور',
    many: '{$n :number} سطرًا',
    other: '{$n :number} سطر',
  },
  '__stem__.empty': 'لا يوجد شيء هنا.',
  '__stem__.denied': 'لا يُسمح لك بعرض هذا. سجّل الدخول، أو اسأل المسؤول عن هذه البوابة.',
  '__stem__.notSupported': 'هذه الخدمة غير متاحة هنا.',
  '__stem__.unavailable': 'لا يمكن عرض هذا الآن. أعد المحاولة بعد قليل.',
  '__stem__.retry': 'أعد المحاولة',
};
