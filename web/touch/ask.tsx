import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { TouchDialog } from './dialog.tsx';

let asking: Promise<boolean> | undefined;

/** Asks the person to show once more that it is them; true when they did. Several requests that need it at once share one question. */
export function askTouch(): Promise<boolean> {
  asking ??= new Promise<boolean>((resolve) => {
    const place = document.body.appendChild(document.createElement('div'));
    const root = createRoot(place);
    const done = (shown: boolean): void => {
      asking = undefined;
      root.unmount();
      place.remove();
      resolve(shown);
    };
    root.render(
      <StrictMode>
        <TouchDialog onDone={done} />
      </StrictMode>,
    );
  });
  return asking;
}
