import type { Translation } from '../kernel/index.ts';
import type { documentMessages } from './document.messages.ts';

/** Arabic. */
export const documentMessagesAr: Translation<typeof documentMessages> = {
  'document.type': 'النوع',
  'document.type.medical-report': 'تقرير طبي',
  'document.type.lab-result': 'نتيجة مختبر',
  'document.type.imaging': 'تصوير طبي',
  'document.type.prescription': 'وصفة طبية',
  'document.type.discharge-summary': 'ملخص خروج',
  'document.type.operative-report': 'تقرير عملية',
  'document.type.invoice': 'فاتورة',
  'document.type.receipt': 'إيصال',
  'document.type.identity': 'وثيقة هوية',
  'document.type.other': 'أخرى',
  'document.type.authorization-form': 'نموذج الموافقة المسبقة',
  'document.purpose': 'الغرض',
  'document.purpose.to-submit': 'للتقديم',
  'document.purpose.correspondence': 'مراسلة',
  'document.purpose.internal': 'داخلي',
  'document.line': 'يخص',
  'document.wholeClaim': 'الحالة كلها',
  'document.lineNumber': 'البند {$n :number}',
  'document.lineService': 'البند {$n :number}: {$service}',
  'document.download': 'تنزيل {$name}',
  'document.taking': 'جارٍ جلب {$name}…',
  'document.notTaken': 'تعذّر جلب {$name}. أعد المحاولة.',
  'document.gone': 'لم يعد {$name} موجودًا، أو لا تملك صلاحية الاطلاع عليه.',
};
