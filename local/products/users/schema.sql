create table if not exists users (account_id text primary key, display_name text not null, email text not null, account_type text not null,
  active integer not null, locale text not null, time_zone text not null, products text not null);
create table if not exists groups (group_id text primary key, name text not null unique);
create table if not exists group_members (group_id text not null, account_id text not null, primary key (group_id, account_id));
create index if not exists group_members_by_account on group_members (account_id);
