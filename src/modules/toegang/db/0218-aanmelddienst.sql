-- Sign-in by an organisation's own provider (OpenID Connect Core 1.0). An account is bound to issuer and subject by
-- the person himself; nothing that the provider says makes an account, and no address of it is read.
create table toegang.aanmelddienst (
  id uuid primary key,
  organisatie_id uuid not null unique references toegang.organisatie,
  issuer text not null check (issuer ~ '^https?://' and length(issuer) <= 300),
  client_id text not null check (length(client_id) between 1 and 200),
  geheim bytea not null,
  sleutel_id text not null,
  acr text[] not null default '{}' check (cardinality(acr) <= 10),
  actief boolean not null default true,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid not null references toegang.persoon
);
comment on table toegang.aanmelddienst is 'De aanbieder waarmee een organisatie haar eigen mensen laat aanmelden';
comment on column toegang.aanmelddienst.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column toegang.aanmelddienst.organisatie_id is 'Organisatie [klasse: feit]';
comment on column toegang.aanmelddienst.issuer is 'Adres dat de aanbieder als zijn naam voert [klasse: feit]';
comment on column toegang.aanmelddienst.client_id is 'Naam van deze installatie bij de aanbieder [klasse: stelsel]';
comment on column toegang.aanmelddienst.geheim is 'Geheim van deze installatie bij de aanbieder, versleuteld [klasse: inhoud]';
comment on column toegang.aanmelddienst.sleutel_id is 'Sleutel in de kluis [klasse: stelsel]';
comment on column toegang.aanmelddienst.acr is 'Waarden waarmee de aanbieder zegt dat een tweede stap is gezet [klasse: stelsel]';
comment on column toegang.aanmelddienst.actief is 'Kan men zich hiermee aanmelden [klasse: feit]';
comment on column toegang.aanmelddienst.gewijzigd_op is 'Laatste wijziging [klasse: stelsel]';
comment on column toegang.aanmelddienst.gewijzigd_door is 'Wie wijzigde [klasse: stelsel]';

create table toegang.aanmelddienst_koppeling (
  aanmelddienst_id uuid not null references toegang.aanmelddienst,
  persoon_id uuid not null references toegang.persoon,
  sub_index bytea not null unique check (length(sub_index) = 32),
  gekoppeld_op timestamptz not null,
  primary key (aanmelddienst_id, persoon_id)
);
create index aanmelddienst_koppeling_persoon on toegang.aanmelddienst_koppeling (persoon_id);
comment on table toegang.aanmelddienst_koppeling is 'Welke mens bij de aanbieder dit account is; gelegd door die mens zelf';
comment on column toegang.aanmelddienst_koppeling.aanmelddienst_id is 'Aanbieder [klasse: stelsel]';
comment on column toegang.aanmelddienst_koppeling.persoon_id is 'Mens met het account [klasse: stelsel]';
comment on column toegang.aanmelddienst_koppeling.sub_index is 'Blinde index van aanbieder en onderwerp (iss en sub) [klasse: identificerend]';
comment on column toegang.aanmelddienst_koppeling.gekoppeld_op is 'Wanneer [klasse: stelsel]';

-- Does this person hold a role for this organisation today?
create function toegang.is_lid(mens uuid, organisatie uuid) returns boolean
  language sql stable security definer set search_path = '' as
$$ select exists (select 1 from toegang.lidmaatschap l join toegang.persoon p on p.id = l.persoon_id and p.actief
   where l.persoon_id = mens and l.organisatie_id = organisatie
     and l.van <= stelsel.vandaag() and (l.tot is null or l.tot > stelsel.vandaag())) $$;
revoke all on function toegang.is_lid(uuid, uuid) from public;
grant execute on function toegang.is_lid(uuid, uuid) to la_app;

alter table toegang.aanmelddienst enable row level security;
alter table toegang.aanmelddienst force row level security;
alter table toegang.aanmelddienst_koppeling enable row level security;
alter table toegang.aanmelddienst_koppeling force row level security;
create policy poort on toegang.aanmelddienst for select to la_eigenaar using (true);
create policy poort on toegang.aanmelddienst_koppeling for select to la_eigenaar using (true);
-- Signing in happens before anyone is known.
create policy stelsel on toegang.aanmelddienst for select to la_app using (stelsel.is_stelsel());
create policy beheer on toegang.aanmelddienst for all to la_app
  using (exists (select 1 from toegang.organisatie o where o.id = organisatie_id
    and o.regio = any ((select toegang.regios('accountbeheerder'))::text[])))
  with check (gewijzigd_door = stelsel.persoon() and exists (select 1 from toegang.organisatie o
    where o.id = organisatie_id and o.regio = any ((select toegang.regios('accountbeheerder'))::text[])));
create policy leden on toegang.aanmelddienst for select to la_app
  using (actief and toegang.is_lid(stelsel.persoon(), organisatie_id));
create policy stelsel on toegang.aanmelddienst_koppeling for select to la_app using (stelsel.is_stelsel());
create policy genodigde on toegang.aanmelddienst_koppeling for insert to la_app with check (stelsel.is_stelsel()
  and exists (select 1 from toegang.aanmelddienst a where a.id = aanmelddienst_id and a.actief
    and toegang.is_lid(persoon_id, a.organisatie_id)));
create policy eigen on toegang.aanmelddienst_koppeling for select to la_app using (persoon_id = stelsel.persoon());
create policy leggen on toegang.aanmelddienst_koppeling for insert to la_app with check (persoon_id = stelsel.persoon()
  and exists (select 1 from toegang.aanmelddienst a where a.id = aanmelddienst_id and a.actief
    and toegang.is_lid(stelsel.persoon(), a.organisatie_id)));
create policy losmaken on toegang.aanmelddienst_koppeling for delete to la_app using (persoon_id = stelsel.persoon());
grant select, insert on toegang.aanmelddienst, toegang.aanmelddienst_koppeling to la_app;
grant update (issuer, client_id, geheim, sleutel_id, acr, actief, gewijzigd_op, gewijzigd_door)
  on toegang.aanmelddienst to la_app;
grant delete on toegang.aanmelddienst_koppeling to la_app;

-- A sign-in under way at a provider: known by the hash of its state, for one browser, used once.
create table aanmelden.oidc_vraag (
  hash bytea primary key check (length(hash) = 32),
  browser bytea not null check (length(browser) = 32),
  dienst_id text not null,
  nonce text not null,
  verifier text not null,
  terug text not null,
  koppel_persoon text,
  link_hash bytea check (length(link_hash) = 32),
  verloopt timestamptz not null,
  check (koppel_persoon is null or link_hash is null)
);
comment on table aanmelden.oidc_vraag is 'Lopend aanmelden bij een aanbieder: voor één browser, eenmaal, enkele minuten geldig';
comment on column aanmelden.oidc_vraag.hash is 'SHA-256 van de state [klasse: stelsel]';
comment on column aanmelden.oidc_vraag.browser is 'SHA-256 van het bezoek of de sessie van de browser [klasse: stelsel]';
comment on column aanmelden.oidc_vraag.dienst_id is 'Aanbieder in toegang.aanmelddienst [klasse: stelsel]';
comment on column aanmelden.oidc_vraag.nonce is 'Wat het antwoord moet herhalen [klasse: stelsel]';
comment on column aanmelden.oidc_vraag.verifier is 'Geheim van PKCE [klasse: stelsel]';
comment on column aanmelden.oidc_vraag.terug is 'Pad van deze site voor daarna [klasse: stelsel]';
comment on column aanmelden.oidc_vraag.koppel_persoon is 'Wie zijn account koppelt; leeg is aanmelden [klasse: stelsel]';
comment on column aanmelden.oidc_vraag.link_hash is 'Uitnodiging waarmee dit begon; leeg is geen [klasse: stelsel]';
comment on column aanmelden.oidc_vraag.verloopt is 'Geldig tot [klasse: stelsel]';
grant select, insert, update, delete on aanmelden.oidc_vraag to la_aanmelden;
