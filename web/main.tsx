import './kit/tokens.css';
import './kit/base.css';
import { createRoot } from 'react-dom/client';
import { loadWording, startLang } from '#web/i18n.ts';
import { kitWording } from '#web/kit/wording.ts';
import { registerFills } from '#web/slots.tsx';
import { App } from './shell/app.tsx';
import { fills } from './shell/found.ts';
import { shellWording } from './shell/wording.ts';

loadWording(kitWording);
loadWording(shellWording);
startLang();
registerFills(fills);

const place = document.getElementById('root');
if (place === null) throw new Error('the page has no #root');
createRoot(place).render(<App />);
