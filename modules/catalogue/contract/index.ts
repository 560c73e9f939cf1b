import { confirmForListing } from './products.ts';
import { comparison } from './comparison.ts';
import { addEvidence, decideListing, myProducts, productForm, resubmitProduct, reviewQueue, submitProduct, withdrawListing } from './products.ts';
import { figures, product, shelf } from './shelf.ts';

export const contract = { shelf, product, comparison, figures, submitProduct, resubmitProduct, addEvidence, decideListing, withdrawListing, confirmForListing, myProducts, reviewQueue, productForm };
