import { useSyncExternalStore } from 'react';
import { isLost, onConnection } from '#portal/api/connection.ts';

/** Does the server not answer? */
export const useLost = (): boolean => useSyncExternalStore(onConnection, isLost);
