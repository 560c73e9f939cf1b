import { identityRules } from '#modules/identity/rules.ts'; // breaks platform
import { server } from '#app/server.ts'; // breaks platform app-is-above
export const up = [identityRules, server];
