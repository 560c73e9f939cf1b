import type { JSX } from 'react';
import { ReportBody } from './body.tsx';

/** The same inside the supplier's workbench, where a value the machine did not find may be typed in. */
export default function OwnReportPage(): JSX.Element {
  return <ReportBody back={(city, listingId) => `/${city}/work/products/${listingId}`} />;
}
