// Active ISO 4217 codes by number of decimals. BGN, HRK, ANG and SLL are retired, but claims from their time still carry them.
// `Intl` is no source for this: it says 0 for IQD, LBP, YER, SYP and HUF.
const codesByScale: readonly [scale: number, codes: string][] = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
  [
    2,
    'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUP ' +
      'CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT ' +
      'LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON ' +
      'RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST ' +
      'XAD XCD XCG YER ZAR ZMW ZWG',
  ],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  [4, 'CLF UYW'],
];

const scales = new Map(codesByScale.flatMap(([scale, codes]) => codes.split(' ').map((code) => [code, scale] as const)));

/** How many decimals an ISO 4217 currency has; undefined when the code is not a currency, and then nobody may guess. */
export function scaleOf(currency: string): number | undefined {
  return scales.get(currency);
}

/** Whether this is an upper-case ISO 4217 code that money may be kept in. */
export function isCurrency(currency: string): boolean {
  return scales.has(currency);
}
