import type { DataMap } from '#kernel/data-map.ts';

/** Papers serve many purchases, and no row tells when the last of them ended: hence `from: null`. */
export const dataMap: DataMap = {
  'documents.upload': {
    plain: ['id', 'organisation_id', 'bytes', 'kind', 'uploaded_at'],
    from: null,
    mapped: {
      sha256: { is: ['上传的文件（以指纹存取）', 'uploaded file (kept under its fingerprint)'], class: 'document', of: 'uploaded_by', ground: 'duty', keep: 'purchase', erase: 'row' },
      name: { is: ['文件名', 'name of the file'], class: 'statement', of: 'uploaded_by', ground: 'duty', keep: 'purchase', erase: 'blank' },
      uploaded_by: { is: ['上传人', 'who uploaded it'], class: 'pseudonym', of: 'uploaded_by', ground: 'duty', keep: 'purchase', erase: 'stays' },
    },
  },
  'documents.evidence': {
    plain: ['id', 'kind', 'number', 'holder_organisation_id', 'issuer', 'issued_on', 'valid_until', 'upload_id', 'state', 'submitted_at', 'decided_for', 'decided_in', 'decided_at', 'withdrawn_at'],
    from: null,
    mapped: {
      submitted_by: { is: ['证明材料提交人', 'who handed in the evidence'], class: 'pseudonym', of: 'submitted_by', ground: 'duty', keep: 'purchase', erase: 'stays' },
      decided_by: { is: ['证明材料审核人', 'who decided on the evidence'], class: 'pseudonym', of: 'decided_by', ground: 'duty', keep: 'purchase', erase: 'stays' },
      reason: { is: ['不予确认的理由', 'why the evidence was refused'], class: 'statement', of: 'decided_by', ground: 'duty', keep: 'purchase', erase: 'null' },
    },
  },
  'documents.evidence_value': 'plain',
  'documents.evidence_use': 'plain',
};
