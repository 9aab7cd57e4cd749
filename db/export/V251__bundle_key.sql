-- Where the bundle lies. Until now that followed from its hash alone, and two exports of the same bytes shared one object.
alter table export_bundle add column bundle_key text;
update export_bundle set bundle_key = 'bundles/' || substr(sha256, 1, 2) || '/' || substr(sha256, 3) where sha256 is not null;
alter table export_bundle add check ((bundle_key is null) = (sha256 is null));
