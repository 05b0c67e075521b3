import type { Translation } from '../kernel/index.ts';
import type { noteThreadMessages } from './note-thread.messages.ts';

/** Arabic. */
export const noteThreadMessagesAr: Translation<typeof noteThreadMessages> = {
  'note.thread': 'الملاحظات السابقة',
  'note.none': 'لا توجد ملاحظات على هذه الحالة بعد.',
  'note.by': '{$who}، {$at :datetime}',
  'note.side.provider': 'مقدم الخدمة',
  'note.side.payer': 'جهة الدفع',
  'note.threadFailed': 'تعذّر تحميل الملاحظات.',
  'note.threadStale': 'تعذّر تحديث الملاحظات. قد لا يكون ما تراه هو الأحدث.',
  'note.more': 'عرض ملاحظات أقدم',
  'note.threadLoading': 'جارٍ تحميل الملاحظات السابقة…',
  'note.threadRetry': 'أعد المحاولة',
};
