import { catalogue } from '@portico/core/kernel';

/** What a provider says about the demo world that it started, or could not start. */
export const demoNoticesMessages = catalogue({
  'demo.ribbon': 'Demo: nobody in it exists. What is entered stays in this browser.',
  'demo.delete': 'Delete the demo data',
  'demo.confirm': 'Delete everything that was entered or opened here?',
  'demo.deleteNow': 'Delete',
  'demo.keep': 'Keep',
  'demo.retry': 'Try again',
  'demo.failed.insecure': 'This page is not secure, so the demo cannot start. Serve it over https, or open it on localhost.',
  'demo.failed.storage-missing': 'This browser has no storage for pages, so the demo cannot start. Open the page in a normal window.',
  'demo.failed.storage-blocked':
    'This browser does not let the page keep data, so the demo cannot start. Allow it, or open the page in a normal window.',
  'demo.failed.storage-full': 'There is no room on this device for the demo data. Free some, then try again.',
  'demo.failed.storage-held': 'The demo is open in an older tab. Close the other tabs of this page, then try again.',
  'demo.failed.internal': 'The demo could not start. Reload the page.',
});
