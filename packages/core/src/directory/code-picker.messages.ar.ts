import type { Translation } from '../kernel/index.ts';
import type { codePickerMessages } from './code-picker.messages.ts';

/** Arabic. */
export const codePickerMessagesAr: Translation<typeof codePickerMessages> = {
  'code-picker.diagnoses': 'التشخيص',
  'code-picker.services': 'الخدمة',
  'code-picker.hint': 'رمز أو كلمات من الاسم',
  'code-picker.required': 'اختر من القائمة.',
  'code-picker.denied': 'لا تملك صلاحية الاطلاع على هذه القائمة. اسأل مكتب المساعدة.',
  'code-picker.unlisted.diagnoses':
    'التشخيص غير موجود في القائمة: اختر أقرب رمز واكتب التشخيص بكلماتك. يرى مركز المطالبات أن الرمز غير دقيق.',
  'code-picker.unlisted.services': 'الخدمة غير موجودة في القائمة: اكتب اسمها وتكلفتها التقديرية.',
  'code-picker.exact': 'التشخيص الدقيق بكلماتك',
  'code-picker.name': 'اسم الخدمة',
  'code-picker.cost': 'التكلفة التقديرية ({$currency})',
  'code-picker.listed': 'العودة إلى القائمة',
  'code-picker.missing': 'هذا الحقل مطلوب.',
  'code-picker.not-an-amount': 'اكتب مبلغًا أكبر من صفر.',
};
