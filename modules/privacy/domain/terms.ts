import type { LegalDay } from '#kernel/date.ts';
import { parameterOn, type Parameter } from '#modules/regulations/rules.ts';

/** 网络安全法 art. 21: logs of the network are kept for at least six months. */
const NETWORK_LOG_MONTHS = 6;

/** How long the law has things kept at least, on a day. Throws where the regulations give no years for the documents of a purchase: nothing is erased on a guess. */
export function termsOn(parameters: readonly Parameter[], on: LegalDay): { readonly purchase: string; readonly 'network-log': string } {
  const keeping = parameterOn(parameters, 'keep-procurement-documents', on);
  if (keeping === undefined || keeping.value.unit !== 'year') throw new Error('the regulations do not say how long procurement documents are kept');
  return { purchase: `${keeping.value.value} years`, 'network-log': `${NETWORK_LOG_MONTHS} months` };
}
