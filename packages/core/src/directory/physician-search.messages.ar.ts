import type { Translation } from '../kernel/index.ts';
import type { physicianSearchMessages } from './physician-search.messages.ts';

/** Arabic. */
export const physicianSearchMessagesAr: Translation<typeof physicianSearchMessages> = {
  'physician.label': 'الطبيب',
  'physician.hint': 'الاسم أو رقم ترخيص كامل',
  'physician.required': 'اختر طبيبًا من القائمة.',
  'physician.denied': 'لا تملك صلاحية الاطلاع على الأطباء. اسأل مكتب المساعدة.',
  'physician.identifier.lop': 'نقابة الأطباء (لبنان)',
  'physician.identifier.dha': 'هيئة الصحة بدبي',
  'physician.identifier.doh': 'دائرة الصحة (أبوظبي)',
  'physician.identifier.moh': 'وزارة الصحة',
  'physician.identifier.npi': 'رقم NPI',
  'physician.identifier.other': 'ترخيص آخر',
  'physician.unlisted': 'الطبيب غير موجود في القائمة: اكتب الترخيص والاسم. يتحقق منهما مكتب المساعدة.',
  'physician.type': 'الترخيص',
  'physician.number': 'رقم الترخيص',
  'physician.name': 'اسم الطبيب',
  'physician.listed': 'العودة إلى القائمة',
  'physician.helpdesk': 'أو اسأل مكتب المساعدة',
  'physician.helpdesk.failed': 'تعذّر عرض أرقام مكتب المساعدة الآن.',
  'physician.call': 'اتصال',
  'physician.write': 'بريد إلكتروني',
  'physician.fax': 'فاكس',
  'physician.missing': 'هذا الحقل مطلوب.',
  'physician.not-an-npi': 'ليس رقم NPI: عشرة أرقام مع رقم تحقق.',
  'physician.not-an-identifier': 'رقم الترخيص حروف وأرقام وشرطات ونقاط.',
};
