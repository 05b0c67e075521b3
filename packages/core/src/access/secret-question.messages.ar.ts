import type { Translation } from '../kernel/index.ts';
import type { secretQuestionMessages } from './secret-question.messages.ts';

/** Arabic. */
export const secretQuestionMessagesAr: Translation<typeof secretQuestionMessages> = {
  'secret-question.title': 'السؤال السري',
  'secret-question.text':
    'تعيدك الإجابة إلى حسابك إذا فُقدت كلمة المرور. اختر إجابة لا يمكن لأحد معرفتها. لا تُعرض الإجابة أبدًا، وتحل الجديدة محل السابقة.',
  'secret-question.question': 'السؤال',
  'secret-question.answer': 'إجابتك',
  'secret-question.answerHint': 'لا فرق في المسافات ولا في حالة الأحرف.',
  'secret-question.answer-missing': 'أدخل إجابتك.',
  'secret-question.answer-too-short': 'هذه الإجابة قصيرة جدًا ويسهل تخمينها. اختر أطول منها.',
  'secret-question.answer-too-long': 'هذه الإجابة طويلة جدًا. اختر أقصر منها.',
  'secret-question.password': 'كلمة مرورك',
  'secret-question.passwordHint': 'حتى لا يعيّنه غيرك على جهازك.',
  'secret-question.passwordMissing': 'أدخل كلمة مرورك.',
  'secret-question.passwordWrong': {
    on: 'n',
    zero: 'هذه ليست كلمة مرورك. لم تتبقَّ أي محاولة.',
    one: 'هذه ليست كلمة مرورك. بقيت محاولة واحدة.',
    two: 'هذه ليست كلمة مرورك. بقيت محاولتان.',
    few: 'هذه ليست كلمة مرورك. بقيت {$n :number} محاولات.',
    many: 'هذه ليست كلمة مرورك. بقيت {$n :number} محاولة.',
    other: 'هذه ليست كلمة مرورك. بقيت {$n :number} محاولة.',
  },
  'secret-question.showPassword': 'إظهار كلمة المرور',
  'secret-question.hidePassword': 'إخفاء كلمة المرور',
  'secret-question.set': 'تعيين السؤال السري',
  'secret-question.setting': 'لحظة من فضلك…',
  'secret-question.done': 'عُيّن سؤالك السري. ستصلك رسالة بريد إلكتروني بذلك.',
  'secret-question.another': 'تعيين سؤال آخر',
  'secret-question.locked':
    'قُفل هذا الحساب بعد عدد كبير من كلمات المرور الخاطئة ولم يُعيَّن شيء. استعد الدخول من صفحة تسجيل الدخول أو اتصل بمكتب المساعدة.',
  'secret-question.offline': 'لا يوجد اتصال. تحقق من الشبكة ثم أعد المحاولة.',
  'secret-question.unavailable': 'هذا غير ممكن الآن. أعد المحاولة بعد قليل.',
  'secret-question.retry': 'أعد المحاولة',
};
