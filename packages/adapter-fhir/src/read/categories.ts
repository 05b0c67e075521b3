import { children, child, text, type At } from './tree.ts';

/** What an adjudicated amount is, as far as a case has a place for it. */
export type Category =
  | 'submitted'
  | 'drugcost'
  | 'eligible'
  | 'benefit'
  | 'paidtoprovider'
  | 'paidtopatient'
  | 'memberliability'
  | 'copay'
  | 'deductible'
  | 'coinsurance'
  | 'noncovered'
  | 'paidbypatient';

// Base R4 `adjudication` and CARIN `C4BBAdjudication`; `allowed`, `paid` and `billed` as some payers write them.
const COMMON: Readonly<Record<string, Category>> = {
  submitted: 'submitted',
  billed: 'submitted',
  drugcost: 'drugcost',
  eligible: 'eligible',
  allowed: 'eligible',
  benefit: 'benefit',
  paid: 'benefit',
  paidtoprovider: 'paidtoprovider',
  paidtopatient: 'paidtopatient',
  memberliability: 'memberliability',
  copay: 'copay',
  deductible: 'deductible',
  coinsurance: 'coinsurance',
  noncovered: 'noncovered',
  paidbypatient: 'paidbypatient',
};

// Variables of CMS Blue Button, in both spellings. They say more than the common code beside them, which is coarse there:
// `submitted` also stands over a rate and a payment, `coinsurance` over gross drug cost. Null: no place in a case.
const CMS: Readonly<Record<string, Category | null>> = {
  line_sbmtd_chrg_amt: 'submitted',
  clm_line_sbmt_chrg_amt: 'submitted',
  clm_sbmt_chrg_amt: 'submitted',
  clm_tot_chrg_amt: 'submitted',
  rev_cntr_tot_chrg_amt: 'submitted',
  tot_rx_cst_amt: 'submitted',
  line_alowd_chrg_amt: 'eligible',
  clm_line_alowd_chrg_amt: 'eligible',
  clm_alowd_chrg_amt: 'eligible',
  nch_carr_clm_alowd_amt: 'eligible',
  line_prmry_alowd_chrg_amt: null,
  line_nch_pmt_amt: 'benefit',
  rev_cntr_pmt_amt_amt: 'benefit',
  cvrd_d_plan_pd_amt: 'benefit',
  clm_line_cvrd_pd_amt: 'benefit',
  line_prvdr_pmt_amt: 'paidtoprovider',
  rev_cntr_prvdr_pmt_amt: 'paidtoprovider',
  clm_line_prvdr_pmt_amt: 'paidtoprovider',
  line_bene_pmt_amt: 'paidtopatient',
  rev_cntr_bene_pmt_amt: 'paidtopatient',
  clm_line_bene_pd_amt: 'paidtopatient',
  rev_cntr_ptnt_rspnsblty_pmt: 'memberliability',
  line_coinsrnc_amt: 'coinsurance',
  clm_line_mdcr_coinsrnc_amt: 'coinsurance',
  rev_cntr_coinsrnc_wge_adjstd_c: 'coinsurance',
  rev_cntr_rdcd_coinsrnc_amt: null,
  line_bene_ptb_ddctbl_amt: 'deductible',
  clm_line_mdcr_ddctbl_amt: 'deductible',
  clm_line_blood_ddctbl_amt: 'deductible',
  rev_cntr_cash_ddctbl_amt: 'deductible',
  rev_cntr_blood_ddctbl_amt: 'deductible',
  ptnt_pay_amt: 'paidbypatient',
  clm_line_bene_pmt_amt: 'paidbypatient',
  clm_bene_pmt_amt: 'paidbypatient',
  rev_cntr_rate_amt: null,
  line_dme_prchs_price_amt: null,
  gdc_blw_oopt_amt: null,
  gdc_abv_oopt_amt: null,
};

/** The category of an adjudication or total; null when a case has no place for it. */
export function categoryOf(at: At): Category | null {
  const codes = children(child(at, 'category'), 'coding').flatMap((coding) => text(coding, 'code')?.split('/').at(-1)?.toLowerCase() ?? []);
  const fine = codes.find((code) => Object.hasOwn(CMS, code));
  if (fine !== undefined) return CMS[fine] ?? null;
  const common = codes.find((code) => Object.hasOwn(COMMON, code));
  return common === undefined ? null : (COMMON[common] ?? null);
}
