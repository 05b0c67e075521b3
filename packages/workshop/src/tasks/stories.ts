import { serveStorybook } from '../build/storybook.ts';

/** `npm run stories`: Storybook while one works; `PORT` chooses the port. */
export const main = (): Promise<number> => serveStorybook(process.env.PORT ?? '6006');
