import type { Translation } from '../kernel/index.ts';
import type { attachmentUploaderMessages } from './attachment-uploader.messages.ts';

/** Arabic. */
export const attachmentUploaderMessagesAr: Translation<typeof attachmentUploaderMessages> = {
  'attachment.title': 'إرفاق مستندات',
  'attachment.loading': 'لحظة من فضلك…',
  'attachment.idle': 'افتح حالة لإرفاق مستندات بها.',
  'attachment.readOnly': 'يمكنك الاطلاع على هذه الحالة، لكن لا يمكنك إرفاق شيء بها.',
  'attachment.limits': {
    on: 'files',
    zero: 'لا تُقبل ملفات. الحجم: {$each}، والمجموع: {$total}. الأنواع: {$kinds}.',
    one: 'ملف واحد لا يتجاوز {$each}. الأنواع المقبولة: {$kinds}.',
    two: 'ملفان كحد أقصى، لا يتجاوز كل منهما {$each} ولا يتجاوزان معًا {$total}. الأنواع المقبولة: {$kinds}.',
    few: '{$files :number} ملفات كحد أقصى، لا يتجاوز كل منها {$each} ولا تتجاوز معًا {$total}. الأنواع المقبولة: {$kinds}.',
    many: '{$files :number} ملفًا كحد أقصى، لا يتجاوز كل منها {$each} ولا تتجاوز معًا {$total}. الأنواع المقبولة: {$kinds}.',
    other: '{$files :number} ملف كحد أقصى، لا يتجاوز كل منها {$each} ولا تتجاوز معًا {$total}. الأنواع المقبولة: {$kinds}.',
  },
  'attachment.choose': 'اختر ملفات',
  'attachment.photo': 'التقاط صورة',
  'attachment.dropHint': 'أو أفلتها أو الصقها هنا',
  'attachment.attach': 'إرفاق',
  'attachment.nothing': 'اختر ملفًا أولًا؛ لا يوجد ما يُرفق بعد.',
  'attachment.attached': {
    on: 'n',
    zero: 'لم يُرفق أي مستند.',
    one: 'أُرفق مستند واحد.',
    two: 'أُرفق مستندان.',
    few: 'أُرفقت {$n :number} مستندات.',
    many: 'أُرفق {$n :number} مستندًا.',
    other: 'أُرفق {$n :number} مستند.',
  },
};
