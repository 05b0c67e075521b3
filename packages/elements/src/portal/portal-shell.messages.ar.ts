import type { Translation } from '@portico/core/kernel';
import type { portalShellMessages } from './portal-shell.messages.ts';

/** Arabic. */
export const portalShellMessagesAr: Translation<typeof portalShellMessages> = {
  'shell.skip': 'انتقل إلى المحتوى',
  'shell.menu': 'القائمة الرئيسية',
  'shell.page.sign-in': 'تسجيل الدخول',
  'shell.page.claims': 'استعلام المطالبات',
  'shell.page.contacts': 'اتصل بنا',
  'shell.signOut': 'تسجيل الخروج',
  'shell.signedInAs': 'تم تسجيل الدخول باسم {$name}',
  'shell.role.clerk': 'موظف المطالبات',
  'shell.role.helpdesk': 'مكتب المساعدة',
  'shell.role.claims-center': 'مركز المطالبات',
  'shell.restoring': 'جارٍ البحث عن جلستك…',
  'shell.notConnected': 'لا توجد بوابة متصلة. ضع هذا العنصر داخل مزوّد البوابة أو حدّد له بوابة.',
  'shell.nothing': 'لا توجد هنا صفحة يُسمح لك بعرضها. يمكن لمكتب المساعدة توضيح السبب.',
  'shell.ended.signed-out': 'سجّلت خروجك. لم يُحفظ لك شيء في هذا المتصفح.',
  'shell.ended.idle': 'سُجّل خروجك لعدم وجود نشاط لفترة. سجّل الدخول للمتابعة من حيث توقفت.',
  'shell.ended.expired': 'انتهت مدة جلستك. سجّل الدخول للمتابعة من حيث توقفت.',
  'shell.ended.elsewhere': 'أُنهيت جلستك من صفحة أخرى أو من مكتب المساعدة.',
  'shell.ending': 'تنتهي جلستك عند {$at :time}.',
  'shell.stay': 'ابقَ مسجّلاً',
  'shell.rehearsal': 'تعمل هذه البوابة داخل متصفحك فقط: تسجيل الدخول والقفل والصلاحيات هنا تدريب وليست حماية.',
  'shell.offline': 'أنت غير متصل بالإنترنت. ما على الصفحة باقٍ، وما ترسله ينتظر.',
  'shell.waiting': {
    on: 'n',
    zero: 'لا توجد تغييرات بانتظار الإرسال',
    one: 'تغيير واحد بانتظار الإرسال',
    two: 'تغييران بانتظار الإرسال',
    few: '{$n :number} تغييرات بانتظار الإرسال',
    many: '{$n :number} تغييراً بانتظار الإرسال',
    other: '{$n :number} تغيير بانتظار الإرسال',
  },
};
