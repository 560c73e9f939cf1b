import type { DataMap } from '#kernel/data-map.ts';

/** A signature proves an act of a purchase; its row does not tell when that purchase ended, so a person decides when the fifteen years are over (政府采购法 art. 42). */
const PROOF = { ground: 'duty', keep: 'purchase' } as const;

export const dataMap: DataMap = {
  'signing.city_key': {
    plain: ['city_id', 'suite', 'fingerprint', 'body', 'made_at'],
    mapped: { sealed: { is: ['城市签名私钥（密文）', 'the city’s private signing key, sealed'], class: 'credential', of: 'nobody', ground: 'security', keep: 'unsettled', erase: 'stays' } },
  },
  'signing.key': {
    plain: ['city_id', 'serial', 'organisation_id', 'suite', 'public_key', 'certificate_signature', 'organisation_name', 'valid_from', 'valid_until', 'revoked_at', 'revoked_for'],
    from: null,
    mapped: {
      person_id: { is: ['密钥持有人', 'who holds the key'], class: 'pseudonym', of: 'person_id', ...PROOF, erase: 'stays' },
      certificate: { is: ['密钥证书，含持有人的编号', 'certificate of the key, with the holder’s id'], class: 'pseudonym', of: { json: 'certificate', key: 'person' }, ...PROOF, erase: 'stays' },
      person_name: { is: ['密钥持有人姓名', 'name of the key’s holder'], class: 'name', of: 'person_id', ...PROOF, erase: 'blank' },
      salt: { is: ['证书中姓名摘要的随机数', 'salt of the name in the certificate'], class: 'credential', of: 'person_id', ...PROOF, erase: 'blank' },
      revoked_by: { is: ['吊销人', 'who revoked the key'], class: 'pseudonym', of: 'revoked_by', ...PROOF, erase: 'stays' },
    },
  },
  'signing.demonstration_copy': {
    plain: ['city_id', 'serial'],
    mapped: { copy: { is: ['演示人员的密钥（密文）', 'key of a person of the demonstration, sealed'], class: 'credential', of: { json: 'copy', key: 'person' }, ground: 'security', keep: 'account', erase: 'row' } },
  },
  'signing.request': {
    plain: ['city_id', 'id', 'serial', 'code', 'purpose', 'subject', 'title_zh', 'title_en', 'paper', 'asked_at', 'lapses_at'],
    from: null,
    mapped: {
      data: { is: ['签署时屏幕上的内容', 'what was on the screen when it was signed'], class: 'statement', of: { parent: 'signing.key', by: { city_id: 'city_id', serial: 'serial' }, of: 'person_id' }, ...PROOF, erase: 'blank' },
      statement: { is: ['签署声明，含签署人的编号', 'the signed statement, with the signer’s id'], class: 'pseudonym', of: { json: 'statement', key: 'person' }, ...PROOF, erase: 'stays' },
    },
  },
  'signing.signature': 'plain',
};
