import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import styles from './dialog.module.css';

/** An interruption: modal, the focus stays inside, Escape is the safe choice. */
export function Dialog(props: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly isAlert?: boolean;
}) {
  return (
    <ModalOverlay
      isOpen
      isDismissable={!props.isAlert}
      onOpenChange={(isOpen) => {
        if (!isOpen) props.onClose();
      }}
      className={styles.back ?? ''}
    >
      <Modal className={styles.box ?? ''}>
        <AriaDialog className={styles.inside ?? ''} role={props.isAlert ? 'alertdialog' : 'dialog'}>
          <Heading slot="title" level={2}>
            {props.title}
          </Heading>
          {props.children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
