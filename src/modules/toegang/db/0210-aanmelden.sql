-- Sign-in. The tables and column names of the sign-in library (better-auth 1.7.6: core, two-factor, passkey),
-- made by hand from its schema, in a schema and with a role of their own. No name, no address, no IP address:
-- an account is known by a blind index of its address; the person behind it lives in toegang.persoon.
create schema aanmelden;
comment on schema aanmelden is 'Aanmelden: alleen de rol la_aanmelden; geen naam en geen adres';
revoke all on schema aanmelden from public;
grant usage on schema aanmelden to la_aanmelden;

create table aanmelden."user" (
  id text primary key,
  name text not null check (name = ''),
  email text not null unique check (email ~ '^[0-9a-f]{64}@aanmelding\.invalid$'),
  "emailVerified" boolean not null,
  image text check (image is null),
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null,
  "twoFactorEnabled" boolean default false
);
comment on table aanmelden."user" is 'Account waarmee een mens zich aanmeldt';
comment on column aanmelden."user".id is 'Kenmerk van de mens in toegang.persoon [klasse: stelsel]';
comment on column aanmelden."user".name is 'Altijd leeg: de naam staat versleuteld in toegang.persoon [klasse: stelsel]';
comment on column aanmelden."user".email is 'Blinde index van het e-mailadres, in de vorm van een adres [klasse: identificerend]';
comment on column aanmelden."user"."emailVerified" is 'Is het adres bewezen door een link in een bericht [klasse: stelsel]';
comment on column aanmelden."user".image is 'Altijd leeg [klasse: stelsel]';
comment on column aanmelden."user"."createdAt" is 'Tijdstip van aanmaken [klasse: stelsel]';
comment on column aanmelden."user"."updatedAt" is 'Tijdstip van de laatste wijziging [klasse: stelsel]';
comment on column aanmelden."user"."twoFactorEnabled" is 'Vraagt aanmelden met wachtwoord om een code [klasse: stelsel]';

create table aanmelden.session (
  id text primary key,
  "expiresAt" timestamptz not null,
  token text not null unique,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null,
  "ipAddress" text check (coalesce("ipAddress", '') = ''),
  "userAgent" text check (length("userAgent") <= 60),
  "userId" text not null references aanmelden."user" on delete cascade,
  sterk boolean not null default false
);
create index session_account on aanmelden.session ("userId");
comment on table aanmelden.session is 'Aangemeld zijn op één apparaat';
comment on column aanmelden.session.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column aanmelden.session."expiresAt" is 'Uiterste tijdstip van de sessie [klasse: stelsel]';
comment on column aanmelden.session.token is 'Geheim van de sessie; het koekje draagt het met een handtekening [klasse: stelsel]';
comment on column aanmelden.session."createdAt" is 'Tijdstip van aanmelden [klasse: stelsel]';
comment on column aanmelden.session."updatedAt" is 'Tijdstip waarop de sessie het laatst is gebruikt, op de minuut [klasse: stelsel]';
comment on column aanmelden.session."ipAddress" is 'Altijd leeg [klasse: stelsel]';
comment on column aanmelden.session."userAgent" is 'Browser en besturingssysteem, zonder versies [klasse: stelsel]';
comment on column aanmelden.session."userId" is 'Account [klasse: stelsel]';
comment on column aanmelden.session.sterk is 'Is er een tweede stap gezet; zonder is er geen toegang [klasse: stelsel]';

create table aanmelden.account (
  id text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references aanmelden."user" on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null,
  unique ("providerId", "accountId")
);
create index account_user on aanmelden.account ("userId");
comment on table aanmelden.account is 'Wijze van aanmelden van een account: een wachtwoord';
comment on column aanmelden.account.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column aanmelden.account."accountId" is 'Kenmerk bij de aanbieder; bij een wachtwoord het account zelf [klasse: stelsel]';
comment on column aanmelden.account."providerId" is 'Aanbieder; credential is een wachtwoord [klasse: stelsel]';
comment on column aanmelden.account."userId" is 'Account [klasse: stelsel]';
comment on column aanmelden.account."accessToken" is 'Niet in gebruik [klasse: stelsel]';
comment on column aanmelden.account."refreshToken" is 'Niet in gebruik [klasse: stelsel]';
comment on column aanmelden.account."idToken" is 'Niet in gebruik [klasse: stelsel]';
comment on column aanmelden.account."accessTokenExpiresAt" is 'Niet in gebruik [klasse: stelsel]';
comment on column aanmelden.account."refreshTokenExpiresAt" is 'Niet in gebruik [klasse: stelsel]';
comment on column aanmelden.account.scope is 'Niet in gebruik [klasse: stelsel]';
comment on column aanmelden.account.password is 'Wachtwoord als argon2id-afdruk [klasse: stelsel]';
comment on column aanmelden.account."createdAt" is 'Tijdstip van aanmaken [klasse: stelsel]';
comment on column aanmelden.account."updatedAt" is 'Tijdstip van de laatste wijziging [klasse: stelsel]';

create table aanmelden.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null
);
create index verification_identifier on aanmelden.verification (identifier);
comment on table aanmelden.verification is 'Lopende controle: tweede stap of passkey, enkele minuten geldig';
comment on column aanmelden.verification.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column aanmelden.verification.identifier is 'Kenmerk van de controle [klasse: stelsel]';
comment on column aanmelden.verification.value is 'Account of uitdaging van de controle; van een account alleen kenmerken [klasse: stelsel]';
comment on column aanmelden.verification."expiresAt" is 'Geldig tot [klasse: stelsel]';
comment on column aanmelden.verification."createdAt" is 'Tijdstip van aanmaken [klasse: stelsel]';
comment on column aanmelden.verification."updatedAt" is 'Tijdstip van de laatste wijziging [klasse: stelsel]';

create table aanmelden."twoFactor" (
  id text primary key,
  secret text not null,
  "backupCodes" text not null,
  "userId" text not null unique references aanmelden."user" on delete cascade,
  verified boolean default true,
  "failedVerificationCount" integer default 0,
  "lockedUntil" timestamptz
);
comment on table aanmelden."twoFactor" is 'Codes uit een app als tweede stap';
comment on column aanmelden."twoFactor".id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column aanmelden."twoFactor".secret is 'Geheim van de app, versleuteld door de aanmeldbibliotheek [klasse: stelsel]';
comment on column aanmelden."twoFactor"."backupCodes" is 'Reservecodes, versleuteld door de aanmeldbibliotheek [klasse: stelsel]';
comment on column aanmelden."twoFactor"."userId" is 'Account [klasse: stelsel]';
comment on column aanmelden."twoFactor".verified is 'Is de app met een goede code in gebruik genomen [klasse: stelsel]';
comment on column aanmelden."twoFactor"."failedVerificationCount" is 'Foute codes achter elkaar [klasse: stelsel]';
comment on column aanmelden."twoFactor"."lockedUntil" is 'Codes geweigerd tot [klasse: stelsel]';

create table aanmelden.passkey (
  id text primary key,
  name text check (length(name) <= 60),
  "publicKey" text not null,
  "userId" text not null references aanmelden."user" on delete cascade,
  "credentialID" text not null unique,
  counter bigint not null,
  "deviceType" text not null,
  "backedUp" boolean not null,
  transports text,
  "createdAt" timestamptz,
  aaguid text
);
create index passkey_user on aanmelden.passkey ("userId");
comment on table aanmelden.passkey is 'Passkeys waarmee een account zich aanmeldt';
comment on column aanmelden.passkey.id is 'Willekeurig kenmerk [klasse: stelsel]';
comment on column aanmelden.passkey.name is 'Browser en besturingssysteem waarop de passkey is gemaakt [klasse: stelsel]';
comment on column aanmelden.passkey."publicKey" is 'Openbare sleutel [klasse: stelsel]';
comment on column aanmelden.passkey."userId" is 'Account [klasse: stelsel]';
comment on column aanmelden.passkey."credentialID" is 'Kenmerk van de passkey op het apparaat [klasse: stelsel]';
comment on column aanmelden.passkey.counter is 'Teller van het apparaat, tegen namaak [klasse: stelsel]';
comment on column aanmelden.passkey."deviceType" is 'Op één apparaat of op meer [klasse: stelsel]';
comment on column aanmelden.passkey."backedUp" is 'Is de passkey elders bewaard [klasse: stelsel]';
comment on column aanmelden.passkey.transports is 'Hoe het apparaat te bereiken is [klasse: stelsel]';
comment on column aanmelden.passkey."createdAt" is 'Tijdstip van aanmaken [klasse: stelsel]';
comment on column aanmelden.passkey.aaguid is 'Soort apparaat volgens de maker [klasse: stelsel]';

-- Our own: brakes on guessing, and links in mail that work once.
create table aanmelden.rem (
  sleutel bytea primary key check (length(sleutel) = 32),
  aantal integer not null check (aantal >= 0),
  tot timestamptz not null
);
comment on table aanmelden.rem is 'Teller van pogingen per account of herkomst in een tijdvak';
comment on column aanmelden.rem.sleutel is 'Blinde index van waarop geteld wordt [klasse: stelsel]';
comment on column aanmelden.rem.aantal is 'Pogingen in dit tijdvak [klasse: stelsel]';
comment on column aanmelden.rem.tot is 'Einde van het tijdvak [klasse: stelsel]';

create table aanmelden.link (
  hash bytea primary key check (length(hash) = 32),
  soort text not null check (soort in ('uitnodiging', 'herstel')),
  persoon_id text not null,
  verloopt timestamptz not null,
  gebruikt timestamptz,
  aangemaakt timestamptz not null
);
create index link_persoon on aanmelden.link (persoon_id);
comment on table aanmelden.link is 'Link in een bericht die eenmaal werkt';
comment on column aanmelden.link.hash is 'SHA-256 van de code in de link; de code zelf staat nergens [klasse: stelsel]';
comment on column aanmelden.link.soort is 'uitnodiging of herstel [klasse: stelsel]';
comment on column aanmelden.link.persoon_id is 'Mens in toegang.persoon [klasse: stelsel]';
comment on column aanmelden.link.verloopt is 'Geldig tot [klasse: stelsel]';
comment on column aanmelden.link.gebruikt is 'Tijdstip van gebruik; leeg is nog te gebruiken [klasse: stelsel]';
comment on column aanmelden.link.aangemaakt is 'Tijdstip van aanmaken [klasse: stelsel]';

grant select, insert, update, delete on all tables in schema aanmelden to la_aanmelden;
