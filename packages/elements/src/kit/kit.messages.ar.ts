import type { Translation } from '@portico/core/kernel';
import type { kitMessages } from './kit.messages.ts';

/** Arabic. */
export const kitMessagesAr: Translation<typeof kitMessages> = {
  'kit.notConnected': 'غير متصل. ضع هذا العنصر داخل مزوّد البوابة أو حدّد له بوابة.',
  'kit.restoring': 'لحظة من فضلك…',
  'kit.signedOut': 'سجّل الدخول لعرض هذا.',
  'kit.notSupported': 'هذه البوابة لا توفّر هذا.',
  'kit.broken': 'حدث خطأ هنا. لم يُفقد أي شيء.',
  'kit.retry': 'أعد المحاولة',
};
