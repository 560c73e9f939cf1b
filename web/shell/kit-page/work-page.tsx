import { Alert, Button, Checkbox, DatePicker, Form, Input, InputNumber, Modal, Popconfirm, Radio, Select, Table, Tabs, Tag } from 'antd';
import { useState, type JSX } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { PageTitle, SectionHead } from '#web/kit/structure.tsx';
import { kitPageWording } from './wording.ts';

loadWording(kitPageWording);

/** antd in our dress, beside nothing else: whether the theme, the policy of the page and the keyboard hold. */
export default function WorkKitPage(): JSX.Element {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  const rows = Array.from({ length: 30 }, (_, index) => ({ key: index, name: `${t('kit-page.voc')} ${index + 1}`, reading: 8 + index }));
  return (
    <>
      <PageTitle size="work" title={t('kit-page.title')} under={t('kit-page.under')} acts={<Button type="primary" onClick={() => setOpen(true)}>{t('kit-page.submit')}</Button>} />
      <section className="work-section">
        <SectionHead title={t('kit-page.forms')} />
        <Form layout="vertical" requiredMark={false} style={{ maxWidth: 720, marginTop: 16 }}>
          <Form.Item label={t('kit-page.quantity')} htmlFor="quantity" extra={t('kit-page.quantity.hint')}>
            <InputNumber id="quantity" defaultValue="1980" stringMode style={{ width: 200 }} />
          </Form.Item>
          <Form.Item label={t('kit-page.issued')} htmlFor="issued" validateStatus="error" help={t('kit-page.issued.error')}>
            <DatePicker id="issued" />
          </Form.Item>
          <Form.Item label={t('kit-page.mark')} htmlFor="mark">
            <Input id="mark" placeholder={t('kit-page.mark.placeholder')} />
          </Form.Item>
          <Form.Item label={t('kit-page.city')} htmlFor="city">
            <Select id="city" defaultValue="1" options={[{ value: '1', label: t('kit-page.city.1') }, { value: '2', label: t('kit-page.city.2') }]} />
          </Form.Item>
          <Radio.Group defaultValue="1" options={[{ value: '1', label: t('kit-page.report') }, { value: '2', label: t('kit-page.certificate') }]} />
          <Checkbox defaultChecked>{t('kit-page.both-uses')}</Checkbox>
        </Form>
        <Popconfirm title={t('kit-page.reject')}>
          <Button danger>{t('kit-page.reject')}</Button>
        </Popconfirm>
        <Tag>{t('kit-page.tag.class')}</Tag>
        <Alert type="warning" showIcon title={t('kit-page.act.title')} description={t('kit-page.act.text')} />
      </section>
      <section className="work-section">
        <SectionHead title={t('kit-page.tables')} />
        <Tabs items={[{ key: '1', label: t('kit-page.tab.1') }, { key: '2', label: t('kit-page.tab.2') }]} />
        <Table
          dataSource={rows}
          rowSelection={{ defaultSelectedRowKeys: [1], getCheckboxProps: (row) => ({ 'aria-label': row.name }) as object, getTitleCheckboxProps: () => ({ 'aria-label': t('kit-page.tab.1') }) as object }}
          pagination={{ pageSize: 8, showSizeChanger: false }}
          columns={[
            { title: t('kit-page.indicator'), dataIndex: 'name' },
            { title: t('kit-page.reading'), dataIndex: 'reading', align: 'right', sorter: (a, b) => a.reading - b.reading },
          ]}
        />
      </section>
      <Modal open={open} title={t('kit-page.refusal.title')} onCancel={() => setOpen(false)} onOk={() => setOpen(false)}>
        {t('kit-page.refusal.text')}
      </Modal>
    </>
  );
}
