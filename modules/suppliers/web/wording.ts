/** Words that several pages of suppliers share. */
export const suppliersWording = {
  'zh-CN': {
    'suppliers.kind.maker': '品牌制造商',
    'suppliers.kind.distributor': '经销商',
    'suppliers.evidence.BASIC_QUALIFICATION': '基本资质',
    'suppliers.evidence.COMMITMENT': '承诺书',
    'suppliers.evidence.TRADEMARK': '商标注册证',
    'suppliers.evidence.BASIC_QUALIFICATION.what': '营业执照等证明主体资格的文件',
    'suppliers.evidence.COMMITMENT.what': '加盖公章的承诺书，承诺具备供应商条件、近三年经营活动中没有重大违法记录',
    'suppliers.evidence.TRADEMARK.what': '所售品牌的商标注册证；注册人与本单位不一致的，连同授权书合成一份文件',
  },
  en: {
    'suppliers.kind.maker': 'Brand maker',
    'suppliers.kind.distributor': 'Distributor',
    'suppliers.evidence.BASIC_QUALIFICATION': 'Basic qualification',
    'suppliers.evidence.COMMITMENT': 'Letter of commitment',
    'suppliers.evidence.TRADEMARK': 'Trademark registration',
    'suppliers.evidence.BASIC_QUALIFICATION.what': 'Business licence or the like, proving who you are',
    'suppliers.evidence.COMMITMENT.what': 'A sealed letter: you meet the conditions of a supplier and had no grave breach of law in your business in the last three years',
    'suppliers.evidence.TRADEMARK.what': 'The registration of the brand you sell; where the holder is another, together with its licence in one file',
  },
} as const;
