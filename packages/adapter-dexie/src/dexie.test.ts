import 'fake-indexeddb/auto';
import { describe, it } from 'node:test';
import { storeContract } from '@portico/backend/store-contract';
import { contractCases, runContract, secretQuestionCases } from '@portico/testing/contract';
import { dexieFactory, dexieStoreFactory, questioningDexieFactory } from './dexie-fixture.test.ts';

storeContract(describe, it, 'dexie', dexieStoreFactory);
runContract(describe, it, dexieFactory, contractCases);
runContract(describe, it, questioningDexieFactory, secretQuestionCases);
