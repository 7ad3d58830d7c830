/** What the names of the closed set draw. */
import type { AuthorComponent } from '../../lib/author-components.ts';
import Notice from '../Notice.astro';
import Figure from './Figure.astro';

export const components = { Figure, Notice } satisfies Record<AuthorComponent, unknown>;
