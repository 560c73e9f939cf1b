import { addYears, day, type LegalDay } from '#kernel/date.ts';
import { typeset } from '#platform/paper/typeset.ts';
import type { AdmissionEvidence } from '../domain/model.ts';

/** What an invented piece of evidence says. */
export type Paper = { readonly kind: AdmissionEvidence; readonly holder: string; readonly number: string | null; readonly issuer: string | null; readonly issuedOn: LegalDay | null; readonly validUntil: LegalDay | null };

const ISSUED = day('2024-03-15');

/** A complete paper of a kind; each test changes one fact. */
export const paper = (kind: AdmissionEvidence, holder: string, change: Partial<Paper> = {}): Paper => ({
  kind, holder, number: kind === 'COMMITMENT' ? null : `示例${kind.slice(0, 2)}-${holder.length}`, issuer: kind === 'COMMITMENT' ? holder : '示例登记机关',
  issuedOn: ISSUED, validUntil: kind === 'TRADEMARK' ? addYears(ISSUED, 10) : null, ...change,
});

const TITLES: Readonly<Record<AdmissionEvidence, string>> = { BASIC_QUALIFICATION: '营业执照', COMMITMENT: '供应商承诺书', TRADEMARK: '商标注册证' };

/** The paper as a PDF of one page. The same paper is the same bytes. */
export const pdfOf = (one: Paper): Promise<Uint8Array> =>
  typeset({
    title: TITLES[one.kind],
    date: one.issuedOn ?? ISSUED,
    data: { title: TITLES[one.kind], lines: [`单位：${one.holder}`, `编号：${one.number ?? '—'}`, `签发：${one.issuer ?? '—'}`, `日期：${one.issuedOn ?? '—'}`, '示例 demo'] },
    template: '#set page(width: 148mm, height: 105mm)\n#align(center, text(size: 18pt, data.title))\n#for line in data.lines [#par(text(line))]\n',
  });
