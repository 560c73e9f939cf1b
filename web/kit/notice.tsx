import { useSyncExternalStore, type JSX, type ReactNode } from 'react';
import { useText } from '#web/i18n.ts';
import { IconButton } from './button.tsx';
import { StateShape, type State } from './state-mark.tsx';
import './notice.css';

/** One line of the list behind the bell: unread has a ground, time stands right, one line of context. */
export function Notification({ state, title, context, when, unread = false }: { state: State; title: ReactNode; context?: ReactNode; when: ReactNode; unread?: boolean }): JSX.Element {
  const { t } = useText();
  return (
    <li className={unread ? 'notification notification-unread' : 'notification'}>
      <StateShape state={state} />
      <div>
        {unread ? <b>{title}</b> : title}
        {unread && <span className="only-read">{t('kit.unread')}</span>}
        {context !== undefined && <p>{context}</p>}
      </div>
      <span className="notification-when">{when}</span>
    </li>
  );
}

type Message = { readonly id: number; readonly state: State; readonly text: string };
let messages: readonly Message[] = [];
let last = 0;
const listeners = new Set<() => void>();
const put = (next: readonly Message[]): void => {
  messages = next;
  for (const listener of listeners) listener();
};

/** Says that something was done (已保存) and leaves by itself; what needs an answer is a Refusal in the page instead. */
export function say(text: string, state: State = 'ok'): void {
  last += 1;
  const id = last;
  put([...messages.slice(-2), { id, state, text }]);
  setTimeout(() => put(messages.filter((message) => message.id !== id)), state === 'ok' ? 5000 : 12000);
}

/** Where messages appear; once in the shell. */
export function Messages(): JSX.Element {
  const { t } = useText();
  const shown = useSyncExternalStore(
    (listener) => (listeners.add(listener), () => listeners.delete(listener)),
    () => messages,
  );
  return (
    <div className="messages no-print" role="status" aria-live="polite">
      {shown.map((message) => (
        <div key={message.id} className={`message message-${message.state}`}>
          <StateShape state={message.state} />
          <span>{message.text}</span>
          <IconButton icon="close" size={14} label={t('kit.close')} onClick={() => put(messages.filter((one) => one.id !== message.id))} />
        </div>
      ))}
    </div>
  );
}

/** A line across the page while something holds for all of it: no connection, a demonstration. */
export const Strip = ({ state, children }: { state: State; children: ReactNode }): JSX.Element => (
  <div className={`message message-${state} message-strip`} role="status">
    <StateShape state={state} />
    <span>{children}</span>
  </div>
);
