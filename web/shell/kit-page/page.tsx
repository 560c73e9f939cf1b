import type { JSX } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { DemoMark } from '#web/kit/tag.tsx';
import { PageTitle } from '#web/kit/structure.tsx';
import { Marks, Buttons, Drawings, Structure } from './looks.tsx';
import { Forms, Refusals, Tables, Times } from './blocks.tsx';
import { kitPageWording } from './wording.ts';
import './page.css';

loadWording(kitPageWording);

/** Every component in all its states: what to reach for when drawing a page, and what axe and the screenshots look at. */
export default function KitPage(): JSX.Element {
  const { t } = useText();
  return (
    <div className="wrap kit-page">
      <PageTitle title={t('kit-page.title')} beside={<DemoMark />} under={t('kit-page.under')} />
      <Marks />
      <div className="kit-two">
        <Buttons />
        <Drawings />
      </div>
      <Forms />
      <Tables />
      <Refusals />
      <Times />
      <Structure />
    </div>
  );
}
