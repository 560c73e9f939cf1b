/// <reference types="vite/client" />

declare module 'virtual:contract/*' {
  import type { AnyContractRouter } from '@orpc/contract';
  /** Addresses only; the types come from the contract by `import type`. */
  const routes: AnyContractRouter;
  export default routes;
}
