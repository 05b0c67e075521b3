export { readFhir, readFhirAsync, type FhirReading, type ReadAsyncOptions, type ReadOptions, type ReadProgress } from './read-fhir.ts';
export { reportCodes, type ReportCode, type ReportLine, type ResourceCount, type Severity } from './report.ts';
