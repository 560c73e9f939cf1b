import type { MatrixKit } from '#app/test-kit/matrix.ts';
import { newId } from '#platform/clock.ts';
import { admittedSupplier } from '#modules/suppliers/test-kit/builders.ts';
import { decideListing } from '../index.ts';
import { aPaint, listedPaint, paintStandard, reportEvidence, submittedPaint, type Listed } from './builders.ts';

export const matrix: MatrixKit = {
  async world(t) {
    for (const city of [t.huzhou, t.yunxi]) await paintStandard(t, city);
    const supplier = await admittedSupplier(t);
    const other = await admittedSupplier(t);
    const people = { 'supplier.clerk': supplier, 'centre.reviewer': await t.person('centre.reviewer'), 'housing.officer': await t.person('housing.officer'), 'finance.supervisor': await t.person('finance.supervisor') } as const;
    const evidence = await reportEvidence(t, supplier);
    const [mine, others, foreign] = [await listedPaint(t, { supplier }), await submittedPaint(t, { supplier: other }), await submittedPaint(t, { city: t.yunxi })];
    const returned = async (owner: typeof supplier): Promise<Listed> => {
      const made = await submittedPaint(t, { supplier: owner });
      await t.act({ as: people['centre.reviewer'], city: t.huzhou }, (call) => decideListing(call, { listingId: made.listingId, act: 'return', reasons: '补正' }));
      return made;
    };
    const { terms, ...rest } = aPaint({ evidence: [evidence.evidenceId] });
    const body = { ...rest, ...terms } as never;
    return {
      people,
      async sample(route, as, subject) {
        const root = `/api/${t.huzhou.slug}`;
        const id = subject === 'own' ? mine.listingId : subject === 'other-organisation' ? others.listingId : subject === 'other-city' ? foreign.listingId : newId();
        const listing = `${root}/catalogue/${id}`;
        if (['shelf', 'figures', 'submitProduct', 'myProducts', 'reviewQueue', 'productForm'].includes(route) && subject !== 'own') return null;
        switch (route) {
          case 'shelf': return { path: `${root}/catalogue` };
          case 'figures': return { path: `${root}/catalogue-figures` };
          case 'myProducts': return { path: `${root}/catalogue-mine` };
          case 'reviewQueue': return { path: `${root}/catalogue-review` };
          case 'productForm': return { path: `${root}/catalogue-form/B11` };
          case 'submitProduct': return { path: `${root}/catalogue`, body };
          case 'product': return { path: listing };
          case 'decideListing': return { path: `${listing}/decision`, body: { act: 'list', reasons: null } };
          case 'addEvidence': return { path: `${listing}/evidence`, body: { evidenceId: (await reportEvidence(t, supplier, { number: newId().slice(-8) })).evidenceId } };
          case 'resubmitProduct': return { path: subject === 'own' && as === 'supplier.clerk' ? `${root}/catalogue/${(await returned(supplier)).listingId}` : listing, body };
          case 'withdrawListing': return { path: subject === 'own' && as === 'supplier.clerk' ? `${root}/catalogue/${(await returned(supplier)).listingId}/withdrawal` : `${listing}/withdrawal`, body: {} };
          case 'confirmForListing': {
            const listed = subject === 'own' ? mine : subject === 'other-organisation' ? others : foreign;
            return { path: `${listing}/evidence/${subject === 'unknown' ? newId() : listed.evidenceId}/confirmation`, body: {} };
          }
          case 'comparison': {
            const listed = subject === 'own' ? mine : subject === 'other-organisation' ? others : foreign;
            return { path: `${listing}/reports/${subject === 'unknown' ? newId() : listed.reportId}` };
          }
          case 'pagePicture': {
            const listed = subject === 'own' ? mine : subject === 'other-organisation' ? others : foreign;
            return { path: `${listing}/reports/${subject === 'unknown' ? newId() : listed.reportId}/pages/1` };
          }
          default: return null;
        }
      },
    };
  },
};
