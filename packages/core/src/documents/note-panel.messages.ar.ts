import type { Translation } from '../kernel/index.ts';
import type { notePanelMessages } from './note-panel.messages.ts';

/** Arabic. */
export const notePanelMessagesAr: Translation<typeof notePanelMessages> = {
  'note.title': 'الملاحظات',
  'note.loading': 'جارٍ تحميل الملاحظات…',
  'note.idle': 'افتح حالة لعرض ملاحظاتها هنا.',
  'note.readOnly': 'يمكنك قراءة ملاحظات هذه الحالة، لكن لا يمكنك الكتابة.',
  'note.label': 'ملاحظة جديدة',
  'note.hint': {
    on: 'max',
    zero: 'ملاحظة أو ملفات أو كلاهما، من دون نص.',
    one: 'ملاحظة أو ملفات أو كلاهما. الحد الأقصى حرف واحد.',
    two: 'ملاحظة أو ملفات أو كلاهما. الحد الأقصى حرفان.',
    few: 'ملاحظة أو ملفات أو كلاهما. الحد الأقصى {$max :number} أحرف.',
    many: 'ملاحظة أو ملفات أو كلاهما. الحد الأقصى {$max :number} حرفًا.',
    other: 'ملاحظة أو ملفات أو كلاهما. الحد الأقصى {$max :number} حرف.',
  },
  'note.post': 'نشر الملاحظة',
};
