import { useState } from 'react';
import type { Shown } from '#contract/queries.ts';
import type { SuccessStory } from '#contract/records/programme.ts';
import { stopEditing, useEditing } from '#renderer/data/editing.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { Button } from '#renderer/ui/button.tsx';
import { formatMoment, plural } from '#renderer/ui/dates.ts';
import { errorWords } from '#renderer/ui/error-words.ts';
import { Group, Page } from '#renderer/ui/page.tsx';
import { Empty, Fault, Reading } from '#renderer/ui/state.tsx';
import { NotSentYet } from '#renderer/ui/tag.tsx';
import text from '#renderer/ui/text.module.css';
import styles from './stories-screen.module.css';
import { StoryForm } from './story-form.tsx';

/** What came of it: stories that were published, ours that were submitted, and a new one. */
export function StoriesScreen() {
  const stories = useQuery('stories.read', {}, ['programme', 'work']);
  const isEditing = useEditing('story.submit') !== null;
  const [isAsked, setIsWriting] = useState(false);
  const isWriting = isAsked || isEditing;
  const leave = () => {
    stopEditing();
    setIsWriting(false);
    // The form takes the focus away with it.
    document.querySelector<HTMLElement>('main h1')?.focus();
  };
  const all = stories.state === 'ready' ? stories.value : [];
  const published = all.filter((story) => story.record.status === 'published');
  const submitted = all.filter((story) => story.record.status === 'submitted');
  return (
    <Page
      title="Success stories"
      lead={`${plural(published.length, 'story', 'stories')} published. Other councils learn from what worked.`}
      beside={isWriting ? null : <Button onPress={() => setIsWriting(true)}>Write a story</Button>}
    >
      {isWriting ? <StoryForm onDone={leave} /> : null}
      {stories.state === 'failed' ? <Fault words={errorWords(stories.error.code)} /> : null}
      {stories.state === 'loading' ? <Reading words="Reading stories" /> : null}
      {submitted.length > 0 ? (
        <Group
          title="Submitted by us"
          about="The programme team reads them before they are published."
        >
          <Stories stories={submitted} />
        </Group>
      ) : null}
      {stories.state === 'ready' ? (
        <Group title="Published">
          {published.length === 0 ? (
            <Empty title="No story has been published yet.">
              Write the first one: someone who started, and what made it work.
            </Empty>
          ) : (
            <Stories stories={published} />
          )}
        </Group>
      ) : null}
    </Page>
  );
}

function Stories({ stories }: { readonly stories: readonly Shown<SuccessStory>[] }) {
  return (
    <ul className={styles.stories}>
      {stories.map(({ record, notSentYet }) => (
        <li key={record.id}>
          <article className={styles.story}>
            <h3>{record.title}</h3>
            <p className={text.meta}>
              {record.serviceArea}. {record.by.name}, {formatMoment(record.at)}.
              {notSentYet ? <NotSentYet after /> : null}
            </p>
            <p className={styles.body}>{record.body}</p>
            {record.quote ? (
              <blockquote className={styles.quote}>
                <p>{record.quote}</p>
                <p className={text.meta}>{record.quoteBy}</p>
              </blockquote>
            ) : null}
          </article>
        </li>
      ))}
    </ul>
  );
}
