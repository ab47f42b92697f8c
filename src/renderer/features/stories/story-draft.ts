import type { MutationArgs } from '#contract/mutations.ts';
import type { FormError } from '#renderer/ui/error-summary.tsx';

/** A story while it is written; every part is plain text so that it can be kept. */
export interface StoryDraft {
  readonly title: string;
  readonly body: string;
  readonly quote: string;
  readonly quoteBy: string;
  readonly serviceArea: string;
  readonly permissionGiven: boolean;
}

export const EMPTY_STORY: StoryDraft = {
  title: '',
  body: '',
  quote: '',
  quoteBy: '',
  serviceArea: '',
  permissionGiven: false,
};

/** Reads a kept draft; anything odd is an empty one, never a failure. */
export function readStory(text: string): StoryDraft {
  try {
    const kept: unknown = JSON.parse(text);
    if (typeof kept !== 'object' || kept === null) return EMPTY_STORY;
    const parts = kept as Readonly<Record<string, unknown>>;
    const words = (name: keyof StoryDraft) => {
      const value = parts[name];
      return typeof value === 'string' ? value : '';
    };
    return {
      title: words('title'),
      body: words('body'),
      quote: words('quote'),
      quoteBy: words('quoteBy'),
      serviceArea: words('serviceArea'),
      permissionGiven: parts.permissionGiven === true,
    };
  } catch {
    return EMPTY_STORY;
  }
}

/** Fills the form with a story that was refused. */
export function storyOf(args: MutationArgs['story.submit']): StoryDraft {
  const { title, body, quote = '', quoteBy = '', serviceArea, permissionGiven } = args;
  return { title, body, quote, quoteBy, serviceArea, permissionGiven };
}

/** Says what is missing before a story can be submitted, in the order of the form. */
export function storyErrors(story: StoryDraft): readonly FormError[] {
  const errors: FormError[] = [];
  if (story.title.trim() === '') errors.push({ field: 'story-title', words: 'Enter a title' });
  if (story.body.trim() === '') errors.push({ field: 'story-body', words: 'Tell what happened' });
  if (story.serviceArea.trim() === '') {
    errors.push({ field: 'story-area', words: 'Enter the area of work' });
  }
  if (story.quote.trim() !== '' && story.quoteBy.trim() === '') {
    errors.push({ field: 'story-quote-by', words: 'Say who said it' });
  }
  if (!story.permissionGiven) {
    errors.push({ field: 'story-permission', words: 'Confirm that the person has agreed' });
  }
  return errors;
}

/** Builds what is submitted; blank parts are left out. */
export function storyArgs(
  story: StoryDraft,
  id: MutationArgs['story.submit']['id'],
): MutationArgs['story.submit'] {
  const quote = story.quote.trim();
  const quoteBy = story.quoteBy.trim();
  return {
    id,
    title: story.title.trim(),
    body: story.body.trim(),
    serviceArea: story.serviceArea.trim(),
    permissionGiven: story.permissionGiven,
    ...(quote === '' ? {} : { quote, quoteBy }),
  };
}
