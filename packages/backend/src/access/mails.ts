/** What a mail to a person says. */
export interface MailText {
  readonly subject: string;
  readonly body: string;
}

type Texts = {
  readonly recovery: (link: string, minutes: number) => MailText;
  readonly recovered: () => MailText;
  readonly codeUsed: () => MailText;
  readonly codeIssued: () => MailText;
};

const en: Texts = {
  recovery: (link, minutes) => ({
    subject: 'Set a new password',
    body: `Open this link within ${minutes} minutes to set a new password. It works once.\n\n${link}\n\nIf you did not ask for it, you need not do anything.`,
  }),
  recovered: () => ({
    subject: 'Your password was changed',
    body: 'A new password was set and all sessions were ended. If it was not you, call the helpdesk now.',
  }),
  codeUsed: () => ({
    subject: 'Your recovery code was used',
    body: 'A new password was set with your recovery code and all sessions were ended. The code is used up; a new one was shown in its place. If it was not you, call the helpdesk now.',
  }),
  codeIssued: () => ({
    subject: 'A new recovery code was made',
    body: 'A new recovery code was made for your account; an older one does not work any more. If it was not you, call the helpdesk now.',
  }),
};

const ar: Texts = {
  recovery: (link, minutes) => ({
    subject: 'تعيين كلمة مرور جديدة',
    body: `افتح هذا الرابط لتعيين كلمة مرور جديدة. مدة صلاحيته بالدقائق: ${minutes}. يُستخدم مرة واحدة.\n\n${link}\n\nإذا لم تطلب ذلك فلا يلزمك فعل أي شيء.`,
  }),
  recovered: () => ({
    subject: 'تم تغيير كلمة المرور',
    body: 'تم تعيين كلمة مرور جديدة وإنهاء جميع الجلسات. إذا لم تكن أنت من فعل ذلك فاتصل بمكتب المساعدة الآن.',
  }),
  codeUsed: () => ({
    subject: 'تم استخدام رمز الاسترداد',
    body: 'تم تعيين كلمة مرور جديدة برمز الاسترداد وإنهاء جميع الجلسات. لم يعد الرمز صالحًا، وعُرض رمز جديد مكانه. إذا لم تكن أنت من فعل ذلك فاتصل بمكتب المساعدة الآن.',
  }),
  codeIssued: () => ({
    subject: 'تم إنشاء رمز استرداد جديد',
    body: 'أُنشئ رمز استرداد جديد لحسابك ولم يعد الرمز السابق صالحًا. إذا لم تكن أنت من فعل ذلك فاتصل بمكتب المساعدة الآن.',
  }),
};

/** The texts in a person's language; English where there is none. */
export const mailTexts = (locale: string): Texts => (locale.split('-')[0] === 'ar' ? ar : en);
