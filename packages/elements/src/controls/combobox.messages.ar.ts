import type { Translation } from '@portico/core/kernel';
import type { comboboxMessages } from './combobox.messages.ts';

/** Arabic. */
export const comboboxMessagesAr: Translation<typeof comboboxMessages> = {
  'combobox.searching': 'جارٍ البحث…',
  'combobox.found': {
    on: 'n',
    '=0': 'لا توجد نتائج.',
    zero: 'لا توجد نتائج.',
    one: 'نتيجة واحدة.',
    two: 'نتيجتان.',
    few: '{$n :number} نتائج.',
    many: '{$n :number} نتيجة.',
    other: '{$n :number} نتيجة.',
  },
  'combobox.first': 'تظهر أول {$n :number} من النتائج: اكتب المزيد لتضييق البحث.',
  'combobox.failed': 'تعذّر الوصول إلى القائمة الآن.',
  'combobox.retry': 'أعد المحاولة',
  'combobox.notListed': 'غير موجود في القائمة…',
};
