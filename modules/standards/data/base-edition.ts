import type { Edition } from '../domain/model.ts';
import { editionSchema } from './schema.ts';
import head from './editions/base-2026-draft/edition.json' with { type: 'json' };
import A01 from './editions/base-2026-draft/A01.json' with { type: 'json' };
import A02 from './editions/base-2026-draft/A02.json' with { type: 'json' };
import A03 from './editions/base-2026-draft/A03.json' with { type: 'json' };
import A04 from './editions/base-2026-draft/A04.json' with { type: 'json' };
import A05 from './editions/base-2026-draft/A05.json' with { type: 'json' };
import A06 from './editions/base-2026-draft/A06.json' with { type: 'json' };
import A07 from './editions/base-2026-draft/A07.json' with { type: 'json' };
import A08 from './editions/base-2026-draft/A08.json' with { type: 'json' };
import A09 from './editions/base-2026-draft/A09.json' with { type: 'json' };
import A10 from './editions/base-2026-draft/A10.json' with { type: 'json' };
import A11 from './editions/base-2026-draft/A11.json' with { type: 'json' };
import A12 from './editions/base-2026-draft/A12.json' with { type: 'json' };
import B01 from './editions/base-2026-draft/B01.json' with { type: 'json' };
import B02 from './editions/base-2026-draft/B02.json' with { type: 'json' };
import B03 from './editions/base-2026-draft/B03.json' with { type: 'json' };
import B04 from './editions/base-2026-draft/B04.json' with { type: 'json' };
import B05 from './editions/base-2026-draft/B05.json' with { type: 'json' };
import B06 from './editions/base-2026-draft/B06.json' with { type: 'json' };
import B07 from './editions/base-2026-draft/B07.json' with { type: 'json' };
import B08 from './editions/base-2026-draft/B08.json' with { type: 'json' };
import B09 from './editions/base-2026-draft/B09.json' with { type: 'json' };
import B10 from './editions/base-2026-draft/B10.json' with { type: 'json' };
import B11 from './editions/base-2026-draft/B11.json' with { type: 'json' };
import B12 from './editions/base-2026-draft/B12.json' with { type: 'json' };
import B13 from './editions/base-2026-draft/B13.json' with { type: 'json' };
import B14 from './editions/base-2026-draft/B14.json' with { type: 'json' };
import B15 from './editions/base-2026-draft/B15.json' with { type: 'json' };
import B16 from './editions/base-2026-draft/B16.json' with { type: 'json' };
import B17 from './editions/base-2026-draft/B17.json' with { type: 'json' };
import C01 from './editions/base-2026-draft/C01.json' with { type: 'json' };
import C02 from './editions/base-2026-draft/C02.json' with { type: 'json' };
import C03 from './editions/base-2026-draft/C03.json' with { type: 'json' };
import C04 from './editions/base-2026-draft/C04.json' with { type: 'json' };
import C05 from './editions/base-2026-draft/C05.json' with { type: 'json' };
import C06 from './editions/base-2026-draft/C06.json' with { type: 'json' };
import C07 from './editions/base-2026-draft/C07.json' with { type: 'json' };
import C08 from './editions/base-2026-draft/C08.json' with { type: 'json' };
import C09 from './editions/base-2026-draft/C09.json' with { type: 'json' };
import C10 from './editions/base-2026-draft/C10.json' with { type: 'json' };

const KINDS: readonly unknown[] = [
  A01, A02, A03, A04, A05, A06, A07, A08, A09, A10, A11, A12,
  B01, B02, B03, B04, B05, B06, B07, B08, B09, B10, B11, B12, B13, B14, B15, B16, B17,
  C01, C02, C03, C04, C05, C06, C07, C08, C09, C10,
];

let checked: Edition | undefined;

/** The base edition as data, checked against the meta-schema once. Throws where a data file is faulty: the platform must not start on it. */
export function baseEdition(): Edition {
  checked ??= editionSchema.parse({ ...head, kinds: KINDS });
  return checked;
}
