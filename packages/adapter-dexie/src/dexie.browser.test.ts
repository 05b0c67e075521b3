import { storeContract } from '@portico/backend/store-contract';
import { contractCases, runContract } from '@portico/testing/contract';
import { dexieFactory, dexieStoreFactory } from './dexie-fixture.test.ts';

storeContract(describe, it, 'dexie in a browser', dexieStoreFactory);
runContract(describe, it, { ...dexieFactory, name: 'dexie in a browser' }, contractCases);
