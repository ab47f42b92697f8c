/** `node --import` this: the process ends, in its proper way, when whoever forked it is gone. */
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
