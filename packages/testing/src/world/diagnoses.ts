import { codeList } from './code-list.ts';

/**
 * Common diagnoses to pick from. Codes and English titles are of ICD-10-CM, which the United States' National Center for Health Statistics
 * gives into the public domain; the Arabic names are our own. A list to try things with: an installation loads the edition it bills by.
 */
export const diagnoses = codeList(
  'http://hl7.org/fhir/sid/icd-10-cm',
  `
A09|Infectious gastroenteritis and colitis, unspecified|التهاب المعدة والأمعاء المعدي
A15.0|Tuberculosis of lung|السل الرئوي
A41.9|Sepsis, unspecified organism|إنتان الدم
A49.9|Bacterial infection, unspecified|عدوى جرثومية
B01.9|Varicella without complication|جدري الماء
B02.9|Zoster without complications|الهربس النطاقي
B18.1|Chronic viral hepatitis B without delta-agent|التهاب الكبد الفيروسي المزمن ب
B18.2|Chronic viral hepatitis C|التهاب الكبد الفيروسي المزمن ج
B34.9|Viral infection, unspecified|عدوى فيروسية
B35.1|Tinea unguium|فطار الأظافر
B37.9|Candidiasis, unspecified|داء المبيضات
C18.9|Malignant neoplasm of colon, unspecified|سرطان القولون
C34.90|Malignant neoplasm of unspecified part of unspecified bronchus or lung|سرطان الرئة
C50.919|Malignant neoplasm of unspecified site of unspecified female breast|سرطان الثدي
C61|Malignant neoplasm of prostate|سرطان البروستاتا
D17.9|Benign lipomatous neoplasm, unspecified|ورم شحمي حميد
D25.9|Leiomyoma of uterus, unspecified|ورم ليفي في الرحم
D50.9|Iron deficiency anemia, unspecified|فقر الدم بعوز الحديد
D56.1|Beta thalassemia|ثلاسيميا بيتا
D57.1|Sickle-cell disease without crisis|فقر الدم المنجلي
D64.9|Anemia, unspecified|فقر الدم
D75.A|Glucose-6-phosphate dehydrogenase (G6PD) deficiency without anemia|عوز إنزيم G6PD (التفول)
E03.9|Hypothyroidism, unspecified|قصور الغدة الدرقية
E04.1|Nontoxic single thyroid nodule|عقدة درقية مفردة
E05.90|Thyrotoxicosis, unspecified without thyrotoxic crisis or storm|فرط نشاط الغدة الدرقية
E10.9|Type 1 diabetes mellitus without complications|السكري من النوع الأول
E11.22|Type 2 diabetes mellitus with diabetic chronic kidney disease|السكري من النوع الثاني مع مرض كلوي مزمن
E11.40|Type 2 diabetes mellitus with diabetic neuropathy, unspecified|السكري من النوع الثاني مع اعتلال عصبي
E11.65|Type 2 diabetes mellitus with hyperglycemia|السكري من النوع الثاني مع فرط سكر الدم
E11.9|Type 2 diabetes mellitus without complications|السكري من النوع الثاني
E28.2|Polycystic ovarian syndrome|متلازمة المبيض المتعدد الكيسات
E55.9|Vitamin D deficiency, unspecified|نقص فيتامين د
E66.01|Morbid (severe) obesity due to excess calories|السمنة المفرطة
E66.9|Obesity, unspecified|السمنة
E78.00|Pure hypercholesterolemia, unspecified|فرط كوليسترول الدم
E78.2|Mixed hyperlipidemia|فرط شحميات الدم المختلط
E78.5|Hyperlipidemia, unspecified|فرط شحميات الدم
E86.0|Dehydration|الجفاف
E87.6|Hypokalemia|نقص بوتاسيوم الدم
F17.210|Nicotine dependence, cigarettes, uncomplicated|إدمان النيكوتين (السجائر)
F32.A|Depression, unspecified|الاكتئاب
F33.1|Major depressive disorder, recurrent, moderate|اضطراب اكتئابي كبير متكرر متوسط
F41.1|Generalized anxiety disorder|اضطراب القلق العام
F41.9|Anxiety disorder, unspecified|اضطراب القلق
F43.10|Post-traumatic stress disorder, unspecified|اضطراب ما بعد الصدمة
F84.0|Autistic disorder|اضطراب التوحد
F90.9|Attention-deficit hyperactivity disorder, unspecified type|اضطراب فرط الحركة ونقص الانتباه
G20.A1|Parkinson's disease without dyskinesia, without mention of fluctuations|داء باركنسون
G40.909|Epilepsy, unspecified, not intractable, without status epilepticus|الصرع
G43.909|Migraine, unspecified, not intractable, without status migrainosus|الشقيقة (الصداع النصفي)
G44.209|Tension-type headache, unspecified, not intractable|صداع التوتر
G47.00|Insomnia, unspecified|الأرق
G47.33|Obstructive sleep apnea (adult) (pediatric)|انقطاع النفس الانسدادي أثناء النوم
G51.0|Bell's palsy|شلل العصب الوجهي
G56.00|Carpal tunnel syndrome, unspecified upper limb|متلازمة النفق الرسغي
G56.01|Carpal tunnel syndrome, right upper limb|متلازمة النفق الرسغي، اليمنى
H10.9|Unspecified conjunctivitis|التهاب الملتحمة
H25.9|Unspecified age-related cataract|الساد الشيخوخي (الماء الأبيض)
H40.9|Unspecified glaucoma|الزرق (الماء الأزرق)
H52.13|Myopia, bilateral|قصر النظر في العينين
H61.20|Impacted cerumen, unspecified ear|انحشار شمع الأذن
H66.90|Otitis media, unspecified, unspecified ear|التهاب الأذن الوسطى
H81.10|Benign paroxysmal vertigo, unspecified ear|الدوار الانتيابي الحميد
H91.90|Unspecified hearing loss, unspecified ear|فقدان السمع
I10|Essential (primary) hypertension|ارتفاع ضغط الدم الأساسي
I11.9|Hypertensive heart disease without heart failure|مرض القلب بارتفاع الضغط
I20.9|Angina pectoris, unspecified|الذبحة الصدرية
I21.9|Acute myocardial infarction, unspecified|احتشاء عضلة القلب الحاد
I25.10|Atherosclerotic heart disease of native coronary artery without angina pectoris|مرض الشرايين التاجية
I26.99|Other pulmonary embolism without acute cor pulmonale|الانصمام الرئوي
I48.91|Unspecified atrial fibrillation|الرجفان الأذيني
I50.9|Heart failure, unspecified|قصور القلب
I63.9|Cerebral infarction, unspecified|السكتة الدماغية (احتشاء الدماغ)
I73.9|Peripheral vascular disease, unspecified|مرض الأوعية المحيطية
I83.90|Asymptomatic varicose veins of unspecified lower extremity|دوالي الساق
J00|Acute nasopharyngitis [common cold]|الزكام
J01.90|Acute sinusitis, unspecified|التهاب الجيوب الحاد
J02.9|Acute pharyngitis, unspecified|التهاب البلعوم الحاد
J03.90|Acute tonsillitis, unspecified|التهاب اللوزتين الحاد
J06.9|Acute upper respiratory infection, unspecified|عدوى الجهاز التنفسي العلوي
J10.1|Influenza due to other identified influenza virus with other respiratory manifestations|الإنفلونزا
J18.9|Pneumonia, unspecified organism|ذات الرئة
J20.9|Acute bronchitis, unspecified|التهاب القصبات الحاد
J30.2|Other seasonal allergic rhinitis|التهاب الأنف التحسسي الموسمي
J30.9|Allergic rhinitis, unspecified|التهاب الأنف التحسسي
J32.9|Chronic sinusitis, unspecified|التهاب الجيوب المزمن
J34.2|Deviated nasal septum|انحراف الحاجز الأنفي
J35.01|Chronic tonsillitis|التهاب اللوزتين المزمن
J35.1|Hypertrophy of tonsils|تضخم اللوزتين
J42|Unspecified chronic bronchitis|التهاب القصبات المزمن
J44.1|Chronic obstructive pulmonary disease with (acute) exacerbation|الانسداد الرئوي المزمن مع سورة حادة
J44.9|Chronic obstructive pulmonary disease, unspecified|الانسداد الرئوي المزمن
J45.20|Mild intermittent asthma, uncomplicated|ربو متقطع خفيف
J45.40|Moderate persistent asthma, uncomplicated|ربو مستمر متوسط
J45.901|Unspecified asthma with (acute) exacerbation|الربو مع سورة حادة
J45.909|Unspecified asthma, uncomplicated|الربو
K02.9|Dental caries, unspecified|تسوس الأسنان
K21.9|Gastro-esophageal reflux disease without esophagitis|الارتجاع المعدي المريئي
K25.9|Gastric ulcer, unspecified as acute or chronic, without hemorrhage or perforation|قرحة المعدة
K29.70|Gastritis, unspecified, without bleeding|التهاب المعدة
K35.80|Unspecified acute appendicitis|التهاب الزائدة الحاد
K40.90|Unilateral inguinal hernia, without obstruction or gangrene, not specified as recurrent|فتق إربي أحادي الجانب
K50.90|Crohn's disease, unspecified, without complications|داء كرون
K51.90|Ulcerative colitis, unspecified, without complications|التهاب القولون التقرحي
K52.9|Noninfective gastroenteritis and colitis, unspecified|التهاب المعدة والأمعاء غير المعدي
K57.30|Diverticulosis of large intestine without perforation or abscess without bleeding|رتوج القولون
K58.0|Irritable bowel syndrome with diarrhea|متلازمة القولون العصبي مع إسهال
K59.00|Constipation, unspecified|الإمساك
K60.2|Anal fissure, unspecified|الشق الشرجي
K64.9|Unspecified hemorrhoids|البواسير
K76.0|Fatty (change of) liver, not elsewhere classified|الكبد الدهني
K80.20|Calculus of gallbladder without cholecystitis without obstruction|حصاة المرارة
K92.2|Gastrointestinal hemorrhage, unspecified|نزف الجهاز الهضمي
L02.91|Cutaneous abscess, unspecified|خراج جلدي
L03.90|Cellulitis, unspecified|التهاب النسيج الخلوي
L20.9|Atopic dermatitis, unspecified|التهاب الجلد التأتبي (الإكزيما)
L30.9|Dermatitis, unspecified|التهاب الجلد
L40.0|Psoriasis vulgaris|الصدفية
L50.9|Urticaria, unspecified|الشرى
L70.0|Acne vulgaris|حب الشباب
L80|Vitiligo|البهاق
M06.9|Rheumatoid arthritis, unspecified|التهاب المفاصل الروماتويدي
M10.9|Gout, unspecified|النقرس
M16.9|Osteoarthritis of hip, unspecified|خشونة مفصل الورك
M17.0|Bilateral primary osteoarthritis of knee|خشونة الركبتين
M17.11|Unilateral primary osteoarthritis, right knee|خشونة الركبة اليمنى
M17.12|Unilateral primary osteoarthritis, left knee|خشونة الركبة اليسرى
M19.90|Unspecified osteoarthritis, unspecified site|الفصال العظمي
M25.511|Pain in right shoulder|ألم الكتف الأيمن
M25.561|Pain in right knee|ألم الركبة اليمنى
M25.562|Pain in left knee|ألم الركبة اليسرى
M41.9|Scoliosis, unspecified|الجنف
M47.812|Spondylosis without myelopathy or radiculopathy, cervical region|خشونة الفقرات الرقبية
M51.16|Intervertebral disc disorders with radiculopathy, lumbar region|انزلاق غضروفي قطني مع اعتلال الجذور
M54.16|Radiculopathy, lumbar region|اعتلال الجذور القطنية
M54.2|Cervicalgia|ألم الرقبة
M54.30|Sciatica, unspecified side|عرق النسا
M54.50|Low back pain, unspecified|ألم أسفل الظهر
M62.830|Muscle spasm of back|تشنج عضلات الظهر
M72.2|Plantar fascial fibromatosis|التهاب اللفافة الأخمصية
M79.7|Fibromyalgia|الألم العضلي الليفي
M81.0|Age-related osteoporosis without current pathological fracture|هشاشة العظام
N18.30|Chronic kidney disease, stage 3 unspecified|مرض الكلى المزمن، المرحلة الثالثة
N18.6|End stage renal disease|الفشل الكلوي النهائي
N20.0|Calculus of kidney|حصاة الكلية
N20.1|Calculus of ureter|حصاة الحالب
N30.00|Acute cystitis without hematuria|التهاب المثانة الحاد
N39.0|Urinary tract infection, site not specified|عدوى المسالك البولية
N40.0|Benign prostatic hyperplasia without lower urinary tract symptoms|تضخم البروستاتا الحميد
N40.1|Benign prostatic hyperplasia with lower urinary tract symptoms|تضخم البروستاتا الحميد مع أعراض بولية
N46.9|Male infertility, unspecified|العقم عند الرجل
N80.9|Endometriosis, unspecified|الانتباذ البطاني الرحمي
N92.0|Excessive and frequent menstruation with regular cycle|غزارة الطمث
N97.9|Female infertility, unspecified|العقم عند المرأة
O24.419|Gestational diabetes mellitus in pregnancy, unspecified control|سكري الحمل
O80|Encounter for full-term uncomplicated delivery|ولادة طبيعية
P59.9|Neonatal jaundice, unspecified|يرقان الوليد
R05.9|Cough, unspecified|السعال
R06.02|Shortness of breath|ضيق النفس
R07.9|Chest pain, unspecified|ألم الصدر
R10.9|Unspecified abdominal pain|ألم البطن
R11.2|Nausea with vomiting, unspecified|الغثيان والقيء
R19.7|Diarrhea, unspecified|الإسهال
R31.9|Hematuria, unspecified|البيلة الدموية
R42|Dizziness and giddiness|الدوخة
R50.9|Fever, unspecified|الحمى
R51.9|Headache, unspecified|الصداع
R53.83|Other fatigue|الإرهاق
R55|Syncope and collapse|الإغماء
R56.9|Unspecified convulsions|الاختلاجات
R73.03|Prediabetes|مقدمات السكري
S06.0X0A|Concussion without loss of consciousness, initial encounter|ارتجاج الدماغ بلا فقد وعي
S13.4XXA|Sprain of ligaments of cervical spine, initial encounter|التواء أربطة الرقبة
S52.501A|Unspecified fracture of the lower end of right radius, initial encounter for closed fracture|كسر أسفل الكعبرة اليمنى
S83.511A|Sprain of anterior cruciate ligament of right knee, initial encounter|إصابة الرباط الصليبي الأمامي للركبة اليمنى
S93.401A|Sprain of unspecified ligament of right ankle, initial encounter|التواء الكاحل الأيمن
T78.40XA|Allergy, unspecified, initial encounter|حساسية
U07.1|COVID-19|كوفيد-19
Z00.00|Encounter for general adult medical examination without abnormal findings|فحص طبي عام للبالغين
Z00.129|Encounter for routine child health examination without abnormal findings|فحص دوري للأطفال
Z12.11|Encounter for screening for malignant neoplasm of colon|تقصي سرطان القولون
Z12.31|Encounter for screening mammogram for malignant neoplasm of breast|تصوير الثدي للتقصي
Z23|Encounter for immunization|التطعيم
Z34.90|Encounter for supervision of normal pregnancy, unspecified, unspecified trimester|متابعة حمل طبيعي
Z47.1|Aftercare following joint replacement surgery|متابعة بعد استبدال مفصل
Z51.11|Encounter for antineoplastic chemotherapy|جلسة علاج كيميائي
Z79.4|Long term (current) use of insulin|استعمال الإنسولين مدة طويلة
Z96.651|Presence of right artificial knee joint|مفصل ركبة صناعي أيمن
Z99.2|Dependence on renal dialysis|الاعتماد على غسيل الكلى
`,
);
