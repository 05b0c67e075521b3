import type { RefusalReason } from '@portico/core/access';

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
  readonly questionSet: () => MailText;
  readonly registered: () => MailText;
  readonly nameTaken: () => MailText;
  readonly activated: () => MailText;
  readonly refused: (reason: RefusalReason) => MailText;
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
  questionSet: () => ({
    subject: 'Your secret question was set',
    body: 'A secret question was set for your account; an older answer does not work any more. If it was not you, call the helpdesk now.',
  }),
  registered: () => ({
    subject: 'Your registration has arrived',
    body: 'You asked for an account. The helpdesk looks at what you said and activates the account; until then nobody can sign in with it. If it was not you, call the helpdesk.',
  }),
  nameTaken: () => ({
    subject: 'Somebody registered under your user name',
    body: 'You have an account under this user name already, and nothing about it was changed. If it was you who registered, sign in, or set a new password by "Forgot password?". If it was not you, you need not do anything.',
  }),
  activated: () => ({
    subject: 'Your account is active',
    body: 'The helpdesk has activated your account. You can sign in now with the user name and the password that you chose.',
  }),
  refused: (reason) => ({
    subject: 'Your registration was refused',
    body: `The helpdesk could not activate your account. ${refusalsEn[reason]} If you think that this is wrong, call the helpdesk.`,
  }),
};

const refusalsEn: Readonly<Record<RefusalReason, string>> = {
  'provider-unknown': 'No provider is known under the number that was given.',
  'not-of-this-provider': 'The provider did not confirm that you work there.',
  'details-wrong': 'What was given does not fit together.',
  'has-account': 'There is an account for you already.',
};

const refusalsAr: Readonly<Record<RefusalReason, string>> = {
  'provider-unknown': 'لا يوجد مقدم خدمة معروف بالرقم المذكور.',
  'not-of-this-provider': 'لم يؤكد مقدم الخدمة أنك تعمل لديه.',
  'details-wrong': 'البيانات المذكورة غير متوافقة.',
  'has-account': 'يوجد حساب لك بالفعل.',
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
  questionSet: () => ({
    subject: 'تم تعيين سؤالك السري',
    body: 'عُيّن سؤال سري لحسابك ولم تعد الإجابة السابقة صالحة. إذا لم تكن أنت من فعل ذلك فاتصل بمكتب المساعدة الآن.',
  }),
  registered: () => ({
    subject: 'وصل طلب التسجيل',
    body: 'طلبت حسابًا. يراجع مكتب المساعدة بياناتك ثم يفعّل الحساب، ولا يمكن لأحد الدخول به قبل ذلك. إذا لم تكن أنت من فعل ذلك فاتصل بمكتب المساعدة.',
  }),
  nameTaken: () => ({
    subject: 'محاولة تسجيل باسم المستخدم الخاص بك',
    body: 'لديك حساب بهذا الاسم بالفعل ولم يتغير فيه شيء. إذا كنت أنت من حاول التسجيل فسجّل الدخول، أو عيّن كلمة مرور جديدة عبر «هل نسيت كلمة المرور؟». وإذا لم تكن أنت فلا يلزمك فعل أي شيء.',
  }),
  activated: () => ({
    subject: 'تم تفعيل حسابك',
    body: 'فعّل مكتب المساعدة حسابك. يمكنك الآن الدخول باسم المستخدم وكلمة المرور اللذين اخترتهما.',
  }),
  refused: (reason) => ({
    subject: 'تم رفض طلب التسجيل',
    body: `تعذّر على مكتب المساعدة تفعيل حسابك. ${refusalsAr[reason]} إذا رأيت أن ذلك غير صحيح فاتصل بمكتب المساعدة.`,
  }),
};

/** The texts in a person's language; English where there is none. */
export const mailTexts = (locale: string): Texts => (locale.split('-')[0] === 'ar' ? ar : en);
