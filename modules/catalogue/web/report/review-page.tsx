import type { JSX } from 'react';
import { ReportBody } from './body.tsx';

/** The same inside the centre's workbench, where readings are settled. */
export default function ReviewReportPage(): JSX.Element {
  return <ReportBody back={(city, listingId) => `/${city}/work/product-review/${listingId}`} />;
}
