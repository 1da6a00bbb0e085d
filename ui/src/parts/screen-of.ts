// One kind of screen out of all, for the component that draws it.
import type { Screen } from '../generated/Screen';

export type ScreenOf<Type extends Screen['type']> = Extract<Screen, { type: Type }>;
