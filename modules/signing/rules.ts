/** The pure front door of signing: words and rules that higher modules and the browser may use. */
export { possessionText } from './domain/certificate.ts';
export { signingWords } from './domain/refusal-words.ts';
export { SUITE_NAMES, type SuiteId } from './domain/suite.ts';
export { dataText, statementText, type Signing, type Statement } from './domain/statement.ts';
