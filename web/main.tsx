import './kit/tokens.css';
import './kit/base.css';
import { createRoot } from 'react-dom/client';
import { loadWording, startLang } from '#web/i18n.ts';
import { kitWording } from '#web/kit/wording.ts';
import { statusOf } from '#web/refusal.ts';
import { registerFills } from '#web/slots.tsx';
import { whenTouchNeeded } from '#web/touch/needed.ts';
import { App } from './shell/app.tsx';
import { fills } from './shell/found.ts';
import { shellWording } from './shell/wording.ts';

loadWording(kitWording);
loadWording(shellWording);
startLang();
whenTouchNeeded(async () => (await import('#web/touch/ask.tsx')).askTouch());
registerFills(fills);

const place = document.getElementById('root');
if (place === null) throw new Error('the page has no #root');
// A refused read has its own page (web/shell/error-pages.tsx): an answer, not a fault of the program.
createRoot(place, { onCaughtError: (error) => [401, 403, 404].includes(statusOf(error)) || console.error(error) }).render(<App />);
