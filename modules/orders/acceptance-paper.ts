import { readFileSync } from 'node:fs';
import { renderSVG } from 'uqr';
import type { Json } from '#kernel/canonical.ts';
import { legalDayAt } from '#kernel/date.ts';
import type { Signing } from '#modules/signing/rules.ts';
import { typeset } from '#platform/paper/typeset.ts';
import { SITE_ITEM_NAMES, type AcceptancePaper, type PaperFinding, type PaperLine } from './domain/acceptance-paper.ts';
import { plain } from './domain/quantity.ts';
import { indicatorsOf } from './domain/requirement.ts';
import { requirementOf, type LineRow, type StoredOrder } from './store/read.ts';

const template = readFileSync(new URL('./acceptance-paper.typ', import.meta.url), 'utf8');
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** The paper as it stands for this signer at this instant. */
export function acceptancePaper({ head, lines, settlements }: StoredOrder, city: string, members: readonly string[], signing: Signing): AcceptancePaper {
  return {
    paper: 'acceptance', order: head.number, city, buyer: head.buyer_name, supplier: head.supplier_name, site: head.address, placedOn: legalDayAt(head.placed_at), members,
    lines: lines.map((line): PaperLine => {
      const last = settlements.filter((one) => one.line_no === line.line_no).at(-1);
      return {
        line: line.line_no, product: [line.brand, line.name].filter((part) => part !== null && part !== '').join(' '), model: line.model, unit: line.unit, price: line.reduced_price ?? line.price,
        ordered: plain(line.ordered), delivered: plain(line.delivered), accepted: plain(line.accepted), returned: plain(line.returned), status: line.status, reason: last?.reason ?? null, payable: line.payable,
        findings: (last?.findings ?? []).map((finding) => ({ ...namesOf(line, finding.item), met: finding.met, note: finding.note })),
      };
    }),
    total: head.total, payable: head.payable,
    signing: { signer: signing.signer, organisation: signing.organisation, key: signing.key, at: signing.at, code: signing.code },
  };
}

function namesOf(line: LineRow, item: string): Pick<PaperFinding, 'zh' | 'en' | 'limit'> {
  const site = SITE_ITEM_NAMES[item];
  if (site !== undefined) return { ...site, limit: null };
  const row = indicatorsOf(requirementOf(line)).find((one) => one['code'] === item);
  const unit = text(row?.['unit']) ?? '';
  const limit = text(row?.['limit']);
  return { zh: text(row?.['nameZh']) ?? item, en: text(row?.['nameEn']) ?? item, limit: limit === null ? null : `${limit} ${unit}`.trim() };
}

/** Thousands separators, as on the pages. */
const grouped = (amount: string): string => amount.replace(/\B(?=(\d{3})+\.)/g, ',');

const OUTCOME: Readonly<Record<string, string>> = { accepted: '接收', returned: '退货', undelivered: '未送', 'reduction-proposed': '待减价', delivered: '待验收', awaiting: '待送', replenishing: '待补货', replacing: '待更换' };
const beijing = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' });

/**
 * The paper as PDF, with the code and its QR already on it: one and the same file is shown, signed, kept and handed out.
 * @param check the address of the page that checks the code
 */
export function acceptancePdf(paper: AcceptancePaper, check: string): Promise<Uint8Array> {
  const data = {
    ...paper, total: grouped(paper.total), payable: grouped(paper.payable), check, signedAt: beijing.format(Date.parse(paper.signing.at)),
    lines: paper.lines.map((line) => ({ ...line, price: grouped(line.price), payable: grouped(line.payable), outcome: OUTCOME[line.status] ?? line.status })),
  } as unknown as Json;
  return typeset({ template, data, title: `验收单 ${paper.order}`, date: legalDayAt(new Date(paper.signing.at)), pictures: { qr: renderSVG(check, { border: 0, ecc: 'M' }) } });
}
