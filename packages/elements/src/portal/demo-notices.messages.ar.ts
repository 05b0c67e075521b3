import type { Translation } from '@portico/core/kernel';
import type { demoNoticesMessages } from './demo-notices.messages.ts';

/** Arabic. */
export const demoNoticesMessagesAr: Translation<typeof demoNoticesMessages> = {
  'demo.ribbon': 'عرض تجريبي: لا أحد فيه حقيقي. ما يُدخل يبقى في هذا المتصفح.',
  'demo.delete': 'حذف بيانات العرض',
  'demo.confirm': 'هل تريد حذف كل ما أُدخل أو فُتح هنا؟',
  'demo.deleteNow': 'حذف',
  'demo.keep': 'إبقاء',
  'demo.retry': 'أعد المحاولة',
  'demo.failed.insecure': 'هذه الصفحة غير آمنة، لذلك لا يمكن بدء العرض. قدّمها عبر https أو افتحها على localhost.',
  'demo.failed.storage-missing': 'لا توجد في هذا المتصفح مساحة تخزين للصفحات، لذلك لا يمكن بدء العرض. افتح الصفحة في نافذة عادية.',
  'demo.failed.storage-blocked':
    'لا يسمح هذا المتصفح للصفحة بحفظ البيانات، لذلك لا يمكن بدء العرض. اسمح بذلك أو افتح الصفحة في نافذة عادية.',
  'demo.failed.storage-full': 'لا توجد مساحة كافية على هذا الجهاز لبيانات العرض. أفرغ بعضها ثم أعد المحاولة.',
  'demo.failed.storage-held': 'العرض مفتوح في نافذة أقدم. أغلق النوافذ الأخرى لهذه الصفحة ثم أعد المحاولة.',
  'demo.failed.internal': 'تعذّر بدء العرض. أعد تحميل الصفحة.',
};
