// How a screen comes to the session it belongs to.
import { createContext } from 'svelte';
import type { Session } from './session.svelte';

export const [useSession, provideSession] = createContext<Session>();
