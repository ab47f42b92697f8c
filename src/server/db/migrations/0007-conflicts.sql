-- What a change replaced or was refused for, so that a repeat gets the first answer whole.
alter table sync_mutation add column conflicts text;
