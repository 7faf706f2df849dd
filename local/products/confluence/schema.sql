-- The tables of Confluence.
create table if not exists conf_spaces (id integer primary key autoincrement, key text not null unique, name text not null, type text not null, status text not null,
  description text not null, homepage integer, author text, created integer not null);
create table if not exists conf_space_grants (space_id integer not null, operation text not null, holder text not null, who text not null,
  primary key (space_id, operation, holder, who));
create table if not exists conf_pages (id integer primary key autoincrement, space_id integer not null, parent_id integer, title text not null,
  author text, created integer not null, version integer not null, version_at integer not null, version_by text, message text not null,
  storage text not null);
create index if not exists conf_pages_by_space on conf_pages (space_id);
create index if not exists conf_pages_by_parent on conf_pages (parent_id);
create index if not exists conf_pages_by_title on conf_pages (title);
create table if not exists conf_labels (id integer primary key autoincrement, prefix text not null, name text not null, unique (prefix, name));
create table if not exists conf_page_labels (page_id integer not null, label_id integer not null, primary key (page_id, label_id));
create index if not exists conf_page_labels_by_label on conf_page_labels (label_id);
create table if not exists conf_properties (id integer primary key autoincrement, page_id integer not null, key text not null, value text not null, version integer not null,
  at integer not null, author text, message text not null, unique (page_id, key));
create index if not exists conf_properties_by_key on conf_properties (key);
create table if not exists conf_restrictions (page_id integer not null, operation text not null, kind text not null, who text not null, primary key (page_id, operation, kind, who));
create virtual table if not exists conf_text using fts5 (title, body, tokenize = 'unicode61');
