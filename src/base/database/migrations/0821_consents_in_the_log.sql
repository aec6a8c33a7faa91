-- Up Migration
-- Consents are held against the log (`audit verify --state`) and told of by notices: both by the installation's own session, which sees that there is one and never what a record holds.
-- Decision 0099.
create policy consent_keep on consent for select to congvu_app using ((select session_keeps_log()));
create policy consent_look_keep on consent_look for select to congvu_app using ((select session_keeps_log()));
