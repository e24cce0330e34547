-- How what is left out was chosen: whoever approves must know when it was not the best that could be found.
alter table datalab.publicatie_werk add column wijze text not null default 'optimaal'
  check (wijze in ('optimaal', 'begrensd', 'eliminatie'));
comment on column datalab.publicatie_werk.wijze is 'Hoe is gekozen wat wegblijft: bewezen het minst, met een grens, of door eliminatie [klasse: feit]';
grant update (wijze) on datalab.publicatie_werk to la_app;
