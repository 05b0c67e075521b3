import type { DirectoryContent } from '@portico/backend';
import type { CodeEntry, Physician, Provider } from '@portico/core/directory';
import type { Identifier } from '@portico/core/kernel';

const system = 'urn:contract:codes';

const code = (value: string, text: string, ar?: string): CodeEntry => ({
  coded: { code: value, system, text },
  names: ar === undefined ? {} : { ar },
});

const physician = (n: number, name: string, identifiers: readonly Identifier[]): Physician => ({
  ...{ id: `physician:p${n}`, name, identifiers },
  specialty: n % 2 === 0 ? 'Cardiology' : null,
  facility: n % 2 === 0 ? 'Clinic A' : null,
});

const provider = (id: string, name: string, licence: string): Provider => ({
  ...{ id: `provider:${id}`, name, identifiers: [{ type: 'dha', value: licence }] },
});

/** The lists of the first organisation: codes that begin alike, names in two scripts, licences of several kinds. */
export const directoryWorld: DirectoryContent = {
  diagnoses: [
    code('Q20.21', 'Asthma, mild', 'ربو خفيف'),
    code('Q20', 'Disease of the air ways', 'مرض الشُّعَب الهوائية'),
    code('Q20.2', 'Asthma'),
    code('Q201', 'Asthma, severe', 'الربو الشديد'),
    code('E10', 'Diabetes, type 1', 'السكري من النوع ١'),
    code('E11', 'Diabetes, type 2', 'داء السُّكَّري من النوع ٢'),
    code('M02', 'Rheumatism after Q20', 'التهاب المفاصل'),
  ],
  services: [code('X1', 'Magnetic resonance, knee', 'تصوير الركبة بالرنين'), code('X2', 'Blood count', 'تعداد الدم')],
  physicians: [
    physician(1, 'د. منى الخوري', [{ type: 'lop', value: '10482' }]),
    physician(2, 'Dr. Huda Saleh', [
      { type: 'dha', value: 'DHA-P-0203411' },
      { type: 'npi', value: '1999990036' },
    ]),
    physician(3, 'Dr. Ian Wu', [{ type: 'moh', value: 'D55120' }]),
    physician(4, 'Dr. Huda Wahid', [{ type: 'doh', value: 'GD7001' }]),
  ],
  providers: [
    provider('c', 'Clinic C', 'DHA-F-0049'),
    provider('a', 'Clinic A', 'DHA-F-0047'),
    provider('b', 'عيادة الباء', 'DHA-F-0048'),
    provider('new', 'Clinic without a case', 'DHA-F-0050'),
  ],
};

/** Those of the second organisation, which the first never sees. */
export const foreignDirectory: DirectoryContent = {
  diagnoses: [code('Q20.2', 'Of the other organisation')],
  services: [],
  physicians: [physician(9, 'Dr. Huda Elsewhere', [{ type: 'lop', value: '10482' }])],
  providers: [provider('z', 'Clinic Elsewhere', 'DHA-F-0047')],
};
