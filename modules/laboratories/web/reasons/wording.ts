import { wording as said } from '../../wording.ts';

/** Of the module's words those a reader of a comparison meets: doubts, findings, why a file cannot be read. Chosen while building. */
const BORROWED = /^laboratories\.(doubt|finding|unreadable)\./;
const borrowed = (lang: 'zh-CN' | 'en'): Record<string, string> => Object.fromEntries(Object.entries(said[lang]).filter(([id]) => BORROWED.test(id)));

export const reasonsWording = {
  'zh-CN': {
    ...borrowed('zh-CN'),
    // The stored failure has no figures beside it.
    'laboratories.unread.too-many-pages': 'PDF 页数过多。请只提交该份检测报告。',
    'laboratories.unread.page-too-dense': '有一页的图形过于复杂，不像检测报告。请提交检测机构出具的原始 PDF。',
    'laboratories.unread.other': '这份文件无法读取，可能内容异常。请向检测机构索取电子版报告后重新提交。',
    'laboratories.doubt.evidence-not-confirmed': '证明材料尚未经采购中心确认。',
    'laboratories.doubt.evidence-confirmed-elsewhere': '这份材料确认时用于其他产品，须由采购中心核对是否适用于本产品。',
    'laboratories.finding.failing-evidence-withdrawn': '曾显示不符合的证明材料已被撤回，该项须由采购中心处理。',
    'laboratories.finding.report-not-read-yet': '有一份检测报告尚未读完，读完之前不能采购。',
    'laboratories.finding.report-unreadable': '有一份检测报告无法读取，什么也没有证明。',
    'laboratories.doubt.evidence-lapsed': '证明材料已过有效期。',
    'laboratories.reason.unknown': '平台给出了代码 {code}，此处没有说明。',
  },
  en: {
    ...borrowed('en'),
    'laboratories.unread.too-many-pages': 'The PDF has too many pages. Submit this one report only.',
    'laboratories.unread.page-too-dense': 'A page holds too many drawn marks for a test report. Submit the original PDF of the laboratory.',
    'laboratories.unread.other': 'This file cannot be read; its content may be damaged. Ask the laboratory for the electronic report and submit it again.',
    'laboratories.doubt.evidence-not-confirmed': 'The centre has not confirmed this evidence yet.',
    'laboratories.doubt.evidence-confirmed-elsewhere': 'This paper was confirmed for another product; the centre must hold it against this one.',
    'laboratories.finding.failing-evidence-withdrawn': 'Evidence that spoke against the product was withdrawn; the centre must deal with this indicator.',
    'laboratories.finding.report-not-read-yet': 'A test report has not been read to its end; until then the product cannot be bought.',
    'laboratories.finding.report-unreadable': 'A test report cannot be read and proves nothing.',
    'laboratories.doubt.evidence-lapsed': 'The evidence is past its last day.',
    'laboratories.reason.unknown': 'The platform gave the code {code}, for which no words are here.',
  },
} satisfies Record<'zh-CN' | 'en', Record<string, string>>;
