import { expect } from '@open-wc/testing';
import { readFhir, readFhirAsync } from './index.ts';

const claim = (id: number): string =>
  `{"resourceType":"Claim","id":"${id}","identifier":[{"value":"${id}"}],"status":"active","use":"claim","patient":{"display":"آمنة"},` +
  `"item":[{"sequence":1,"servicedDate":"2026-01-31T23:30:00-05:00","net":{"value":12.340,"currency":"KWD"}}]}`;

describe('a file opened in a browser', () => {
  it('keeps amounts to the digit and days as written', () => {
    const [record] = readFhir(claim(1)).records;
    expect(record?.amounts.billed).to.deep.equal({ minor: 12_340, currency: 'KWD' });
    expect(record?.serviceFrom).to.equal('2026-01-31');
    expect(record?.member.name).to.equal('آمنة');
  });

  it('is read from its bytes as from its text', async () => {
    const text = Array.from({ length: 300 }, (_, index) => claim(index)).join('\n');
    const file = new File([text], 'claims.ndjson');
    const read = async (from: number, to: number): Promise<Uint8Array> => new Uint8Array(await file.slice(from, to).arrayBuffer());
    const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
    const reading = await readFhirAsync({ name: file.name, type: file.type, size: file.size, read }, { pause });
    expect(reading).to.deep.equal(readFhir(text, { name: file.name }));
    expect(reading.records).to.have.length(300);
  });
});
