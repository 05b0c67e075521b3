import type { Translation } from '../kernel/index.ts';
import type { recoverySettingsMessages } from './recovery-settings.messages.ts';

/** Arabic. */
export const recoverySettingsMessagesAr: Translation<typeof recoverySettingsMessages> = {
  'recovery-settings.title': 'رمز الاسترداد',
  'recovery-settings.text': 'يعيدك رمز الاسترداد إلى حسابك إذا فُقدت كلمة المرور. يعمل مرة واحدة. احفظه حيث تحفظ الأشياء الثمينة.',
  'recovery-settings.make': 'إنشاء رمز استرداد جديد',
  'recovery-settings.making': 'لحظة من فضلك…',
  'recovery-settings.shown': 'هذا رمز الاسترداد الخاص بك. دوّنه الآن فلن يُعرض مرة أخرى، والرمز السابق لم يعد صالحًا.',
  'recovery-settings.noted': 'دوّنته',
  'recovery-settings.lost': 'أُنشئ رمز لكنه لم يصل إلى هذه الصفحة. أنشئ رمزًا آخر.',
  'recovery-settings.offline': 'لا يوجد اتصال. تحقق من الشبكة ثم أعد المحاولة.',
  'recovery-settings.unavailable': 'هذا غير ممكن الآن. أعد المحاولة بعد قليل.',
  'recovery-settings.retry': 'أعد المحاولة',
};
