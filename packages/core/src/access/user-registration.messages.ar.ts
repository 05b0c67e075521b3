import type { Translation } from '../kernel/index.ts';
import type { userRegistrationMessages } from './user-registration.messages.ts';

/** Arabic. */
export const userRegistrationMessagesAr: Translation<typeof userRegistrationMessages> = {
  'user-registration.title': 'تسجيل مستخدم جديد',
  'user-registration.text': 'جميع الحقول إلزامية. يفعّل مكتب المساعدة الحساب، ولا يُحفظ ما تكتبه إلا ما دامت هذه الصفحة مفتوحة.',
  'user-registration.displayName': 'اسمك الكامل',
  'user-registration.email': 'بريد العمل الإلكتروني',
  'user-registration.phone': 'الهاتف',
  'user-registration.role': 'ما تريد القيام به',
  'user-registration.role.clerk': 'العمل لدى مقدم خدمة',
  'user-registration.role.claims-center': 'العمل لدى جهة دفع',
  'user-registration.providerNumber': 'رقم ترخيص مقدم الخدمة أو رقمه الضريبي',
  'user-registration.providerName': 'اسم مقدم الخدمة',
  'user-registration.name': 'اسم المستخدم',
  'user-registration.password': 'كلمة المرور',
  'user-registration.rules': 'عدد الأحرف من {$min :number} إلى {$max :number}. تصلح أي كلمات.',
  'user-registration.showPassword': 'إظهار كلمة المرور',
  'user-registration.hidePassword': 'إخفاء كلمة المرور',
  'user-registration.issue.missing': 'املأ هذا الحقل.',
  'user-registration.issue.too-long': 'هذا أطول من اللازم.',
  'user-registration.issue.not-valid': 'تحقق من هذا، فلا يمكن أن يكون صحيحًا.',
  'user-registration.issue.password-too-short': 'كلمة المرور قصيرة جدًا. اختر أطول منها.',
  'user-registration.issue.password-too-long': 'كلمة المرور طويلة جدًا. اختر أقصر منها.',
  'user-registration.issue.password-too-common': 'كلمة المرور هذه شائعة جدًا. اختر غيرها.',
  'user-registration.submit': 'تسجيل',
  'user-registration.sending': 'جارٍ التسجيل…',
  'user-registration.loading': 'لحظة من فضلك…',
  'user-registration.sent':
    'أُرسل طلب التسجيل. ستصلك رسالة بالبريد الإلكتروني، ثم يفعّل مكتب المساعدة الحساب، ولا يمكن لأحد الدخول به قبل ذلك. إذا لم تصلك رسالة فاتصل بمكتب المساعدة.',
  'user-registration.offline': 'لا يوجد اتصال. تحقق من الشبكة ثم أعد المحاولة.',
  'user-registration.busy': 'طلبات التسجيل كثيرة الآن. انتظر قليلًا ثم أعد المحاولة.',
  'user-registration.unavailable': 'التسجيل غير ممكن الآن. أعد المحاولة بعد قليل.',
  'user-registration.unsupported': 'لا تقبل هذه البوابة التسجيل. اتصل بمكتب المساعدة.',
  'user-registration.retry': 'أعد المحاولة',
  'user-registration.signIn': 'العودة إلى تسجيل الدخول',
};
