import type { JSX } from 'react';
import { ReportBody } from './body.tsx';

/** The comparison of a report, for anybody: what was read, from which cell, and why it passes or not. */
export default function ReportPage(): JSX.Element {
  return (
    <div className="report-page">
      <ReportBody back={(city, listingId) => `/${city}/museum/${listingId}`} />
    </div>
  );
}
