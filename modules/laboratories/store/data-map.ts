import type { DataMap } from '#kernel/data-map.ts';

/** Reports serve many purchases, and no row tells when the last of them ended: hence `from: null`. */
export const dataMap: DataMap = {
  'laboratories.report': {
    plain: ['id', 'evidence_id', 'sha256', 'state', 'failure', 'submitted_at', 'read_at'],
    from: null,
    mapped: {
      // A report bears the names of those who tested, reviewed and approved it; the platform does not know them.
      pages: { is: ['检测报告内容（含签字人员）', 'text of the test report (signatories among it)'], class: 'document', of: 'nobody', ground: 'duty', keep: 'purchase', erase: 'null' },
    },
  },
  'laboratories.entered_value': {
    plain: ['city_id', 'report_id', 'indicator_code', 'printed', 'unit', 'page', 'organisation_id', 'entered_at'],
    from: null,
    mapped: { person_id: { is: ['手工录入读数的人', 'who typed in the value'], class: 'pseudonym', of: 'person_id', ground: 'duty', keep: 'purchase', erase: 'stays' } },
  },
  'laboratories.settled_reading': {
    plain: ['city_id', 'report_id', 'indicator_code', 'decision', 'printed', 'unit', 'method_accepted', 'organisation_id', 'settled_at'],
    from: null,
    mapped: {
      person_id: { is: ['人工核对读数的人', 'who settled the reading'], class: 'pseudonym', of: 'person_id', ground: 'duty', keep: 'purchase', erase: 'stays' },
      note: { is: ['核对读数的说明', 'note on the reading'], class: 'statement', of: 'person_id', ground: 'duty', keep: 'purchase', erase: 'null' },
    },
  },
};
