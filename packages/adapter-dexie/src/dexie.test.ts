import 'fake-indexeddb/auto';
import { describe, it } from 'node:test';
import { storeContract } from '@portico/backend/store-contract';
import { contractCases, runContract } from '@portico/testing/contract';
import { dexieFactory, dexieStoreFactory } from './dexie-fixture.test.ts';

storeContract(describe, it, 'dexie', dexieStoreFactory);
runContract(describe, it, dexieFactory, contractCases);
