import { useState, type JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { Deadline } from '#web/kit/deadline.tsx';
import { Empty, LoadFailed } from '#web/kit/empty.tsx';
import { FileInput } from '#web/kit/file-input.tsx';
import { Checkbox, FormField, Radio, Select, TextArea, TextInput, TickGroup } from '#web/kit/form.tsx';
import { Notification, Strip } from '#web/kit/notice.tsx';
import { Refusal } from '#web/kit/refusal.tsx';
import { StateMark } from '#web/kit/state-mark.tsx';
import { SectionHead } from '#web/kit/structure.tsx';
import { DataTable, type Column, type Sort } from '#web/kit/table.tsx';
import { Steps, Timeline } from '#web/kit/timeline.tsx';
import { serverNow } from '#web/session.ts';
import type { StoredFile } from '#web/upload.ts';
import { Block } from './looks.tsx';

export function Forms(): JSX.Element {
  const { t } = useText();
  const [file, setFile] = useState<StoredFile | null>(null);
  return (
    <Block title={t('kit-page.forms')}>
      <div className="form-row">
        <FormField label={t('kit-page.quantity')} unit="kg" hint={t('kit-page.quantity.hint')}>
          <TextInput figures defaultValue="1,980" />
        </FormField>
        <FormField label={t('kit-page.issued')} error={t('kit-page.issued.error')}>
          <TextInput defaultValue="2025-10-30" />
        </FormField>
        <FormField label={t('kit-page.mark')} optional hint={t('kit-page.mark.hint')}>
          <TextInput placeholder={t('kit-page.mark.placeholder')} />
        </FormField>
        <FormField label={t('kit-page.city')}>
          <Select defaultValue="2">
            <option value="1">{t('kit-page.city.1')}</option>
            <option value="2">{t('kit-page.city.2')}</option>
          </Select>
        </FormField>
        <FormField label={t('kit-page.fixed')}>
          <TextInput readOnly defaultValue="HT-2026-0088" />
        </FormField>
        <TickGroup legend={t('kit-page.evidence')}>
          <Radio name="evidence" defaultChecked>
            {t('kit-page.report')}
          </Radio>
          <Radio name="evidence">{t('kit-page.certificate')}</Radio>
          <Checkbox defaultChecked>{t('kit-page.both-uses')}</Checkbox>
          <Checkbox count={4}>{t('kit-page.city.1')}</Checkbox>
          <Checkbox disabled count={0}>
            {t('kit-page.tag.paused')}
          </Checkbox>
        </TickGroup>
        <FormField label={t('kit-page.reason-text')}>
          <TextArea rows={3} />
        </FormField>
        <FileInput label={t('kit-page.file')} hint={t('kit-page.file.hint')} accept=".pdf" limit={20} value={file} onStored={setFile} />
        <FileInput label={t('kit-page.certificate')} value={{ name: 'W2026-07-3318.pdf', bytes: 482_133, sha256: '0'.repeat(64), kind: 'pdf', uploadId: 'kit' }} onStored={() => undefined} />
        <FileInput label={t('kit-page.report')} value={null} onStored={() => undefined} error={t('kit-page.file.wrong')} />
      </div>
    </Block>
  );
}

type Row = { readonly id: string; readonly name: string; readonly reading: number; readonly ok: boolean };

export function Tables(): JSX.Element {
  const { t } = useText();
  const [sort, setSort] = useState<Sort>({ by: 'reading', down: false });
  const rows: readonly Row[] = [
    { id: '1', name: t('kit-page.voc'), reading: 32, ok: true },
    { id: '2', name: t('kit-page.lead'), reading: 18, ok: true },
    { id: '3', name: t('kit-page.chromium'), reading: 92, ok: false },
  ];
  const sorted = [...rows].sort((a, b) => (a.reading - b.reading) * (sort.down ? -1 : 1));
  const columns: readonly Column<Row>[] = [
    { id: 'name', head: t('kit-page.indicator'), cell: (row) => row.name, onPhone: 'head' },
    { id: 'reading', head: t('kit-page.reading'), cell: (row) => row.reading, figures: true, sortable: true },
    { id: 'result', head: t('kit-page.result'), cell: (row) => <StateMark state={row.ok ? 'ok' : 'refused'}>{t(row.ok ? 'kit-page.ok' : 'kit-page.refused')}</StateMark> },
  ];
  return (
    <Block title={t('kit-page.tables')}>
      <div className="kit-tables">
        <div>
          <p className="note quiet">{t('kit-page.table.1')}</p>
          <DataTable caption={t('kit-page.table.1')} columns={columns} rows={sorted} rowKey={(row) => row.id} rowState={(row) => (row.ok ? (row.id === '2' ? 'selected' : undefined) : 'refused')} sort={sort} onSort={setSort} />
        </div>
        <div>
          <p className="note quiet">{t('kit-page.table.2')}</p>
          <DataTable caption={t('kit-page.table.2')} columns={columns} rows={undefined} rowKey={(row) => row.id} />
        </div>
        <div>
          <p className="note quiet">{t('kit-page.table.3')}</p>
          <DataTable caption={t('kit-page.table.3')} columns={columns} rows={[]} rowKey={(row) => row.id} empty={<Empty title={t('kit-page.empty')} act={<Button size="small">{t('kit-page.empty.act')}</Button>}>{t('kit-page.empty.text')}</Empty>} />
        </div>
        <div>
          <p className="note quiet">{t('kit-page.table.4')}</p>
          <LoadFailed fault="7F2A-91" onRetry={() => undefined} />
        </div>
      </div>
    </Block>
  );
}

export function Refusals(): JSX.Element {
  const { t } = useText();
  return (
    <div className="kit-two">
      <Block title={t('kit-page.refusals')}>
        <Refusal
          title={t('kit-page.refusal.title')}
          facts={[
            { name: t('kit-page.refusal.basis'), value: t('kit-page.refusal.article') },
            { name: t('kit-page.refusal.file'), value: t('kit-page.refusal.file.kept') },
            { name: t('kit-page.refusal.receipt'), value: <span className="mono">R-0147-01-07</span> },
          ]}
          acts={<Button>{t('kit-page.refusal.act')}</Button>}
        >
          {t('kit-page.refusal.text')}
        </Refusal>
        <Refusal kind="closed" title={t('kit-page.closed.title')}>
          {t('kit-page.closed.text')}
        </Refusal>
        <Refusal kind="attention" title={t('kit-page.act.title')}>
          {t('kit-page.act.text')}
        </Refusal>
      </Block>
      <Block title={t('kit-page.notices')}>
        <ul>
          <Notification unread state="attention" title={t('kit-page.notice.1')} context={t('kit-page.notice.1.text')} when="14:03" />
          <Notification unread state="ok" title={t('kit-page.notice.2')} context={t('kit-page.notice.2.text')} when="13:51" />
          <Notification state="info" title={t('kit-page.notice.3')} context={t('kit-page.notice.3.text')} when="11-18" />
        </ul>
        <Strip state="attention">{t('shell.offline')}</Strip>
      </Block>
    </div>
  );
}

export function Times(): JSX.Element {
  const { t } = useText();
  const now = serverNow();
  const moment = (n: number, state: 'done' | 'now' | 'act' | 'later' | 'paused', when: string) => ({ state, when, what: t(`kit-page.time.${n}`), rule: t(`kit-page.time.${n}.rule`) });
  const moments = [moment(1, 'done', '11-06'), moment(2, 'done', '11-17'), moment(3, 'act', '11-26 17:00'), moment(4, 'later', '12-02 09:30'), moment(5, 'paused', t('kit-page.time.5.when')), moment(6, 'later', '12-24')];
  const after = (hours: number): string => new Date(now + hours * 3_600_000).toISOString();
  return (
    <>
      <Block title={t('kit-page.timeline')}>
        <Timeline label={t('kit-page.timeline')} moments={moments} />
      </Block>
      <div className="kit-two">
        <section>
          <SectionHead title={t('kit-page.deadlines')} />
          <div className="kit-line kit-block">
            <Deadline until={after(30)} rule={t('kit-page.deadline.rule')} />
            <Deadline until={after(120)} workingDays={2} />
            <Deadline until={after(-3)} />
            <Deadline until={after(-30)} met />
          </div>
          <div className="kit-line">
            <span className="second">{t('kit-page.steps')}</span>
            <Steps count={5} at={2} act label={t('kit-page.steps.label')} />
          </div>
        </section>
        <section>
          <SectionHead title={t('kit-page.timeline')} />
          <div className="kit-block">
            <Timeline upright label={t('kit-page.timeline')} moments={moments.slice(0, 4)} />
          </div>
        </section>
      </div>
    </>
  );
}
