/* The hospital's own script: jQuery, no modules, no bundler. It builds nodes and never markup from strings, as Trusted Types demand. */
jQuery(function ($) {
  'use strict';

  const texts = {
    en: {
      hospital: 'Al Noor Medical Center',
      intranet: 'Staff intranet',
      staffSearch: 'Find a colleague',
      search: 'Search',
      menu: 'Intranet',
      home: 'Home',
      finance: 'Finance',
      claims: 'Payer claims',
      lead: 'Find a claim or an authorization, see where it stands, and open it. The list comes from the payer; questions go to extension 4410.',
      queryTitle: 'Claims and authorizations',
      caseTitle: 'Opened case',
      openedTitle: 'Opened by you today',
      openedNone: 'Nothing yet: open a case in the list above.',
      footer: 'Invented hospital, invented people. Al Noor Medical Center, internal use.',
      noColleague: 'No colleague is called',
      items: ['Wards', 'Rota', 'Pharmacy', 'Laboratory', 'Payer claims', 'Cafeteria', 'IT help'],
    },
    ar: {
      hospital: 'مركز النور الطبي',
      intranet: 'شبكة الموظفين',
      staffSearch: 'ابحث عن زميل',
      search: 'بحث',
      menu: 'الشبكة الداخلية',
      home: 'الرئيسية',
      finance: 'المالية',
      claims: 'مطالبات شركات التأمين',
      lead: 'ابحث عن مطالبة أو موافقة مسبقة واعرف وضعها وافتحها. القائمة من شركة التأمين، وللأسئلة التحويلة 4410.',
      queryTitle: 'المطالبات والموافقات المسبقة',
      caseTitle: 'الحالة المفتوحة',
      openedTitle: 'ما فتحته اليوم',
      openedNone: 'لا شيء بعد: افتح حالة من القائمة أعلاه.',
      footer: 'مستشفى متخيَّل وأشخاص متخيَّلون. مركز النور الطبي، للاستخدام الداخلي.',
      noColleague: 'لا يوجد زميل باسم',
      items: ['الأقسام', 'المناوبات', 'الصيدلية', 'المختبر', 'مطالبات شركات التأمين', 'الكافتيريا', 'الدعم التقني'],
    },
  };

  const language = new URLSearchParams(location.search).get('lang') === 'ar' ? 'ar' : 'en';
  const t = texts[language];
  const make = (tag) => $(document.createElement(tag));

  // The elements follow the page: `lang` here is all they need.
  $('html').attr({ lang: language, dir: language === 'ar' ? 'rtl' : 'ltr' });
  document.title = t.claims + ' · ' + t.hospital;
  $('[data-text]').each(function () {
    $(this).text(t[$(this).data('text')]);
  });
  $('#name').attr('placeholder', t.staffSearch);
  if (language === 'ar') $('#other-language').attr({ href: '?lang=en', lang: 'en' }).text('English');
  $.each(t.items, function (at, item) {
    const link = make('a').attr('href', '#').text(item);
    if (item === t.claims) link.attr('aria-current', 'page');
    $('#menu').append(make('li').append(link));
  });

  // The page's own form goes on working, and only by the page's own fields.
  $('#page-form').on('submit', function (event) {
    event.preventDefault();
    $('#staff-answer')
      .prop('hidden', false)
      .text(t.noColleague + ' “' + $('#name').val() + '”');
  });

  $('claim-query').on('claim-opened', function (event) {
    const id = event.originalEvent.detail.id;
    $('#opened .text-muted').remove();
    $('#opened').prepend(make('li').addClass('list-group-item').append(make('code').attr('dir', 'ltr').text(id)));
    $('#case').prop('hidden', false);
    $('claim-detail').prop('claimId', id).trigger('focus');
  });
});
