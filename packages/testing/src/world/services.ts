import { codeList } from './code-list.ts';

/**
 * Services to pick from. Codes are of HCPCS Level II, which the United States' Centers for Medicare & Medicaid Services publish for all; no
 * dental (D) codes and none of Level I, which are licensed. English names are shortened from the published ones, Arabic names are our own.
 * A list to try things with: an installation loads the edition it bills by.
 */
export const services = codeList(
  'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets',
  `
A0425|Ground mileage, per statute mile|مسافة الإسعاف البري، لكل ميل
A0427|Ambulance service, advanced life support, emergency transport, level 1|إسعاف طارئ، إنعاش متقدم
A0428|Ambulance service, basic life support, non-emergency transport|إسعاف غير طارئ، إنعاش أساسي
A0429|Ambulance service, basic life support, emergency transport|إسعاف طارئ، إنعاش أساسي
A0430|Ambulance service, air transport, one way (fixed wing)|إسعاف جوي بالطائرة
A0431|Ambulance service, air transport, one way (rotary wing)|إسعاف جوي بالمروحية
A4206|Syringe with needle, sterile, 1 cc or less, each|محقنة معقمة مع إبرة، 1 مل
A4215|Needle, sterile, any size, each|إبرة معقمة
A4217|Sterile water or saline, 500 ml|ماء معقم أو محلول ملحي، 500 مل
A4245|Alcohol wipes, per box|مسحات كحول، علبة
A4253|Blood glucose test or reagent strips, per 50 strips|شرائط قياس سكر الدم، 50 شريطًا
A4259|Lancets, per box of 100|واخزات، علبة من 100
A4310|Insertion tray without drainage bag and without catheter|طقم إدخال قثطار
A4338|Indwelling catheter; Foley type, two-way latex with coating, each|قثطار فولي
A4357|Bedside drainage bag, day or night, each|كيس تصريف البول
A4450|Tape, non-waterproof, per 18 square inches|شريط لاصق طبي
A4556|Electrodes (e.g., apnea monitor), per pair|أقطاب كهربائية، زوج
A4565|Slings|حمالة ذراع
A4570|Splint|جبيرة
A4649|Surgical supply; miscellaneous|مستلزمات جراحية متنوعة
A6402|Gauze, non-impregnated, sterile, pad size 16 sq. in. or less, each|شاش معقم
A7003|Administration set, small volume nonfiltered pneumatic nebulizer, disposable|طقم بخاخ (رذاذ) للاستعمال مرة واحدة
A7030|Full face mask used with positive airway pressure device, each|قناع وجه كامل لجهاز ضغط الهواء
A7034|Nasal interface used with positive airway pressure device|قناع أنفي لجهاز ضغط الهواء
A7037|Tubing used with positive airway pressure device|أنبوب جهاز ضغط الهواء
A9500|Technetium Tc-99m sestamibi, diagnostic, per study dose|تكنيشيوم سيستاميبي لتصوير القلب
A9503|Technetium Tc-99m medronate, diagnostic, per study dose|تكنيشيوم ميدرونات لتصوير العظام
A9552|Fluorodeoxyglucose F-18 FDG, diagnostic, per study dose|فلوروديوكسي غلوكوز للتصوير المقطعي البوزيتروني
A9579|Injection, gadolinium-based magnetic resonance contrast agent, per ml|مادة تباين للرنين المغناطيسي
C1713|Anchor or screw for opposing bone-to-bone or soft tissue-to-bone (implantable)|برغي أو مثبت عظمي مزروع
C1776|Joint device (implantable)|مفصل صناعي مزروع
C1786|Pacemaker, single chamber, rate-responsive (implantable)|ناظم قلب أحادي الحجرة
C1789|Prosthesis, breast (implantable)|حشوة ثدي مزروعة
C1874|Stent, coated or covered, with delivery system|دعامة مغلفة
C8900|Magnetic resonance angiography with contrast, abdomen|تصوير أوعية البطن بالرنين مع التباين
C8903|Magnetic resonance imaging with contrast, breast; unilateral|رنين الثدي مع التباين، جانب واحد
C8908|Magnetic resonance imaging without then with contrast, breast; bilateral|رنين الثديين دون التباين ثم معه
C8929|Transthoracic echocardiography with contrast|تخطيط صدى القلب مع التباين
E0100|Cane, of any material, adjustable or fixed, with tip|عصا مشي
E0105|Cane, quad or three prong|عصا مشي رباعية أو ثلاثية
E0114|Crutches, underarm, other than wood, pair|عكازان تحت الإبط
E0130|Walker, rigid (pickup), adjustable or fixed height|مشاية ثابتة
E0143|Walker, folding, wheeled, adjustable or fixed height|مشاية قابلة للطي بعجلات
E0163|Commode chair, mobile or stationary, with fixed arms|كرسي مرحاض
E0202|Phototherapy (bilirubin) light with photometer|جهاز العلاج الضوئي لليرقان
E0250|Hospital bed, fixed height, with side rails, with mattress|سرير طبي ثابت الارتفاع
E0260|Hospital bed, semi-electric, with side rails, with mattress|سرير طبي نصف كهربائي
E0431|Portable gaseous oxygen system, rental|أسطوانة أكسجين محمولة، إيجار
E0470|Respiratory assist device, bi-level pressure, without backup rate|جهاز دعم التنفس ثنائي الضغط
E0562|Humidifier, heated, used with positive airway pressure device|مرطب مدفأ لجهاز ضغط الهواء
E0570|Nebulizer, with compressor|جهاز بخاخ (رذاذ) مع ضاغط
E0601|Continuous positive airway pressure (CPAP) device|جهاز ضغط الهواء الإيجابي المستمر
E0607|Home blood glucose monitor|جهاز قياس السكر المنزلي
E0720|Transcutaneous electrical nerve stimulation (TENS) device, two lead|جهاز تنبيه الأعصاب الكهربائي
E0747|Osteogenesis stimulator, electrical, non-invasive, other than spinal|جهاز تحفيز نمو العظام
E0784|External ambulatory infusion pump, insulin|مضخة إنسولين خارجية
E0935|Continuous passive motion exercise device for use on knee only|جهاز تحريك الركبة السلبي المستمر
E1130|Standard wheelchair, fixed full length arms|كرسي متحرك عادي
E1390|Oxygen concentrator, single delivery port|مكثف أكسجين
G0008|Administration of influenza virus vaccine|إعطاء لقاح الإنفلونزا
G0009|Administration of pneumococcal vaccine|إعطاء لقاح المكورات الرئوية
G0010|Administration of hepatitis B vaccine|إعطاء لقاح التهاب الكبد ب
G0102|Prostate cancer screening; digital rectal examination|تقصي سرطان البروستاتا بالفحص
G0103|Prostate cancer screening; prostate specific antigen test (PSA)|تقصي سرطان البروستاتا بتحليل PSA
G0104|Colorectal cancer screening; flexible sigmoidoscopy|تنظير السيني للتقصي
G0105|Colorectal cancer screening; colonoscopy on individual at high risk|تنظير القولون للتقصي، خطورة عالية
G0108|Diabetes outpatient self-management training, individual, per 30 minutes|تثقيف مريض السكري، فردي
G0121|Colorectal cancer screening; colonoscopy on individual not at high risk|تنظير القولون للتقصي
G0151|Services of a physical therapist in the home, each 15 minutes|علاج طبيعي منزلي، كل 15 دقيقة
G0152|Services of an occupational therapist in the home, each 15 minutes|علاج وظيفي منزلي، كل 15 دقيقة
G0156|Services of a home health aide, each 15 minutes|رعاية منزلية، كل 15 دقيقة
G0277|Hyperbaric oxygen under pressure, full body chamber, per 30 minutes|الأكسجين عالي الضغط، كل 30 دقيقة
G0299|Direct skilled nursing services of a registered nurse in the home, each 15 minutes|تمريض منزلي، كل 15 دقيقة
G0378|Hospital observation service, per hour|مراقبة في المستشفى، لكل ساعة
G0379|Direct admission of patient for hospital observation care|إدخال مباشر للمراقبة
G0438|Annual wellness visit, initial visit|زيارة وقائية سنوية أولى
G0439|Annual wellness visit, subsequent visit|زيارة وقائية سنوية لاحقة
G0447|Face-to-face behavioral counseling for obesity, 15 minutes|مشورة سلوكية للسمنة
G0463|Hospital outpatient clinic visit for assessment and management|زيارة العيادة الخارجية
J0131|Injection, acetaminophen, 10 mg|حقن باراسيتامول
J0690|Injection, cefazolin sodium, 500 mg|حقن سيفازولين
J0696|Injection, ceftriaxone sodium, per 250 mg|حقن سيفترياكسون
J0885|Injection, epoetin alfa (for non-ESRD use), 1000 units|حقن إيبويتين ألفا
J0897|Injection, denosumab, 1 mg|حقن دينوسوماب
J1100|Injection, dexamethasone sodium phosphate, 1 mg|حقن ديكساميثازون
J1200|Injection, diphenhydramine HCl, up to 50 mg|حقن ديفينهيدرامين
J1644|Injection, heparin sodium, per 1000 units|حقن هيبارين
J1650|Injection, enoxaparin sodium, 10 mg|حقن إينوكسابارين
J1745|Injection, infliximab, excludes biosimilar, 10 mg|حقن إنفليكسيماب
J1815|Injection, insulin, per 5 units|حقن إنسولين
J1885|Injection, ketorolac tromethamine, per 15 mg|حقن كيتورولاك
J2270|Injection, morphine sulfate, up to 10 mg|حقن مورفين
J2405|Injection, ondansetron hydrochloride, per 1 mg|حقن أوندانسيترون
J3301|Injection, triamcinolone acetonide, 10 mg|حقن تريامسينولون
J3420|Injection, vitamin B-12 cyanocobalamin, up to 1000 mcg|حقن فيتامين ب 12
J3490|Unclassified drugs|أدوية غير مصنفة
J7030|Infusion, normal saline solution, 1000 cc|تسريب محلول ملحي، 1000 مل
J7120|Ringers lactate infusion, up to 1000 cc|تسريب رينغر لاكتات
J9035|Injection, bevacizumab, 10 mg|حقن بيفاسيزوماب
J9045|Injection, carboplatin, 50 mg|حقن كاربوبلاتين
J9060|Injection, cisplatin, powder or solution, 10 mg|حقن سيسبلاتين
J9190|Injection, fluorouracil, 500 mg|حقن فلورويوراسيل
J9267|Injection, paclitaxel, 1 mg|حقن باكليتاكسيل
J9312|Injection, rituximab, 10 mg|حقن ريتوكسيماب
J9355|Injection, trastuzumab, excludes biosimilar, 10 mg|حقن تراستوزوماب
K0001|Standard wheelchair|كرسي متحرك
K0003|Lightweight wheelchair|كرسي متحرك خفيف
L0120|Cervical collar, flexible, non-adjustable, prefabricated (foam)|طوق رقبة إسفنجي
L1830|Knee orthosis, immobilizer, prefabricated, off-the-shelf|مثبت ركبة
L3000|Foot insert, removable, molded to patient model, each|ضبان طبي مقولب
L3908|Wrist hand orthosis, wrist extension control, prefabricated, off-the-shelf|مثبت رسغ
L8000|Breast prosthesis, mastectomy bra|صدرية ثدي صناعي
L8614|Cochlear device, includes all internal and external components|قوقعة أذن صناعية
P9010|Blood (whole), for transfusion, per unit|دم كامل للنقل، وحدة
P9016|Red blood cells, leukocytes reduced, each unit|كريات دم حمراء، وحدة
P9035|Platelets, pheresis, leukocytes reduced, each unit|صفائح دموية، وحدة
Q0091|Screening Papanicolaou smear; obtaining, preparing and conveyance|مسحة عنق الرحم للتقصي
Q3014|Telehealth originating site facility fee|رسوم موقع الرعاية عن بعد
Q9967|Low osmolar contrast material, 300-399 mg/ml iodine, per ml|مادة تباين يودية منخفضة الأسمولية
S0612|Annual gynecological examination, established patient|فحص نسائي سنوي
S8037|Magnetic resonance cholangiopancreatography (MRCP)|رنين القنوات الصفراوية والبنكرياس
S8042|Magnetic resonance imaging (MRI), low-field|رنين مغناطيسي منخفض المجال
S9083|Global fee urgent care centers|رسوم مركز الرعاية العاجلة
S9123|Nursing care, in the home, by registered nurse, per hour|تمريض منزلي، لكل ساعة
S9131|Physical therapy; in the home, per diem|علاج طبيعي منزلي، لكل يوم
S9470|Nutritional counseling, dietitian visit|استشارة تغذية
T1013|Sign language or oral interpretive services, per 15 minutes|ترجمة شفهية أو بلغة الإشارة
V2020|Frames, purchases|إطار نظارة
V2100|Sphere, single vision, plano to plus or minus 4.00, per lens|عدسة نظارة أحادية البؤرة
V2623|Prosthetic eye, plastic, custom|عين صناعية
V2632|Posterior chamber intraocular lens|عدسة داخل العين
V5010|Assessment for hearing aid|تقييم لسماعة أذن
V5011|Fitting, orientation and checking of hearing aid|تركيب سماعة أذن وضبطها
V5060|Hearing aid, monaural, behind the ear|سماعة خلف الأذن
`,
);
