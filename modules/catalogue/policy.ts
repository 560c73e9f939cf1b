import type { PolicyOf } from '#platform/http/serve.ts';
import type { contract } from './contract/index.ts';

export const policy: PolicyOf<typeof contract> = {
  shelf: { who: 'anyone' },
  product: { who: 'anyone' },
  comparison: { who: 'anyone' },
  figures: { who: 'anyone' },
  submitProduct: { who: ['supplier.clerk'], reach: 'own' },
  resubmitProduct: { who: ['supplier.clerk'], reach: 'own' },
  addEvidence: { who: ['supplier.clerk'], reach: 'own' },
  decideListing: { who: ['centre.reviewer'], reach: 'city' },
  confirmForListing: { who: ['centre.reviewer'], reach: 'city' },
  withdrawListing: { who: ['supplier.clerk'], reach: 'own' },
  myProducts: { who: ['supplier.clerk'], reach: 'own' },
  reviewQueue: { who: ['centre.reviewer', 'housing.officer', 'finance.supervisor'], reach: 'city' },
  productForm: { who: ['supplier.clerk'], reach: 'own' },
};
