import type { Translation } from '../kernel/index.ts';
import type { modificationMessages } from './modification.messages.ts';

/** Names of what may be modified, in Arabic. */
export const modificationMessagesAr: Translation<typeof modificationMessages> = {
  'modification.subject.member': 'بيانات العضو',
  'modification.subject.service-dates': 'تواريخ الخدمة',
  'modification.subject.services': 'الخدمات أو الكميات',
  'modification.subject.diagnoses': 'التشخيصات',
  'modification.subject.physician': 'الطبيب',
  'modification.subject.amounts': 'المبالغ',
  'modification.subject.other': 'شيء آخر',
  'modification.reason.as-requested': 'كما طُلب',
  'modification.reason.in-part': 'جزئيًا',
  'modification.reason.documents-missing': 'مستندات ناقصة',
  'modification.reason.not-covered': 'غير مشمول بالخطة',
  'modification.reason.settled': 'الحالة مسوّاة بالفعل',
  'modification.reason.not-plausible': 'الطلب لا يتوافق مع الحالة',
  'modification.reason.other': 'سبب آخر',
};
