/** Has the user changed page since it was loaded? The first page must not steal the focus from the browser. */
let navigated = false;
export const wasNavigated = (): boolean => navigated;
export const noteNavigation = (): void => {
  navigated = true;
};
