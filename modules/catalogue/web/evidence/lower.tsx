import type { JSX } from 'react';
import type { ProductView } from '#modules/catalogue/contract/shelf.ts';
import { loadWording } from '#web/i18n.ts';
import { Slot } from '#web/slots.tsx';
import { evidenceWording } from './wording.ts';
import { Papers } from './papers.tsx';
import { Supplier } from './supplier.tsx';

loadWording(evidenceWording);

/** The papers, what higher modules know of the product, and who offers it. */
export function Lower({ product, city, reports }: { product: ProductView; city: string; reports: string }): JSX.Element {
  return (
    <div className="product-columns">
      <Papers product={product} reports={reports} />
      <Slot name="product.sections" city={city} listingId={product.listingId} />
      <Supplier product={product} city={city} />
    </div>
  );
}
