import { readFileSync } from 'node:fs';
import { typeset } from '#platform/paper/typeset.ts';
import { seal } from '../reports/seal.ts';
import { chineseDate } from '../reports/write.ts';
import type { DemoPaper, DemoPaperKind } from './paper.ts';

const template = readFileSync(new URL('./paper.typ', import.meta.url), 'utf8');

type Look = { readonly look: 'licence' | 'certificate' | 'label' | 'epd' | 'letter'; readonly heading: string; readonly headingEn: string; readonly stamp: string; readonly paragraphs: readonly string[] };

const looks: Readonly<Record<DemoPaperKind, Look>> = {
  'business-licence': { look: 'licence', heading: '营业执照', headingEn: 'BUSINESS LICENCE (DEMONSTRATION)', stamp: '登记专用章', paragraphs: [] },
  trademark: { look: 'certificate', heading: '商标注册证', headingEn: 'TRADE MARK REGISTRATION (DEMONSTRATION)', stamp: '商标注册章', paragraphs: [] },
  commitment: {
    look: 'letter', heading: '供应商承诺书', headingEn: '', stamp: '合同专用章',
    paragraphs: [
      '我单位自愿申请进入绿色建材政府采购平台，并郑重承诺：所提交的营业执照、商标注册证、检测报告、认证证书等材料真实、合法、有效；所供产品符合本市绿色建材数字化标准的全部必选要求；供货价格不高于同期同类市场价格；按约定的时间、地点、数量交货，并对不合格产品无条件退换。',
      '如有弄虚作假、以次充好、无正当理由不履行合同等行为，我单位自愿接受退出平台、记入信用档案等处理，并依法承担责任。',
    ],
  },
  'green-certificate': { look: 'certificate', heading: '绿色建材认证证书', headingEn: 'GREEN BUILDING MATERIAL CERTIFICATE (DEMONSTRATION)', stamp: '认证专用章', paragraphs: ['兹证明下列产品经型式试验、工厂检查，符合绿色建材评价标准的要求，特发此证。'] },
  'ccc-certificate': { look: 'certificate', heading: '强制性产品认证证书', headingEn: 'COMPULSORY PRODUCT CERTIFICATE (DEMONSTRATION)', stamp: '认证专用章', paragraphs: ['兹证明下列产品符合强制性产品认证实施规则的要求，特发此证。'] },
  'forest-certificate': { look: 'certificate', heading: '可持续林产品产销监管链证书', headingEn: 'CHAIN OF CUSTODY CERTIFICATE (DEMONSTRATION)', stamp: '认证专用章', paragraphs: ['兹证明下列单位的木材来源与产销监管链符合可持续森林经营的要求，特发此证。'] },
  'water-label': { look: 'label', heading: '水效标识', headingEn: 'WATER EFFICIENCY LABEL (DEMONSTRATION)', stamp: '', paragraphs: [] },
  'energy-label': { look: 'label', heading: '能效标识', headingEn: 'ENERGY EFFICIENCY LABEL (DEMONSTRATION)', stamp: '', paragraphs: [] },
  epd: { look: 'epd', heading: '环境产品声明', headingEn: 'ENVIRONMENTAL PRODUCT DECLARATION (DEMONSTRATION)', stamp: '核查专用章', paragraphs: ['系统边界为从摇篮到大门（A1—A3：原材料获取、原材料运输、生产制造），依据 GB/T 24025、GB/T 24067 编制并经第三方核查。'] },
  declaration: { look: 'letter', heading: '产品自我声明', headingEn: '', stamp: '合同专用章', paragraphs: ['我单位就下列产品声明如下，并对声明内容的真实性负责，愿意接受抽查核验。'] },
};

/** Writes an invented paper of one page; the same paper gives the same bytes. */
export async function demoPaper(paper: DemoPaper): Promise<Uint8Array> {
  const { look, heading, headingEn, stamp, paragraphs } = looks[paper.kind];
  return typeset({
    template,
    title: `${heading} ${paper.number}（示例）`,
    date: paper.issuedOn,
    pictures: stamp === '' ? {} : { seal: seal(paper.issuer, stamp) },
    data: {
      look,
      heading,
      headingEn,
      paragraphs,
      number: paper.number,
      issuer: paper.issuer,
      issuedLong: chineseDate(paper.issuedOn),
      grade: paper.facts.find(([label]) => label.endsWith('等级'))?.[1].slice(0, 1) ?? '',
      facts: look === 'licence' || look === 'label' ? paper.facts : [...paper.facts, ...validity(paper)],
      figures: paper.kind === 'epd' && paper.declares !== null ? [['产品碳足迹 GWP（A1—A3）', paper.declares.value, paper.declares.unit]] : [],
    },
  });
}

const validity = (paper: DemoPaper): [string, string][] => (paper.validTo === null ? [] : [['有效期', `${paper.issuedOn} 至 ${paper.validTo}`]]);
