/** What this module's pages lend to those of higher modules. */
export { SignPanel, type Asked } from './sign/sign-panel.tsx';
export { handOut } from './keys/download.ts';
export { SignedBy } from './sign/signed-by.tsx';
