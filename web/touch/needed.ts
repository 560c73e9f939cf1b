/** Asks the person to show once more that it is them; false where they would rather not. */
type Ask = () => Promise<boolean>;
let ask: Ask = () => Promise.resolve(false);

/** Said once by whoever can show the question: the client that meets the refusal cannot know the dialog, which itself asks by the client. */
export const whenTouchNeeded = (how: Ask): void => void (ask = how);
export const touchShown = (): Promise<boolean> => ask();
