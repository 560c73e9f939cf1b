import type { JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { instant, money } from '#web/kit/written.ts';
import type { AcceptancePaper as Paper, PaperLine } from '../../domain/acceptance-paper.ts';

/** The acceptance paper, drawn from the data that are signed and from nothing else. */
export function AcceptancePaper({ paper }: { paper: Paper }): JSX.Element {
  const { t } = useText();
  const facts = [['order', paper.order], ['buyer', paper.buyer], ['supplier', paper.supplier], ['site', paper.site], ['placed', paper.placedOn], ['members', paper.members.join('、')]] as const;
  return (
    <article className="paper">
      <h3>{t('orders.paper.title')}</h3>
      <dl className="paper-facts">
        {facts.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}><dt>{t(`orders.paper.${name}`)}</dt><dd>{value}</dd></div>
        ))}
      </dl>
      <h4>{t('orders.paper.lines')}</h4>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('orders.paper.line')}</th><th scope="col">{t('orders.paper.product')}</th><th scope="col" className="num">{t('orders.paper.ordered')}</th>
            <th scope="col" className="num">{t('orders.paper.accepted')}</th><th scope="col" className="num">{t('orders.paper.price')}</th><th scope="col" className="num">{t('orders.paper.payable')}</th>
          </tr>
        </thead>
        <tbody>
          {paper.lines.map((line) => (
            <tr key={line.line}>
              <td>{line.line}</td>
              <td>{line.product} <span className="paper-quiet">{line.model}{line.reason === null ? '' : `　${line.reason}`}</span></td>
              <td className="num">{line.ordered} {line.unit}</td><td className="num">{line.accepted} {line.unit}</td><td className="num">{money(line.price, '')}</td><td className="num">{money(line.payable, '')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="paper-sum">{t('orders.paper.sum', { total: money(paper.total, ''), payable: money(paper.payable, '') })}</p>
      {paper.lines.filter((line) => line.findings.length > 0).map((line) => <Findings key={line.line} line={line} />)}
      <p className="paper-quiet note">{t('orders.paper.signing', { ...paper.signing, at: instant(paper.signing.at) })}</p>
    </article>
  );
}

function Findings({ line }: { line: PaperLine }): JSX.Element {
  const { t, lang } = useText();
  return (
    <>
      <h4>{t('orders.paper.findings', { line: line.line })}</h4>
      <table>
        <tbody>
          {line.findings.map((one, at) => (
            <tr key={at}>
              <td>{lang === 'en' ? one.en : one.zh}</td>
              <td className="paper-quiet">{one.limit}</td>
              <td className={one.met ? undefined : 'paper-unmet'}>{t(one.met ? 'orders.paper.met' : 'orders.paper.unmet')}</td>
              <td className="paper-quiet">{one.note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
