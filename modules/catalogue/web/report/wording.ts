export const reportWording = {
  'zh-CN': {
    'catalogue.report.title': '检测报告',
    'catalogue.report.back': '回到产品',
    'catalogue.report.judged': '已判定',
    'catalogue.report.verdict.PASS': '准入指标全部证明',
    'catalogue.report.verdict.FAIL': '有指标不符合',
    'catalogue.report.verdict.NEEDS_REVIEW': '须人工复核',
    'catalogue.report.verdict.NOT_PROVEN': '尚有指标待证明',
    'catalogue.report.file': '报告文件指纹（SHA-256）',
  },
  en: {
    'catalogue.report.title': 'Test report',
    'catalogue.report.back': 'Back to the product',
    'catalogue.report.judged': 'judged',
    'catalogue.report.verdict.PASS': 'proves all that gates',
    'catalogue.report.verdict.FAIL': 'an indicator breaks its limit',
    'catalogue.report.verdict.NEEDS_REVIEW': 'a person must look',
    'catalogue.report.verdict.NOT_PROVEN': 'indicators are still to prove',
    'catalogue.report.file': 'Fingerprint of the report (SHA-256)',
  },
} as const;
